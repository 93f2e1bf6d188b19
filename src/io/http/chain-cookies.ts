import { createRequire } from 'node:module';
import type * as toughCookie from 'tough-cookie';

// Imported, it would keep its source and that of tldts twice (site-of.ts): 0.4 MB more.
const { CookieJar } = createRequire(import.meta.url)('tough-cookie') as typeof toughCookie;

/** The most cookies that are kept of one answer. Consent and bot checks set one or two. */
const MAX_EACH = 20;
const MAX_LENGTH = 4_096;

/**
 * Cookies for one chain of redirects. Some sites redirect a visitor in a circle until a cookie comes back. RFC 6265
 * and the public suffix list decide which host gets which cookie.
 */
export interface ChainCookies {
  keep(url: URL, headers: Readonly<Record<string, string | readonly string[] | undefined>>): void;
  /** The header Cookie; undefined where there are none. */
  headerFor(url: URL): string | undefined;
}

/**
 * Starts without cookies. Cookies that are too long, beyond `MAX_EACH` of one answer, or not allowed for the host are
 * ignored.
 */
export function chainCookies(): ChainCookies {
  // Most chains have none, and the library computes much to find that out.
  let jar: toughCookie.CookieJar | undefined;
  return {
    keep(url, headers) {
      const said = headers['set-cookie'];
      const cookies = typeof said === 'string' ? [said] : (said ?? []);
      for (const cookie of cookies.slice(0, MAX_EACH)) {
        if (cookie.length > MAX_LENGTH) continue;
        jar ??= new CookieJar();
        jar.setCookieSync(cookie, url.href, { ignoreError: true });
      }
    },
    headerFor(url) {
      // A cookie that no header may carry is left out alone. Bytes beyond ASCII go back as they came.
      const cookies = (jar?.getCookiesSync(url.href) ?? [])
        .map((cookie) => cookie.cookieString())
        .filter((cookie) => /^[\x20-\x7e\x80-\xff]+$/.test(cookie));
      return cookies.length === 0 ? undefined : cookies.join('; ');
    },
  };
}

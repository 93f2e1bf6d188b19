import { CookieJar } from 'tough-cookie';

/** A gate sets one or two. */
const MAX_EACH = 20;
const MAX_LENGTH = 4_096;

/**
 * Cookies for one chain of redirects, and no longer: some gates send a visitor round until a cookie comes back. Which
 * host gets which is decided by RFC 6265 and the public suffix list.
 */
export interface ChainCookies {
  keep(url: URL, headers: Readonly<Record<string, string | readonly string[] | undefined>>): void;
  /** The header Cookie; undefined where there are none. */
  headerFor(url: URL): string | undefined;
}

export function chainCookies(): ChainCookies {
  const jar = new CookieJar();
  return {
    keep(url, headers) {
      const said = headers['set-cookie'];
      const cookies = typeof said === 'string' ? [said] : (said ?? []);
      for (const cookie of cookies.slice(0, MAX_EACH))
        if (cookie.length <= MAX_LENGTH) jar.setCookieSync(cookie, url.href, { ignoreError: true });
    },
    headerFor(url) {
      const header = jar.getCookieStringSync(url.href);
      return header === '' || !/^[\x20-\x7e]+$/.test(header) ? undefined : header;
    },
  };
}

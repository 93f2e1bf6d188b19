import { outOfAmpCache } from './amp.ts';
import { siteOf } from './site-of.ts';

/** Hosts whose addresses contain the article's address in a parameter, with the paths that do. */
const REDIRECTORS: readonly [host: RegExp, path: RegExp, names: readonly string[]][] = [
  [/^(?:www\.|news\.)?google\.[a-z.]{2,6}$/, /^\/url$/, ['url', 'q']],
  [/^(?:www\.)?bing\.com$/, /^\/(?:news\/apiclick\.aspx|ck\/a)$/, ['url']],
  [/^(?:l|lm)\.(?:facebook|instagram)\.com$/, /./, ['u']],
  [/^(?:www\.)?facebook\.com$/, /^\/l\.php$/, ['u']],
  [/^(?:www\.)?duckduckgo\.com$/, /^\/l\/?$/, ['uddg']],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, ['q']],
  [/^(?:www\.)?linkedin\.com$/, /^\/(?:safety\/go|redir\/redirect)/, ['url']],
  [/^out\.reddit\.com$/, /./, ['url']],
  [/^news\.search\.yahoo\.com$/, /./, ['RU']],
  [/^slack-redir\.net$/, /^\/link$/, ['url']],
  [/^(?:[a-z\d]+\.)?safelinks\.protection\.outlook\.com$/, /./, ['url']],
  [/^(?:www\.)?vk\.com$/, /^\/away\.php$/, ['to']],
  [/^t\.umblr\.com$/, /^\/redirect$/, ['z']],
  [/^translate\.google\.[a-z.]{2,6}$/, /^\/translate$/, ['u']],
  [/^statics\.teams\.(?:cdn\.office\.net|microsoft\.com)$/, /safelinks/, ['url']],
  // On any host, paths of redirects to other sites.
  [/./, /\/(?:out|redir(?:ect)?|jsredir|away|exit|leave|leaving|linkfilter|sinaurl|goto|jump|link|click|url|go|l|r)(?:\.\w{2,5})?\/?$|^\/$/i, ['url', 'u', 'to', 'target', 'dest', 'destination', 'goto', 'link', 'redirect', 'redirect_url']],
]; // biome-ignore format: a table

/** Hosts whose addresses contain another address in their query or path. */
const WITHIN: readonly [host: RegExp, rest: RegExp][] = [
  [/^(?:www\.)?(?:href\.li|anon\.to|dereferer\.me|nullrefer\.com)$/, /^\/\?(https?:.*)$/],
  [/^web\.archive\.org$/, /^\/web\/[^/]+\/(https?:.*)$/],
  [/^urldefense\.(?:com|proofpoint\.com|us)$/, /^\/v3\/__(https?:.*?)__;/],
  [/^r\.search\.yahoo\.com$/, /\/RU=(https?%3a[^/]+)\//i],
  [/^api\.follow\.it$/, /\/(https?%3a.+)$/i],
];

/**
 * The article's address inside an aggregator's, a search engine's or an AMP cache's address; no request is needed.
 */
export function targetWithin(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  for (const [host, path, names] of REDIRECTORS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    for (const name of names) {
      const target = webAddress(url.searchParams.get(name));
      if (target !== undefined && siteOf(new URL(target).hostname) !== siteOf(url.hostname)) return target;
    }
  }
  for (const [host, rest] of WITHIN) {
    const found = host.test(url.hostname) ? rest.exec(`${url.pathname}${url.search}`)?.[1] : undefined;
    const target = webAddress(found === undefined ? null : decoded(found));
    if (target !== undefined) return target;
  }
  if (/^(?:www\.)?bing\.com$/.test(url.hostname) && url.pathname === '/ck/a')
    return webAddress(Buffer.from((url.searchParams.get('u') ?? '').slice(2), 'base64url').toString());
  if (url.hostname === 'news.google.com') return googleNewsTarget(url.pathname);
  const uncached = outOfAmpCache(url);
  return uncached.href === url.href ? undefined : uncached.href;
}

/** Until 2024 the id of a Google News article was a protocol buffer in Base64 that contained the address. */
function googleNewsTarget(path: string): string | undefined {
  const name = /^\/(?:rss\/)?(?:articles|read)\/(CB[\w-]{20,2000})$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  const bytes = Buffer.from(name, 'base64url').toString('latin1');
  return webAddress(/https?:\/\/[\x21-\x7e]+/.exec(bytes)?.[0] ?? null);
}

/** Decodes percent signs where the whole address is encoded. */
function decoded(text: string): string {
  if (!/^https?%3a/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function webAddress(text: string | null): string | undefined {
  if (text === null || !/^https?:\/\/[^/]+\.[^/]/i.test(text)) return undefined;
  return URL.parse(text)?.href;
}

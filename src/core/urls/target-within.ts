import { outOfAmpCache } from './amp.ts';

/** Hosts whose addresses carry the article's own address in a parameter, and the paths that do. */
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
  [/^(?:[a-z]+\.)?safelinks\.protection\.outlook\.com$/, /./, ['url']],
  [/^(?:www\.)?vk\.com$/, /^\/away\.php$/, ['to']],
  [/^t\.umblr\.com$/, /^\/redirect$/, ['z']],
];

/**
 * The address of an article that an aggregator's, a search engine's or an AMP cache's address carries within itself:
 * no request is needed to know it.
 */
export function targetWithin(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  for (const [host, path, names] of REDIRECTORS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    for (const name of names) {
      const target = webAddress(url.searchParams.get(name));
      if (target !== undefined) return target;
    }
  }
  if (url.hostname === 'news.google.com') return googleNewsTarget(url.pathname);
  const uncached = outOfAmpCache(url);
  return uncached.href === url.href ? undefined : uncached.href;
}

/** Until 2024 the name of a Google News article was a protocol buffer in Base64 with the address in it. */
function googleNewsTarget(path: string): string | undefined {
  const name = /^\/(?:rss\/)?(?:articles|read)\/(CB[\w-]{20,2000})$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  const bytes = Buffer.from(name, 'base64url').toString('latin1');
  return webAddress(/https?:\/\/[\x21-\x7e]+/.exec(bytes)?.[0] ?? null);
}

function webAddress(text: string | null): string | undefined {
  if (text === null || !/^https?:\/\/[^/]+\.[^/]/i.test(text)) return undefined;
  return URL.parse(text)?.href;
}

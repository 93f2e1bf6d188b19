/** The page of an AMP address: without the AMP cache, suffix, prefix or parameter. */
export function withoutAmp(url: URL): URL {
  const inner = outOfAmpCache(url);
  const path = inner.pathname
    .replace(/\/amp\/?$/i, (suffix) => (suffix.endsWith('/') ? '/' : ''))
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/^\/amp\/(?=.)/i, '/');
  if (path !== '' && path !== inner.pathname) inner.pathname = path;
  if (inner.search === '') return inner;
  const search = inner.search.replace(
    /([?&])(?:amp(?:=(?:1|true|yes)?)?|outputtype=amp|output=amp|view=amp|_amp=(?:1|true))(?=&|$)/gi,
    (_, lead: string) => (lead === '?' ? '?' : ''),
  );
  if (search !== inner.search) inner.search = search;
  return inner;
}

/**
 * The original of an AMP cache address: `https://www.google.com/amp/s/host/path`,
 * `https://host.cdn.ampproject.org/c/s/host/path`.
 */
export function outOfAmpCache(url: URL): URL {
  const isCache = /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/.test(url.hostname);
  const isGoogle =
    /^(?:www\.)?(?:google\.[a-z.]{2,6}|bing\.com)$/.test(url.hostname) && url.pathname.startsWith('/amp/');
  if (!isCache && !isGoogle) return new URL(url);
  const found = /^\/(?:amp|[a-z])\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/i.exec(url.pathname);
  if (found === null) return new URL(url);
  const target = `${found[1] === undefined ? 'http' : 'https'}://${found[2]}${found[3] ?? '/'}${url.search}`;
  return URL.canParse(target) ? new URL(target) : new URL(url);
}

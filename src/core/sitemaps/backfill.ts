import type { SitemapEntry } from './read-sitemap.ts';

/** The maximum number of sitemaps fetched when a feed has lost items. */
const MAX_SITEMAPS = 3;
/** Dates in feeds and sitemaps differ a little: time of publication and time of editing. */
const SLACK = 3_600_000;

/**
 * The sitemaps that may list lost items, most likely first: those with `news` in the address, then the others named
 * in robots.txt, then the usual path.
 */
export function newsSitemaps(named: readonly string[], siteUrl: string): string[] {
  const customary = URL.parse('/news-sitemap.xml', siteUrl)?.href;
  const news = named.filter((url) => /news|latest|recent/i.test(url));
  const rest = named.filter((url) => !news.includes(url));
  const all = named.length > 0 ? [...news, ...rest] : customary === undefined ? [] : [customary];
  return [...new Set(all)].slice(0, MAX_SITEMAPS);
}

/** The entries within a feed's gap; a gap without a date is open at that end. */
export function entriesWithin(
  entries: readonly SitemapEntry[],
  gap: { readonly from: Date | undefined; readonly to: Date | undefined },
): SitemapEntry[] {
  const from = (gap.from?.getTime() ?? -Infinity) - SLACK;
  const to = (gap.to?.getTime() ?? Infinity) + SLACK;
  return entries.filter(({ published }) => {
    const time = published?.getTime();
    return time !== undefined && time >= from && time <= to;
  });
}

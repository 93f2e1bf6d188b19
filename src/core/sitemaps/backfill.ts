import type { SitemapEntry } from './read-sitemap.ts';

/** As many sitemaps of a site as are worth asking for when a feed has lost items. */
const MAX_SITEMAPS = 3;
/** Dates in feeds and sitemaps differ by a little: one has the minute of release, the other that of the edit. */
const SLACK = 3_600_000;

/**
 * The sitemaps that may list lost items, the likeliest first: those whose address speaks of news, then the rest of
 * what robots.txt names, then the customary place.
 */
export function newsSitemaps(named: readonly string[], siteUrl: string): string[] {
  const customary = URL.parse('/news-sitemap.xml', siteUrl)?.href;
  const news = named.filter((url) => /news|latest|recent/i.test(url));
  const rest = named.filter((url) => !news.includes(url));
  const all = named.length > 0 ? [...news, ...rest] : customary === undefined ? [] : [customary];
  return [...new Set(all)].slice(0, MAX_SITEMAPS);
}

/** The entries that fall into a gap in a feed; a side without a date is open. */
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

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

/** The maximum number of sitemaps used from an index. */
const MAX_CHILDREN = 2;
/** A month, or a day, in an address: `sitemap-2026-03.xml`, `/2026/03/02.xml`, `202603`. */
const DATED = /(?<!\d)(20\d\d)[-_/.]?(0[1-9]|1[0-2])(?:[-_/.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/;

interface IndexedSitemap {
  readonly url: string;
  readonly modified: Date | undefined;
}

/**
 * The sitemaps of an index that may list entries from `since` on, most likely first: those with `news` in the address,
 * then the latest by `lastmod` or by the date in the address. Of those without any date, the last and the first of
 * the index.
 */
export function likeliestSitemaps(
  sitemaps: readonly IndexedSitemap[],
  since: Date | undefined,
): IndexedSitemap[] {
  const ranked = sitemaps.map((sitemap, at) => ({
    sitemap,
    isNews: /news|latest|recent/i.test(sitemap.url),
    end: sitemap.modified?.getTime() ?? endOf(sitemap.url),
    // The nearer to an end of the index, the greater.
    place: Math.max(at + 0.5, sitemaps.length - at),
  }));
  return ranked
    .filter(({ end }) => end === undefined || since === undefined || end >= since.getTime())
    .sort((a, b) => Number(b.isNews) - Number(a.isNews) || (b.end ?? 0) - (a.end ?? 0) || b.place - a.place)
    .slice(0, MAX_CHILDREN)
    .map(({ sitemap }) => sitemap);
}

/** The end of the month or day in an address. */
function endOf(url: string): number | undefined {
  const [, year, month, day] = DATED.exec(URL.parse(url)?.pathname ?? '') ?? [];
  if (year === undefined) return undefined;
  return day === undefined
    ? Date.UTC(Number(year), Number(month), 1)
    : Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
}

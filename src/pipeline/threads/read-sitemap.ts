import { decodeDocument } from '../../core/encoding/decode.ts';
import { entriesWithin, likeliestSitemaps } from '../../core/sitemaps/backfill.ts';
import { readSitemap, type SitemapEntry } from '../../core/sitemaps/read-sitemap.ts';

/** The body of a sitemap, and the gap in which a feed may have lost items. */
export interface ReadSitemapTask {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  /** After redirects. */
  readonly url: string;
  readonly gap: { readonly from: Date | undefined; readonly to: Date | undefined };
}

export type ReadSitemapOutcome =
  /** The newest entries within the gap, newest first. */
  | { readonly status: 'entries'; readonly entries: readonly SitemapEntry[] }
  /** The sitemaps of an index that are to be read, most likely first. */
  | { readonly status: 'index'; readonly urls: readonly string[] }
  | { readonly status: 'no-sitemap' };

/** If a site published more within the gap, only the newest are used. */
const MAX_ENTRIES = 200;

/** Runs inside a thread. */
export function run({ bytes, contentType, url, gap }: ReadSitemapTask): ReadSitemapOutcome {
  const sitemap = readSitemap(decodeDocument(bytes, { contentType, kind: 'xml' }).text, url);
  if (sitemap === undefined) return { status: 'no-sitemap' };
  if (sitemap.kind === 'index')
    return { status: 'index', urls: likeliestSitemaps(sitemap.sitemaps, gap.from).map((each) => each.url) };
  const entries = entriesWithin(sitemap.entries, gap)
    .toSorted((a, b) => (b.published?.getTime() ?? 0) - (a.published?.getTime() ?? 0))
    .slice(0, MAX_ENTRIES);
  return { status: 'entries', entries };
}

import type { Gap } from '../../core/scheduling/detect-gap.ts';
import { newsSitemaps } from '../../core/sitemaps/backfill.ts';
import { siteOf } from '../../core/urls/site-of.ts';
import type { SitemapEntry } from '../../core/sitemaps/read-sitemap.ts';
import type { PolledFeed } from '../../io/store/feeds/feed-polls.ts';
import { changeFeed } from '../../io/store/feeds/feeds.ts';
import { knownKeys } from '../../io/store/items/items.ts';
import { record } from '../../io/store/ledger.ts';
import type { OpenGap } from '../../io/store/schema.ts';
import { writeInTransaction } from '../../io/store/write-rows.ts';
import { traceparent } from '../../io/tracing.ts';
import type { Pipeline } from '../context.ts';
import { fetchPolitely } from '../fetching/fetch-politely.ts';
import { mayFetch, robotsOf } from '../fetching/obey-robots.ts';
import { enqueueItems, itemsOf, storeEntries } from './store-entries.ts';
import type { ReadSitemapOutcome } from '../threads/read-sitemap.ts';
import { toJson } from '../../io/store/clean-values.ts';

/** The maximum number of sitemaps fetched for one gap, including those of an index. */
const MAX_FETCHES = 5;
/** Polls that try to fill a gap before it is given up. */
const MAX_TRIES = 3;

/** Opens a gap, or widens one that is open. */
export function openGap(open: OpenGap | null, gap: Gap): OpenGap {
  return {
    from: open === null ? (gap.from?.toISOString() ?? null) : open.from,
    to: gap.to?.toISOString() ?? null,
    tries: 0,
  };
}

/** The host has no free slot now; the next poll tries again. */
class BusyHostError extends Error {
  override readonly name = 'BusyHostError';
}

/**
 * Searches the site's news sitemap for entries that a feed has lost, and stores them as items of the feed. If a host
 * is busy or does not answer, the gap stays open until a later poll. Throws only when `signal` is aborted or the
 * database fails.
 */
export async function backfillGap(
  pipeline: Pipeline,
  feed: PolledFeed,
  gap: OpenGap,
  signal: AbortSignal,
): Promise<void> {
  let found: LostItems;
  try {
    found = await findLost(pipeline, feed, gap, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof BusyHostError) return;
    const tries = gap.tries + 1;
    const reason = error instanceof Error ? error.message : String(error);
    pipeline.log.warn(
      { event: 'feed.backfill-failed', feed: feed.url, tries, reason },
      'the site’s sitemap could not be read to fill a gap',
    );
    await changeFeed(pipeline.db, feed.id, {
      gap: tries < MAX_TRIES ? toJson({ ...gap, tries }) : null,
    });
    return;
  }
  await storeLost(pipeline, feed, gap, found);
}

async function storeLost(
  pipeline: Pipeline,
  feed: PolledFeed,
  gap: OpenGap,
  { entries, sitemaps }: LostItems,
): Promise<void> {
  const items = itemsOf(pipeline, feed, { entries: entries.map(asFeedEntry) }, true);
  const trace = traceparent();
  const stored = await writeInTransaction(pipeline.db, async (tx) => {
    // Entries that another feed of the site brought are not lost.
    const known = await knownKeys(
      tx,
      items.map((item) => item.urlKey),
    );
    const lost = items.filter((item) => !known.has(item.urlKey));
    const [stored] = await storeEntries(tx, [{ feed, items: lost, trace, log: pipeline.log }], {
      arrivedBy: 'sitemap',
      now: pipeline.now(),
    });
    const { from, to } = gap;
    await record(tx, pipeline.now(), [
      {
        event: 'feed.backfilled',
        feedId: feed.id,
        detail: { from, to, sitemaps, listed: items.length, new: stored!.inserted.length },
      },
    ]);
    await changeFeed(tx, feed.id, { gap: null });
    return stored!;
  });
  pipeline.log.info(
    {
      event: 'feed.backfilled',
      feed: feed.url,
      sitemaps,
      listed: items.length,
      new: stored.inserted.length,
    },
    sitemaps.length === 0 ? 'the site has no sitemap to fill the gap from' : 'gap filled from the sitemap',
  );
  await enqueueItems(pipeline, stored);
}

interface LostItems {
  readonly entries: readonly SitemapEntry[];
  /** The sitemaps that were read. */
  readonly sitemaps: readonly string[];
}

/** The lost entries in the first sitemap that lists any. */
async function findLost(
  pipeline: Pipeline,
  feed: PolledFeed,
  gap: OpenGap,
  signal: AbortSignal,
): Promise<LostItems> {
  const site = webUrl(feed.site_url) ?? feed.url;
  const robots = await robotsOf(pipeline, site, signal);
  if ('at' in robots) throw new BusyHostError();
  const range = { from: dateOf(gap.from), to: dateOf(gap.to) };
  const queue = newsSitemaps(robots.rules.sitemaps, site).map((url) => ({ url, below: false }));
  const sitemaps: string[] = [];
  for (let fetches = 0; queue.length > 0 && fetches < MAX_FETCHES; fetches += 1) {
    const { url, below } = queue.shift() as { url: string; below: boolean };
    const outcome = await readSitemap(pipeline, url, range, signal);
    if (outcome.status === 'no-sitemap') continue;
    sitemaps.push(url);
    if (outcome.status === 'index') {
      // An index inside an index is not followed.
      if (!below) queue.unshift(...outcome.urls.map((url) => ({ url, below: true })));
      continue;
    }
    const entries = outcome.entries.filter((entry) => isSameSite(entry.url, url, site));
    if (entries.length > 0) return { entries, sitemaps };
  }
  return { entries: [], sitemaps };
}

/** @throws FetchError, BusyHostError, or what the thread throws */
async function readSitemap(
  pipeline: Pipeline,
  url: string,
  gap: Gap,
  signal: AbortSignal,
): Promise<ReadSitemapOutcome> {
  const allowed = await mayFetch(pipeline, url, signal);
  if (allowed.status === 'later') throw new BusyHostError();
  if (allowed.status === 'no') return { status: 'no-sitemap' };
  const outcome = await fetchPolitely(pipeline, { url, kind: 'sitemap', signal });
  if (outcome.status === 'later') throw new BusyHostError();
  const { status, body, headers } = outcome.response;
  if (status !== 200) return { status: 'no-sitemap' };
  return pipeline.reader.readSitemap(
    { bytes: body, contentType: headers['content-type'], url: outcome.response.url, gap },
    signal,
  );
}

/**
 * Whether an entry is of the sitemap's host, or of the site whose robots.txt named the sitemap: some sites keep their
 * sitemaps on a host of their own.
 */
function isSameSite(url: string, sitemapUrl: string, site: string): boolean {
  const bare = (text: string) => new URL(text).host.replace(/^(?:www|m)\./, '');
  const domain = (text: string) => siteOf(new URL(text).hostname);
  return bare(url) === bare(sitemapUrl) || domain(url) === domain(site);
}

function asFeedEntry({ url, title, published, language }: SitemapEntry) {
  return {
    id: url,
    link: url,
    title,
    published,
    language,
    updated: undefined,
    author: undefined,
    summary: undefined,
    content: undefined,
    enclosures: [],
    categories: [],
  };
}

function webUrl(text: string | null): string | undefined {
  const url = URL.parse(text ?? '');
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function dateOf(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}

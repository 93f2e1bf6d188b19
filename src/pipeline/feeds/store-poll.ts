import { freshSeconds } from '../../core/politeness/freshness.ts';
import { BREAKS_OFF } from '../../core/feeds/feed.ts';
import type { Item } from '../../core/items/item-from-entry.ts';
import { detectGap, type Gap, type KeyedEntry } from '../../core/scheduling/detect-gap.ts';
import { mirrorFutureDates } from '../../core/scheduling/mirror-future-dates.ts';
import type { PollOutcome } from '../../core/scheduling/next-poll.ts';
import { discoverHub } from '../../core/websub/discover-hub.ts';
import { missedByHub } from '../../core/websub/missed-by-hub.ts';
import type { PageResponse } from '../../io/http/page-source.ts';
import { toJson } from '../../io/store/clean-values.ts';
import type { Database } from '../../io/store/database.ts';
import { endAllPolls, type PolledFeed, type PollEnd } from '../../io/store/feeds/feed-polls.ts';
import { newestItems, pushedSince, withoutNul } from '../../io/store/items/items.ts';
import { record } from '../../io/store/ledger.ts';
import { writeInTransaction } from '../../io/store/write-rows.ts';
import { traceparent } from '../../io/tracing.ts';
import { openGap } from './backfill-gap.ts';
import { batchTasks, perDatabase } from '../batch-tasks.ts';
import { endOf, isPushed, isStuck, type Poll } from './schedule-feed.ts';
import { backfillAgeOf, enqueueItems, itemsOf, storeEntries, type StoredEntries } from './store-entries.ts';
import { hubPatch } from './subscribe-hub.ts';
import type { ReadFeed } from '../threads/parse-feed.ts';

/**
 * How many of the newest known items are looked for in the feed. If all of them are missing, the feed has a gap: a
 * publisher may withdraw one item, but hardly three.
 */
const NEWEST_ITEMS = 3;
/** The maximum text of the feeds in one group. Writing all of it for the server blocks the event loop. Characters. */
const MOST_TEXT = 500_000;
/** A feed with more entries is stored beside the groups, because it takes seconds, which others would have to wait. */
const MOST_ENTRIES = 500;
/** How long a feed waits for others while many are polled. Milliseconds. */
const BUSY_LINGER = 20;

/** A poll that is only to be stored. */
interface ReadPoll {
  readonly poll: Poll;
  readonly response: PageResponse;
  readonly parsed: ReadFeed;
  /** The hash of the document. */
  readonly hash: string;
  readonly items: readonly Item[];
  readonly trace: string | undefined;
}

interface StoredPoll {
  readonly stored: StoredEntries;
  readonly gap: Gap | undefined;
  /** The feed as its follow-up tasks see it. */
  readonly feed: PolledFeed;
}

/**
 * Stores items and validators in one transaction, together with those of other feeds that are ready now. After a crash
 * before that, the next poll finds the same items. Returns the feed with what the poll has changed for the tasks that
 * follow.
 */
export async function storePoll(
  poll: Poll,
  response: PageResponse,
  parsed: ReadFeed,
  hash: string,
): Promise<PolledFeed> {
  const { pipeline, feed } = poll;
  const items = itemsOf(pipeline, feed, parsed, feed.succeeded_at === null);
  const read: ReadPoll = { poll, response, parsed, hash, items, trace: traceparent() };
  const { stored, gap, feed: after } = await storing(pipeline.db)[isLarge(read) ? 'alone' : 'together'](read);
  const changes = { items: items.length, new: stored.inserted.length, changed: stored.reopened.length };
  pipeline.log.debug(
    { event: 'feed.polled', feed: feed.url, status: 200, ...changes, problems: parsed.problems },
    'feed polled',
  );
  if (gap !== undefined)
    pipeline.log.warn(
      { event: 'feed.gap', feed: feed.url, ...gap },
      'items may have been lost: nothing known is left in the feed',
    );
  await enqueueItems(pipeline, stored);
  return after;
}

const storing = perDatabase((db: Database) => {
  const store = (reads: readonly ReadPoll[]) => writeInTransaction(db, (tx) => storeAll(tx, reads));
  return {
    together: batchTasks<ReadPoll, StoredPoll>(store, {
      weight: { of: textOf, most: MOST_TEXT },
      apart: ({ poll }) => [poll.feed.id],
      busyLinger: BUSY_LINGER,
    }),
    alone: batchTasks<ReadPoll, StoredPoll>(store, { most: 1 }),
  };
});

function isLarge(read: ReadPoll): boolean {
  return read.items.length > MOST_ENTRIES || textOf(read) > MOST_TEXT;
}

function textOf({ items }: ReadPoll): number {
  return items.reduce(
    (sum, { title, summary, content }) =>
      sum + title.length + (summary?.length ?? 0) + (content?.length ?? 0),
    0,
  );
}

async function storeAll(tx: Database, reads: readonly ReadPoll[]): Promise<StoredPoll[]> {
  const now = reads[0]!.poll.pipeline.now();
  const feeds = reads.map(({ poll }) => poll.feed);
  const newest = await newestItems(
    tx,
    feeds.map(({ id }) => id),
    NEWEST_ITEMS,
  );
  const stored = await storeEntries(
    tx,
    reads.map((read) => ({
      feed: read.poll.feed,
      items: read.items,
      shown: shownBy(read),
      marksArchive: backfillAgeOf(read.poll.pipeline, read.poll.feed) > 0,
      trace: read.trace,
      log: read.poll.pipeline.log,
    })),
    { arrivedBy: 'feed', now },
  );
  const pushed = await pushedSince(
    tx,
    feeds.flatMap(({ id: feedId, hub_url, polled_at: since }) =>
      hub_url === null || since === null ? [] : { feedId, since },
    ),
  );
  const results: (StoredPoll & { readonly end: PollEnd })[] = [];
  for (const [at, read] of reads.entries()) {
    const { id } = read.poll.feed;
    results.push(
      await resultOf(tx, read, {
        stored: stored[at]!,
        newest: newest.get(id) ?? [],
        pushed: pushed.get(id) ?? [],
        now,
      }),
    );
  }
  await endAllPolls(
    tx,
    results.map(({ end }) => end),
  );
  await record(
    tx,
    now,
    results.flatMap(({ gap, feed }) =>
      gap === undefined ? [] : { event: 'feed.gap', feedId: feed.id, detail: { from: gap.from, to: gap.to } },
    ),
  );
  return results;
}

function shownBy({ poll, response, parsed, items }: ReadPoll) {
  const dated = items.filter(({ published }) => published !== undefined).length;
  return {
    dates: parsed.dates,
    leftOut: parsed.leftOut,
    impossibleDates: parsed.entries.filter(({ published }) => published !== undefined).length - dated,
    hasOldValidator: isStuck(poll, response),
    status: response.status,
    oddities: response.oddities ?? [],
    problems: parsed.problems,
    counted: parsed.counted,
    isCut: parsed.problems.includes(BREAKS_OFF),
  };
}

/** What is written about a poll whose entries are stored. */
async function resultOf(
  tx: Database,
  { poll, response, parsed, hash, items }: ReadPoll,
  {
    stored,
    newest,
    pushed,
    now,
  }: {
    readonly stored: StoredEntries;
    readonly newest: readonly KeyedEntry[];
    /** When the items appeared that a hub has pushed since the last poll. */
    readonly pushed: readonly Date[];
    readonly now: Date;
  },
): Promise<StoredPoll & { readonly end: PollEnd }> {
  const { pipeline, feed } = poll;
  const hub = hubPatch(pipeline, feed, discoverHub(response.headers['link'], parsed, response.url));
  const window = items.map(({ key, published }) => ({
    keys: [stored.knownOf.get(key)?.id ?? `new ${key}`],
    published,
  }));
  const isCut = parsed.problems.includes(BREAKS_OFF);
  // The newest entries may be after the cut.
  const gap = isCut ? undefined : detectGap(newest, window);
  const missed = missedByHub(
    stored.inserted.map((item) => item.published ?? undefined),
    isPushed(feed, now) ? (feed.hub_since ?? undefined) : undefined,
    now,
  );
  const dates = items.flatMap((item) => (item.published === undefined ? [] : [item.published]));
  const outcome: PollOutcome = {
    status: 'read',
    newItems:
      feed.succeeded_at === null
        ? mirrorFutureDates(parsed.entries, now)
        : [...pushed, ...stored.inserted.map((item) => item.published ?? now)],
    wishes: parsed,
    windowSeconds: dates.length === 0 ? undefined : (now.getTime() - Math.min(...dates.map(Number))) / 1_000,
    gap: gap !== undefined,
    freshSeconds: freshSeconds(response.headers, now),
    missedByHub: missed,
  };
  const siteUrl = parsed.link ?? feed.site_url;
  const hubs = missed ? { ...hub, hub_due_at: now } : hub;
  const opened = gap === undefined ? feed.gap : openGap(feed.gap, gap);
  const end = await endOf({ ...poll, pipeline: { ...pipeline, db: tx } }, outcome, response, {
    content_hash: hash,
    habits: toJson(stored.habits),
    ...(stored.habits.stuckValidator === true || isCut ? { etag: null, last_modified: null } : {}),
    title: parsed.title === undefined ? feed.title : withoutNul(parsed.title),
    site_url: siteUrl,
    language: feed.language ?? (parsed.language === undefined ? null : withoutNul(parsed.language)),
    ...hubs,
    ...(gap === undefined ? {} : { gaps: feed.gaps + 1, last_gap_at: now, gap: toJson(opened) }),
  });
  return { end, stored, gap, feed: { ...feed, ...hubs, site_url: siteUrl, gap: opened } };
}

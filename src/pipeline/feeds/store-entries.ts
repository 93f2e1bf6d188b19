import { setImmediate as turn } from 'node:timers/promises';
import { explainLoss } from '../../io/lost-connection.ts';
import { shortHash } from '../../core/items/entry-hash.ts';
import type { FeedHabits } from '../../core/items/feed-habits.ts';
import { type Item, itemsFromEntries } from '../../core/items/item-from-entry.ts';
import { linkKey } from '../../core/items/link-key.ts';
import type { Database } from '../../io/store/database.ts';
import type { FeedRow } from '../../io/store/feeds/feeds.ts';
import {
  type ArrivalOfItems,
  insertItems,
  lockFeeds,
  type StoredItems,
  updateItems,
} from '../../io/store/items/items.ts';
import { findKnownItems, type StoredItem } from '../../io/store/items/known-items.ts';
import { keepItemTraces } from '../../io/store/items/item-traces.ts';
import { batchTasks, perDatabase } from '../batch-tasks.ts';
import { compareEntries, type ComparedEntries, type Shown } from './compare-entries.ts';
import { findRenamed } from './find-renamed.ts';
import { shareItems } from '../share-jobs.ts';
import type { Pipeline } from '../context.ts';
import type { ReadFeed } from '../threads/parse-feed.ts';

export type FeedOfItems = Pick<FeedRow, 'id' | 'url' | 'backfill_age_seconds'>;

/**
 * The items to store for a feed's entries.
 * @param unseen whether this part of the feed is seen for the first time: old entries in it are no news
 */
export function itemsOf(
  pipeline: Pipeline,
  feed: FeedOfItems,
  { entries, said, link }: Pick<ReadFeed, 'entries'> & Partial<ReadFeed>,
  unseen: boolean,
): Item[] {
  return itemsFromEntries(entries, feed.url, {
    now: pipeline.now(),
    firstPoll: unseen,
    backfillAge: backfillAgeOf(pipeline, feed),
    site: link,
    said,
  });
}

/** Seconds; 0 where also what is old is told. */
export function backfillAgeOf(pipeline: Pipeline, feed: FeedOfItems): number {
  return feed.backfill_age_seconds ?? pipeline.settings.backfillAge;
}

/** The entries of a feed that are to be stored. */
export interface FeedEntries {
  readonly feed: FeedOfItems;
  readonly items: readonly Item[];
  readonly shown?: Shown;
  /** Whether these are all entries of a feed whose archive is stored without an alert. */
  readonly marksArchive?: boolean;
  /** The trace of the step that brought them; undefined where it is not recorded. */
  readonly trace?: string | undefined;
  readonly log: Pipeline['log'];
}

export interface StoredEntries extends StoredItems {
  /** The item of each entry, existing or reopened, by the entry's key; new entries are left out. */
  readonly knownOf: ReadonlyMap<string, StoredItem>;
  /** What the feed shows of its habits. The caller stores it with the result of the poll. */
  readonly habits: FeedHabits;
}

/** Other work of the event loop runs after so many milliseconds. */
const LONGEST_BLOCK = 10;
/** Characters of an address that the log shows. */
const MAX_URL = 200;

/**
 * Finds which entries are known items, and stores the entries of all feeds in the caller's transaction. The results are
 * in the order of the feeds, each of which comes once.
 */
export async function storeEntries(
  tx: Database,
  feeds: readonly FeedEntries[],
  arrival: ArrivalOfItems,
): Promise<StoredEntries[]> {
  const habitsOf = await lockFeeds(
    tx,
    feeds.map(({ feed }) => feed.id),
  );
  const stored = await findKnownItems(
    tx,
    feeds.map(({ feed, items }) => ({ feedId: feed.id, items })),
    { linkName: linkKey, hashOf: shortHash },
  );
  const compared: ComparedEntries[] = [];
  const compare = (at: number, found: readonly StoredItem[], renamed?: ReadonlyMap<string, string>) => {
    const { feed, items, shown = {}, marksArchive } = feeds[at]!;
    const habits = habitsOf.get(feed.id);
    if (habits === undefined) throw new Error(`the feed ${feed.id} is not in the record any more`);
    return compareEntries(feed.id, items, {
      stored: found,
      habits,
      shown,
      now: arrival.now,
      marksArchive,
      renamed,
    });
  };
  let since = performance.now();
  for (const [at, { feed }] of feeds.entries()) {
    compared.push(compare(at, stored.get(feed.id) ?? []));
    if (performance.now() - since < LONGEST_BLOCK) continue;
    await turn();
    since = performance.now();
  }
  for (const { at, left, renamed } of await findRenamed(tx, {
    feeds,
    compared,
    stored,
    habitsOf,
    now: arrival.now,
  }))
    compared[at] = compare(at, [...(stored.get(feeds[at]!.feed.id) ?? []), ...left], renamed);
  const unchangeable = await updateItems(
    tx,
    compared.flatMap(({ known }) => known),
    arrival,
  );
  const { inserted, refused } = await insertItems(
    tx,
    compared.flatMap(({ fresh }) => fresh),
    arrival,
  );
  const insertedIn = Map.groupBy(inserted, ({ feedId }) => feedId);
  const refusedIn = Map.groupBy([...unchangeable, ...refused], ({ row }) => row.feedId);
  for (const { feed, trace, log } of feeds) {
    const own = insertedIn.get(feed.id) ?? [];
    if (trace !== undefined && own.length > 0)
      await keepItemTraces(
        tx,
        own.map(({ id }) => id),
        trace,
      );
    for (const { row, reason } of refusedIn.get(feed.id) ?? [])
      log.warn(
        { event: 'item.refused', feed: feed.url, url: row.item.url.slice(0, MAX_URL), reason },
        'the record does not take this entry; the others are stored',
      );
  }
  return feeds.map(({ feed }, at) => {
    const { reopened, knownOf, habitsAfter } = compared[at]!;
    const own = insertedIn.get(feed.id) ?? [];
    return { inserted: own, reopened, knownOf, habits: habitsAfter(own.length) };
  });
}

/** More items of one feed would delay other feeds; the sweep adds the rest in turns. */
const AT_ONCE = 8;
/** While polls bring more items than this in a second, the sweep adds them, many to a job. */
const A_SECOND = 48;

/** How many items the polls of this process put into the queue in this second. */
const handedOver = perDatabase(() => ({ second: 0, items: 0 }));

/** Adds the items of polls that ended together to the queue, many to a job. */
const handOver = perDatabase((_db: Database) =>
  batchTasks<Pick<Pipeline, 'queues'> & { readonly ids: readonly string[] }, void>(async (all) => {
    await all[0]?.queues.enqueue('articles', shareItems(all.flatMap(({ ids }) => ids)));
    return [];
  }),
);

/** Puts the first items into the queue after the transaction has ended; the sweep adds the rest. */
export async function enqueueItems(pipeline: Pipeline, stored: StoredItems): Promise<void> {
  const ids = [...stored.inserted.map((item) => item.id), ...stored.reopened].slice(0, AT_ONCE);
  if (ids.length === 0) return;
  const recent = handedOver(pipeline.db);
  const second = Math.floor(performance.now() / 1_000);
  if (recent.second !== second) Object.assign(recent, { second, items: 0 });
  recent.items += ids.length;
  if (recent.items > A_SECOND) return;
  try {
    await handOver(pipeline.db)({ queues: pipeline.queues, ids });
  } catch (error) {
    pipeline.log.warn(
      { event: 'queue.away', ...explainLoss(error as Error, 'the queue') },
      'the queue takes nothing; items wait for the next sweep',
    );
  }
}

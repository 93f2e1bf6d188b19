import type { FeedEntry } from '../core/feeds/feed.ts';
import { type Item, itemsFromEntries } from '../core/items/item-from-entry.ts';
import type { Database } from '../io/store/database.ts';
import type { FeedRow } from '../io/store/feeds.ts';
import { type ItemRow, type StoredItems, storeItems } from '../io/store/items.ts';
import type { Pipeline } from './context.ts';

/** An item whose entry changes while it is young is read again. Seconds. */
const REOPEN = 48 * 3_600;

export type FeedOfItems = Pick<FeedRow, 'id' | 'url' | 'backfill_age_seconds'>;

/**
 * What the record is to keep of a feed's entries.
 * @param unseen whether we see this part of the feed for the first time: what is old in it is no news
 */
export function itemsOf(
  pipeline: Pipeline,
  feed: FeedOfItems,
  entries: readonly FeedEntry[],
  unseen: boolean,
): Item[] {
  return itemsFromEntries(entries, feed.url, {
    now: pipeline.now(),
    firstPoll: unseen,
    backfillAge: feed.backfill_age_seconds ?? pipeline.settings.backfillAge,
  });
}

/** Stores items in the caller's transaction. */
export async function storeEntries(
  pipeline: Pipeline,
  tx: Database,
  feed: FeedOfItems,
  items: readonly Item[],
  arrivedBy: ItemRow['arrived_by'],
): Promise<StoredItems> {
  return storeItems(tx, { feedId: feed.id, items, arrivedBy, now: pipeline.now(), reopenSeconds: REOPEN });
}

/** Has them read, once the transaction has ended. */
export async function enqueueItems(pipeline: Pipeline, stored: StoredItems): Promise<void> {
  const ids = [...stored.inserted.map((item) => item.id), ...stored.reopened];
  await pipeline.queues.enqueue(
    'articles',
    ids.map((id) => ({ id: `item-${id}`, payload: { itemId: id } })),
  );
}

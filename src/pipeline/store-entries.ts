import { explainLoss } from '../io/lost-connection.ts';
import type { DateHabits } from '../core/dates/infer-date-habits.ts';
import { changeOf, idleUpdates, rereadAt } from '../core/items/entry-change.ts';
import { shortHash } from '../core/items/entry-hash.ts';
import type { FeedHabits } from '../core/items/feed-habits.ts';
import { type Item, itemsFromEntries, withoutPage } from '../core/items/item-from-entry.ts';
import { linkKey } from '../core/items/link-key.ts';
import { targetWithin } from '../core/urls/target-within.ts';
import { matchEntries } from '../core/items/match-entries.ts';
import type { Database } from '../io/store/database.ts';
import type { FeedRow } from '../io/store/feeds.ts';
import {
  insertItems,
  type ItemRow,
  type KnownEntry,
  lockFeed,
  type NewItem,
  type StoredItems,
  updateItems,
} from '../io/store/items.ts';
import { findKnownItems, type StoredItem } from '../io/store/known-items.ts';
import { keepItemTraces } from '../io/store/item-traces.ts';
import { traceparent } from '../io/tracing.ts';
import { perDatabase } from './batch-tasks.ts';
import { shareItems } from './share-jobs.ts';
import type { Pipeline } from './context.ts';
import type { ReadFeed } from './threads/parse-feed.ts';

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
    backfillAge: feed.backfill_age_seconds ?? pipeline.settings.backfillAge,
    site: link,
    said,
  });
}

export interface StoredEntries extends StoredItems {
  /** The item of each entry, existing or reopened, by the entry's key; new entries are left out. */
  readonly knownOf: ReadonlyMap<string, StoredItem>;
  /** What the feed shows of its habits. The caller stores it with the result of the poll. */
  readonly habits: FeedHabits;
}

/** What a poll has shown of the feed besides its entries. */
interface Shown {
  readonly dates?: DateHabits | undefined;
  readonly leftOut?: number | undefined;
  readonly impossibleDates?: number;
  /** Whether the validators have not changed, so that new entries prove them useless. */
  readonly hasOldValidator?: boolean;
  readonly status?: number;
  readonly oddities?: FeedHabits['oddities'];
  readonly problems?: readonly string[];
  readonly counted?: ReadFeed['counted'];
  /** Whether the document breaks off. Then its last entry is incomplete, and must not be taken for an edit. */
  readonly isCut?: boolean;
}

type Known = KnownEntry & { readonly change: ReturnType<typeof changeOf> };

/** Enough to see what is wrong with a feed. */
const MAX_PROBLEMS = 3;
const MAX_PROBLEM = 200;

/** Finds which entries are known items, and stores all of them in the caller's transaction. */
export async function storeEntries(
  pipeline: Pipeline,
  tx: Database,
  feed: FeedOfItems,
  items: readonly Item[],
  arrivedBy: ItemRow['arrived_by'],
  shown: Shown = {},
): Promise<StoredEntries> {
  const now = pipeline.now();
  const habits = await lockFeed(tx, feed.id);
  const stored = await findKnownItems(tx, feed.id, items, { linkName: linkKey, hashOf: shortHash });
  const matching = matchEntries(items, stored);
  const links = new Set(stored.flatMap(({ names }) => names.link ?? []) as (string | undefined)[]);
  const byId = new Map(stored.map((item) => [item.id, item]));
  const fresh: NewItem[] = [];
  const known: Known[] = [];
  const knownOf = new Map<string, StoredItem>();
  for (const item of items) {
    const hashed = item.names.link === undefined ? undefined : shortHash(item.names.link);
    const before = byId.get(matching.knownOf.get(item.key)?.id ?? '');
    if (before === undefined) {
      fresh.push({ item: links.has(item.names.link) ? withoutPage(item) : item, linkKey: hashed });
      continue;
    }
    knownOf.set(item.key, before);
    if (shown.isCut === true && item === items.at(-1)) continue;
    const change = changeOf(item, before);
    known.push({
      id: before.id,
      item,
      linkKey: hashed,
      change,
      isUnchanged: isUnchanged(item, before),
      rereadAt: rereadAt(change, before, habits, now),
    });
  }
  const arrival = { arrivedBy, now };
  const unchangeable = await updateItems(tx, known, arrival);
  const { inserted, refused } = await insertItems(tx, feed.id, fresh, arrival);
  const trace = traceparent();
  if (trace !== undefined && inserted.length > 0)
    await keepItemTraces(
      tx,
      inserted.map(({ id }) => id),
      trace,
    );
  for (const { row, reason } of [...unchangeable, ...refused])
    pipeline.log.warn(
      { event: 'item.refused', feed: feed.url, url: row.item.url.slice(0, MAX_PROBLEM), reason },
      'the record does not take this entry; the others are stored',
    );
  const learned: FeedHabits = {
    ...habits,
    leftOut: shown.leftOut ?? 0,
    impossibleDates: shown.impossibleDates ?? 0,
    status: shown.status ?? 200,
    oddities: shown.oddities ?? [],
    problems: (shown.problems ?? []).slice(0, MAX_PROBLEMS).map((problem) => problem.slice(0, MAX_PROBLEM)),
    ...entryHabits(items, shown.impossibleDates ?? 0),
    countedTitles: shown.counted?.titles ?? 0,
    countedTexts: shown.counted?.texts ?? 0,
    lateDates: known.filter((one) => isDatedLate(one, byId)).length,
    ...(known.some(({ change }) => change === 'text') ? { editedAt: now.getTime() } : {}),
    ...(shown.dates === undefined ? {} : { dates: shown.dates }),
    ...(shown.hasOldValidator === true && inserted.length > 0 ? { stuckValidator: true } : {}),
    idleUpdates: idleUpdates(
      known.map(({ change }) => change),
      habits.idleUpdates ?? 0,
    ),
    ...(matching.guidsChanged > 0 ? { guidsChangedAt: now.getTime() } : {}),
    ...(matching.linksChanged > 0 || known.some((one) => isElsewhere(one, byId))
      ? { linksChangedAt: now.getTime() }
      : {}),
    sharedLinks: items.filter(({ linkUse }) => linkUse === 'shared').length,
    withoutLink: items.filter(({ linkUse }) => linkUse === 'none').length,
  };
  const reopened = known.flatMap(({ id, rereadAt: at }) => (at !== undefined && at <= now ? [id] : []));
  return { inserted, refused, reopened, knownOf, habits: learned };
}

/** The habits that the entries of a feed show. */
function entryHabits(items: readonly Item[], impossibleDates: number): FeedHabits {
  const undated = items.filter(({ published }) => published === undefined).length - impossibleDates;
  const guids = new Map<string, number>();
  for (const { guid } of items) guids.set(guid, (guids.get(guid) ?? 0) + 1);
  return {
    undated: Math.max(0, undated),
    untitled: items.filter(({ title }) => title.trim() === '').length,
    sharedGuids: items.filter(({ guid }) => guid !== '' && (guids.get(guid) ?? 0) > 1).length,
    redirectors: items.filter(({ linkUse, url }) => linkUse === 'page' && targetWithin(url) !== undefined)
      .length,
  };
}

/** Allowed difference between servers' clocks. Milliseconds. */
const SKEW = 10 * 60_000;

/** Whether an entry's date is now later than our first sight of it. */
function isDatedLate({ id, item }: Known, byId: ReadonlyMap<string, StoredItem>): boolean {
  const seen = byId.get(id)?.firstSeen.getTime();
  return seen !== undefined && (item.published?.getTime() ?? 0) > seen + SKEW;
}

/** Whether the page's address changed in a way that does not change its key: `https`, `www.`, AMP. */
function isElsewhere({ id, item }: Known, byId: ReadonlyMap<string, StoredItem>): boolean {
  const before = byId.get(id);
  return item.linkUse === 'page' && before?.linkUse === 'page' && before.url !== item.url;
}

function isUnchanged(item: Item, before: StoredItem): boolean {
  const { names } = item;
  return (
    before.entryHash === item.entryHash &&
    before.updated?.getTime() === item.updated?.getTime() &&
    before.names.guid === names.guid &&
    before.names.title === names.title &&
    (item.linkUse !== 'page' || before.url === item.url)
  );
}

/** More items of one feed would delay other feeds; the sweep adds the rest in turns. */
const AT_ONCE = 8;
/** While polls bring more items than this in a second, the sweep adds them, many to a job. */
const A_SECOND = 48;

/** How many items the polls of this process put into the queue in this second. */
const handedOver = perDatabase(() => ({ second: 0, items: 0 }));

/** Puts the first items into the queue after the transaction has ended; the sweep adds the rest. */
export async function enqueueItems(pipeline: Pipeline, stored: StoredItems): Promise<void> {
  const ids = [...stored.inserted.map((item) => item.id), ...stored.reopened].slice(0, AT_ONCE);
  const recent = handedOver(pipeline.db);
  const second = Math.floor(performance.now() / 1_000);
  if (recent.second !== second) Object.assign(recent, { second, items: 0 });
  recent.items += ids.length;
  if (recent.items > A_SECOND) return;
  try {
    await pipeline.queues.enqueue('articles', shareItems(ids));
  } catch (error) {
    pipeline.log.warn(
      { event: 'queue.away', ...explainLoss(error as Error, 'the queue') },
      'the queue takes nothing; items wait for the next sweep',
    );
  }
}

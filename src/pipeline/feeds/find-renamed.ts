import type { FeedHabits } from '../../core/items/feed-habits.ts';
import type { Item } from '../../core/items/item-from-entry.ts';
import { linkKey } from '../../core/items/link-key.ts';
import { mayBeRenamed, renamedEntries } from '../../core/items/renamed-entries.ts';
import type { Database } from '../../io/store/database.ts';
import { findItemsDated, type ItemWithText, type StoredItem } from '../../io/store/items/known-items.ts';
import type { ComparedEntries } from './compare-entries.ts';

/** A feed with entries that are known items under other names. */
export interface FeedWithRenamed {
  /** The feed's index. */
  readonly at: number;
  /** Items that share no name with an entry. */
  readonly left: readonly ItemWithText[];
  /** The items' ids, by the keys of the entries. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Finds entries that share neither guid nor link nor title with their item. Only feeds with a new entry that is older than what they have
 * shown before are looked at, with one query for all of them.
 */
export async function findRenamed(
  tx: Database,
  {
    feeds,
    compared,
    stored,
    habitsOf,
    now,
  }: {
    readonly feeds: readonly { readonly feed: { readonly id: string }; readonly items: readonly Item[] }[];
    readonly compared: readonly ComparedEntries[];
    readonly stored: ReadonlyMap<string, readonly StoredItem[]>;
    readonly habitsOf: ReadonlyMap<string, FeedHabits>;
    readonly now: Date;
  },
): Promise<FeedWithRenamed[]> {
  const suspects = feeds.flatMap(({ feed }, at) => {
    const newest = newestOf(stored.get(feed.id) ?? []);
    // A feed that shares nothing with its items may be new, or all of it was renamed.
    const until = newest ?? (habitsOf.get(feed.id)?.status === undefined ? undefined : now);
    if (until === undefined) return [];
    const entries = mayBeRenamed(
      compared[at]!.fresh.map(({ item }) => item),
      until,
    );
    return entries.length === 0 ? [] : [{ at, feedId: feed.id, entries }];
  });
  if (suspects.length === 0) return [];
  const dated = await findItemsDated(
    tx,
    suspects.map(({ feedId, entries }) => ({
      feedId,
      dates: [...new Set(entries.map(({ published }) => published!.getTime()))].map((at) => new Date(at)),
    })),
    linkKey,
  );
  return suspects.flatMap(({ at, feedId, entries }) => {
    const known = new Set([...compared[at]!.knownOf.values()].map(({ id }) => id));
    const left = (dated.get(feedId) ?? []).filter(({ id }) => !known.has(id));
    const renamed = renamedEntries(entries, feeds[at]!.items, left);
    return renamed.size === 0 ? [] : [{ at, left, renamed }];
  });
}

function newestOf(items: readonly StoredItem[]): Date | undefined {
  return items.reduce<Date | undefined>(
    (last, { firstSeen }) => (last === undefined || firstSeen > last ? firstSeen : last),
    undefined,
  );
}

import type { FeedHabits } from './feed-habits.ts';
import type { Item } from './item-from-entry.ts';

/** What is stored of an item to recognise changes of its entry. */
export interface ReadBefore {
  readonly entryHash: string;
  readonly updated: Date | undefined;
  readonly firstSeen: Date;
  /** When it was last read; undefined while it waits to be read. */
  readonly doneAt: Date | undefined;
  readonly rereads: number;
}

/** An item whose entry changes within this time is read again. Milliseconds. */
const YOUNG = 48 * 3_600_000;
/** The first change is read at once, later ones after growing intervals. Milliseconds. */
const DISTANCE = 15 * 60_000;
const GROWTH = 3;
/** After so many polls in which every `updated` changed and no text did, `updated` is ignored. */
export const IDLE_UPDATES = 2;

export type Change = 'none' | 'updated' | 'text';

/** What has changed: the text, or only the entry's `updated`. */
export function changeOf(item: Pick<Item, 'entryHash' | 'updated'>, before: ReadBefore): Change {
  // An empty hash was made by an earlier version.
  if (before.entryHash !== '' && item.entryHash !== before.entryHash) return 'text';
  // Some feeds write `updated` only into entries that were edited.
  const isLater = item.updated !== undefined && item.updated > (before.updated ?? before.firstSeen);
  return isLater ? 'updated' : 'none';
}

/** When the item is to be read again; undefined where it is not. */
export function rereadAt(
  change: Change,
  before: ReadBefore,
  habits: FeedHabits,
  now: Date,
): Date | undefined {
  if (change === 'none' || before.doneAt === undefined) return undefined;
  if (now.getTime() - before.firstSeen.getTime() > YOUNG) return undefined;
  if (change === 'updated' && (habits.idleUpdates ?? 0) >= IDLE_UPDATES) return undefined;
  const wait = before.rereads === 0 ? 0 : DISTANCE * GROWTH ** (before.rereads - 1);
  return new Date(Math.max(now.getTime(), before.doneAt.getTime() + wait));
}

/**
 * How many polls in a row have changed every known entry's `updated` and no text.
 * @param changes of the known entries in the feed
 */
export function idleUpdates(changes: readonly Change[], before: number): number {
  // A single entry may be a live page.
  if (changes.length < 2) return before;
  const updated = changes.filter((change) => change === 'updated').length;
  if (updated >= 2 && updated >= changes.length * 0.8) return before + 1;
  // Once learned, the habit is forgotten only when updates have become rare.
  return updated <= changes.length * 0.2 ? 0 : before;
}

import type { FeedHabits } from './feed-habits.ts';
import type { Item } from './item-from-entry.ts';

/** What the record has of an item by which a change of the entry is recognised. */
export interface ReadBefore {
  readonly entryHash: string;
  readonly updated: Date | undefined;
  readonly firstSeen: Date;
  /** When it was last read; undefined while it waits for that. */
  readonly doneAt: Date | undefined;
  readonly rereads: number;
}

/** An item whose entry changes while it is young is read again. Milliseconds. */
const YOUNG = 48 * 3_600_000;
/** The first change is read at once, the next ones at a growing distance. Milliseconds. */
const DISTANCE = 15 * 60_000;
const GROWTH = 3;
/** After so many polls in which every `updated` changed and no content did, `updated` is ignored. */
export const IDLE_UPDATES = 2;

export type Change = 'none' | 'updated' | 'text';

/** What has changed: the words, or only the entry's own word that it was updated. */
export function changeOf(item: Pick<Item, 'entryHash' | 'updated'>, before: ReadBefore): Change {
  // The hash is empty where it was made by rules of before.
  if (before.entryHash !== '' && item.entryHash !== before.entryHash) return 'text';
  const isLater =
    item.updated !== undefined &&
    before.updated !== undefined &&
    item.updated.getTime() > before.updated.getTime();
  return isLater ? 'updated' : 'none';
}

/** When the item is to be read again; undefined where the change gives no reason to. */
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
 * How many polls in a row have called every known entry updated and changed no word.
 * @param changes of the known entries in the window
 */
export function idleUpdates(changes: readonly Change[], before: number): number {
  // One entry alone may be a live page.
  if (changes.length < 2) return before;
  const updated = changes.filter((change) => change === 'updated').length;
  if (updated >= 2 && updated >= changes.length * 0.8) return before + 1;
  // Learned once, it is forgotten only when updates have become the exception.
  return updated <= changes.length * 0.2 ? 0 : before;
}

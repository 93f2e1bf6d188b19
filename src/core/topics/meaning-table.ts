/** Index of a group in `Topics.groups`. */
export type GroupIndex = number;

/** The meaning of a pattern. */
export interface Meaning {
  readonly concept: number;
  /** An exception: the concept's other terms do not count in the text that it covers. */
  readonly isException: boolean;
  /** The term counts only near one of this group, if set … */
  readonly near: GroupIndex | undefined;
  /** … within this many words. */
  readonly words: number;
  /** A part of a term; it counts only where the other parts follow. No two parts of terms have the same `id + part`. */
  readonly chain: { readonly id: number; readonly part: number; readonly parts: number } | undefined;
}

/** The meanings of all patterns in a few arrays that threads can share. */
export interface MeaningTable {
  /** Where the list of each pattern is in `lists`. The forms of a word share one list, so most lists have many patterns. */
  readonly listAt: Int32Array;
  /** For each list how many numbers follow, then `WIDTH` numbers for each meaning. */
  readonly lists: Int32Array;
}

const WIDTH = 7;
const NONE = -1;

/** @param meanings for each pattern */
export function packMeanings(meanings: readonly (readonly Meaning[])[]): MeaningTable {
  const listAt = new Int32Array(meanings.length);
  const lists: number[] = [];
  const known = new Map<string, number>();
  for (const [pattern, own] of meanings.entries()) {
    const list = own.flatMap(columnsOf);
    const key = list.join();
    let at = known.get(key);
    if (at === undefined) {
      at = lists.length;
      known.set(key, at);
      lists.push(list.length, ...list);
    }
    listAt[pattern] = at;
  }
  return { listAt, lists: Int32Array.from(lists) };
}

function columnsOf({ concept, isException, near, words, chain }: Meaning): number[] {
  const { id, part, parts } = chain ?? { id: NONE, part: 0, parts: 0 };
  return [concept, isException ? 1 : 0, near ?? NONE, words, id, part, parts];
}

/**
 * Calls `found` for each meaning of the pattern. Most meanings are later parts of terms, and most of those follow
 * nothing, so `follows` is asked about these before the meaning is read.
 */
export function eachMeaning(
  { listAt, lists }: MeaningTable,
  pattern: number,
  follows: (chain: number, part: number) => boolean,
  found: (meaning: Meaning) => void,
): void {
  const first = listAt[pattern]! + 1;
  const end = first + lists[first - 1]!;
  for (let at = first; at < end; at += WIDTH) {
    const isException = lists[at + 1] === 1;
    const id = lists[at + 4]!;
    const part = lists[at + 5]!;
    if (part > 0 && !isException && !follows(id, part)) continue;
    const near = lists[at + 2]!;
    found({
      concept: lists[at]!,
      isException,
      near: near === NONE ? undefined : near,
      words: lists[at + 3]!,
      chain: id === NONE ? undefined : { id, part, parts: lists[at + 6]! },
    });
  }
}

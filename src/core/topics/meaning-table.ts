import type { GroupIndex } from './topics.ts';

/** The meaning of a pattern. */
export interface Meaning {
  readonly concept: number;
  /** An exception: the concept's other terms do not count in the text that it covers. */
  readonly isException: boolean;
  /** The term counts only near one of this group, if set … */
  readonly near: GroupIndex | undefined;
  /** … within this many words. */
  readonly words: number;
  /** A part of a term; it counts only where the other parts follow. */
  readonly chain: { readonly id: number; readonly part: number; readonly parts: number } | undefined;
}

/** The meanings of all patterns in a few arrays that threads can share. */
export interface MeaningTable {
  /** Where each pattern's meanings begin in `columns`; the last entry is the end. */
  readonly starts: Int32Array;
  /** `WIDTH` numbers for each meaning. */
  readonly columns: Int32Array;
}

const WIDTH = 7;
const NONE = -1;

/** @param meanings for each pattern */
export function packMeanings(meanings: readonly (readonly Meaning[])[]): MeaningTable {
  const starts = new Int32Array(meanings.length + 1);
  const columns = new Int32Array(WIDTH * meanings.reduce((sum, own) => sum + own.length, 0));
  let at = 0;
  for (const [pattern, own] of meanings.entries()) {
    for (const { concept, isException, near, words, chain } of own) {
      const { id, part, parts } = chain ?? { id: NONE, part: 0, parts: 0 };
      columns.set([concept, isException ? 1 : 0, near ?? NONE, words, id, part, parts], at);
      at += WIDTH;
    }
    starts[pattern + 1] = at;
  }
  return { starts, columns };
}

/** Calls `found` for each meaning of the pattern. */
export function eachMeaning(
  { starts, columns }: MeaningTable,
  pattern: number,
  found: (meaning: Meaning) => void,
): void {
  for (let at = starts[pattern]!; at < starts[pattern + 1]!; at += WIDTH) {
    const near = columns[at + 2]!;
    const id = columns[at + 4]!;
    found({
      concept: columns[at]!,
      isException: columns[at + 1] === 1,
      near: near === NONE ? undefined : near,
      words: columns[at + 3]!,
      chain: id === NONE ? undefined : { id, part: columns[at + 5]!, parts: columns[at + 6]! },
    });
  }
}

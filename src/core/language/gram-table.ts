/**
 * The frequency of n-grams by language, in a few arrays that threads can share. A hash table with open addressing,
 * for n-grams of up to six units below 256 or three of any. As objects the same data took 49 MB in each thread.
 */
export interface GramTable {
  /** The n-gram in each slot, as two numbers. A slot without postings is free. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** Where each slot's postings begin in `languages` and `values`; they end where those of the next slot begin. */
  readonly starts: Uint32Array;
  readonly languages: Uint8Array;
  readonly values: Uint16Array;
}

/** An n-gram as two numbers. */
export interface Gram {
  readonly low: number;
  readonly high: number;
}

type Postings = readonly (readonly [language: number, value: number])[];

/**
 * Builds the table from distinct n-grams, each with a value for some languages (0 to 255, as numbers of the model). A
 * value is below 65,536.
 */
export function buildGramTable(grams: readonly (readonly [gram: Gram, postings: Postings])[]): GramTable {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * grams.length)));
  const total = grams.reduce((sum, [, postings]) => sum + postings.length, 0);
  const table = {
    low: new Uint32Array(size),
    high: new Uint32Array(size),
    starts: new Uint32Array(size + 1),
    languages: new Uint8Array(total),
    values: new Uint16Array(total),
  };
  const postingsOf: (Postings | undefined)[] = Array.from({ length: size });
  for (const [gram, postings] of grams) {
    const slot = probe(table, gram, (taken) => postingsOf[taken] === undefined);
    table.low[slot] = gram.low;
    table.high[slot] = gram.high;
    postingsOf[slot] = postings;
  }
  let at = 0;
  for (const [slot, postings] of postingsOf.entries()) {
    table.starts[slot] = at;
    for (const [language, value] of postings ?? []) {
      table.languages[at] = language;
      table.values[at++] = value;
    }
  }
  table.starts[size] = at;
  return table;
}

/** The slot of the n-gram, or the free slot where it would be. */
export function slotOf(table: GramTable, low: number, high: number): number {
  const { starts } = table;
  return probe(table, { low, high }, (slot) => starts[slot] === starts[slot + 1]);
}

function probe(table: GramTable, gram: Gram, isFree: (slot: number) => boolean): number {
  const { low, high } = table;
  const mask = low.length - 1;
  let slot = (Math.imul(gram.low ^ Math.imul(gram.high, 0x9e3779b1), 0x85ebca6b) >>> 8) & mask;
  while (!isFree(slot) && (low[slot] !== gram.low || high[slot] !== gram.high)) slot = (slot + 1) & mask;
  return slot;
}

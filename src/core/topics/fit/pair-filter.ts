import { pairOf } from './pair-key.ts';

/** A set of pairs that is asked for each pair of each sentence: a table without hashing. */
export class PairFilter {
  /** By the lower number of a pair, then by the higher one: 1 where it is in the set. */
  private readonly rows: (Uint8Array | undefined)[];

  /** @param keys made by `pairKey`. @param size how many concepts and families there are */
  constructor(keys: Iterable<number>, size: number) {
    this.rows = Array.from({ length: size }, () => undefined);
    for (const key of keys) {
      const [lower, higher] = pairOf(key);
      (this.rows[lower] ??= new Uint8Array(size))[higher] = 1;
    }
  }

  has(one: number, other: number): boolean {
    const row = this.rows[Math.min(one, other)];
    return row !== undefined && row[Math.max(one, other)] === 1;
  }
}

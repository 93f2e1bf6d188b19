/**
 * A number for each UTF-16 unit. Most units have 0, and blocks of 64 units that all have 0 are stored once: a table of
 * all units takes 128 kB, this one 3 to 50.
 */
export interface UnitCodes {
  /** Which block of `codes` has the numbers of each 64 units. */
  readonly blocks: Uint16Array;
  readonly codes: Uint16Array;
}

const BITS = 6;
const BLOCK = 1 << BITS;

/** @param codes one number for each of the 65,536 units */
export function packUnitCodes(codes: Uint16Array): UnitCodes {
  const blocks = new Uint16Array(codes.length / BLOCK);
  const kept: Uint16Array[] = [new Uint16Array(BLOCK)];
  for (let nth = 0; nth < blocks.length; nth++) {
    const block = codes.subarray(nth * BLOCK, (nth + 1) * BLOCK);
    if (block.some((code) => code !== 0)) blocks[nth] = kept.push(block) - 1;
  }
  const packed = new Uint16Array(kept.length * BLOCK);
  for (const [nth, block] of kept.entries()) packed.set(block, nth * BLOCK);
  return { blocks, codes: packed };
}

/** The number of a unit. */
export function codeOf({ blocks, codes }: UnitCodes, unit: number): number {
  return codes[(blocks[unit >> BITS]! << BITS) | (unit & (BLOCK - 1))]!;
}

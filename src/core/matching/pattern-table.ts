import type { Pattern } from './term.ts';

/** The patterns of a matcher in a few arrays that threads can share. */
export interface PatternTable {
  /** How many patterns there are. */
  readonly length: number;
  /** Units of each pattern. */
  readonly sizes: Uint8Array;
  /** `CLOSED_LEFT` and the others. */
  readonly edges: Uint8Array;
  /** The index in `capitals` for case-sensitive patterns; -1 for others. */
  readonly capitalsAt: Int32Array;
  readonly capitals: Uint8Array;
}

export const CLOSED_LEFT = 1;
export const CLOSED_RIGHT = 2;
export const OPEN_LEFT = 4;
export const OPEN_RIGHT = 8;

/** The rules for the pattern's two ends, as one number. */
export function edgesOf(pattern: Omit<Pattern, 'units' | 'capitals'>): number {
  return (
    (pattern.closedLeft ? CLOSED_LEFT : 0) |
    (pattern.closedRight ? CLOSED_RIGHT : 0) |
    (pattern.openLeft ? OPEN_LEFT : 0) |
    (pattern.openRight ? OPEN_RIGHT : 0)
  );
}

/** Packs the patterns; their indices stay the same. */
export function packPatterns(patterns: readonly Pattern[]): PatternTable {
  const sizes = new Uint8Array(patterns.length);
  const edges = new Uint8Array(patterns.length);
  const capitalsAt = new Int32Array(patterns.length).fill(-1);
  const capitals: number[] = [];
  for (const [number, pattern] of patterns.entries()) {
    sizes[number] = pattern.units.length;
    edges[number] = edgesOf(pattern);
    if (pattern.capitals === undefined) continue;
    capitalsAt[number] = capitals.length;
    capitals.push(...pattern.capitals);
  }
  return { length: patterns.length, sizes, edges, capitalsAt, capitals: Uint8Array.from(capitals) };
}

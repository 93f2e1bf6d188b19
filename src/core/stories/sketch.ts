import { hash32 } from './hash.ts';
import type { Word } from './words.ts';

/** Hashes in a sketch. Containment is then accurate to about .1 for texts of similar length. */
const SKETCH_SIZE = 112;
const WORD_WIDTH = 3;
const UNSPACED_WIDTH = 5;
/** With fewer comparable shingles the estimate is too imprecise to use. */
const LEAST_SAMPLE = 4;

export interface Sketch {
  /** Ascending. */
  readonly hashes: readonly number[];
  readonly shingles: number;
}

/**
 * Bottom-k sketch (Broder 1997) of a text's shingles: three words, or five characters in scripts without spaces. The
 * k smallest hashes are a random sample of shingles, the same in every copy.
 */
export function sketchOf(words: readonly Word[]): Sketch {
  const unspaced = words.filter((word) => word.unspaced).length;
  const width = unspaced > words.length / 2 ? UNSPACED_WIDTH : WORD_WIDTH;
  const hashes = new Set<number>();
  for (let start = 0; start + width <= words.length; start += 1) {
    let shingle = '';
    for (let index = start; index < start + width; index += 1) shingle += `${words[index]!.text} `;
    hashes.add(hash32(shingle));
  }
  return { hashes: [...hashes].sort((a, b) => a - b).slice(0, SKETCH_SIZE), shingles: hashes.size };
}

export interface TextSimilarity {
  /** Share of all shingles that are in both texts. */
  readonly jaccard: number;
  /** Share of the shorter text's shingles that are in the longer one; 1 for a shortened copy. */
  readonly containment: number;
}

/**
 * Estimates both shares from two sketches. Only hashes below the lower of both sketches' maxima are compared, because
 * only there both are complete.
 */
export function textSimilarity(a: Sketch, b: Sketch): TextSimilarity {
  const reach = Math.min(upperEnd(a), upperEnd(b));
  const shared = sharedUpTo(reach, a.hashes, b.hashes);
  if (shared === 0) return { jaccard: 0, containment: 0 };
  const countA = countUpTo(reach, a.hashes);
  const countB = countUpTo(reach, b.hashes);
  const smaller = Math.min(countA, countB);
  if (smaller < LEAST_SAMPLE) return { jaccard: 0, containment: 0 };
  return { jaccard: shared / (countA + countB - shared), containment: shared / smaller };
}

function upperEnd(sketch: Sketch): number {
  const whole = sketch.hashes.length === sketch.shingles;
  return whole ? 0xffffffff : (sketch.hashes.at(-1) ?? 0);
}

function sharedUpTo(reach: number, a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let own = 0, other = 0; own < a.length && other < b.length; ) {
    const left = a[own]!;
    const right = b[other]!;
    if (left > reach || right > reach) break;
    if (left === right) shared += 1;
    if (left <= right) own += 1;
    if (right <= left) other += 1;
  }
  return shared;
}

function countUpTo(reach: number, hashes: readonly number[]): number {
  let count = hashes.length;
  while (count > 0 && hashes[count - 1]! > reach) count -= 1;
  return count;
}

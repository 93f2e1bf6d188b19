/** The factor in the key of two concepts; there are always fewer concepts. Keys stay small integers for V8. */
const CONCEPTS = 1 << 15;

/** The key of two concepts in one sentence. */
export function pairKey(one: number, other: number): number {
  return one < other ? one * CONCEPTS + other : other * CONCEPTS + one;
}

/** The concepts of a key. */
export function pairOf(key: number): [number, number] {
  return [Math.floor(key / CONCEPTS), key % CONCEPTS];
}

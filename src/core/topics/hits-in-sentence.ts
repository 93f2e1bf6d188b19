import { lowerBound } from '../matching/lower-bound.ts';
import type { Hit } from './hit.ts';

/** The hits of one sentence, of a list in order of the text. */
export function hitsInSentence(hits: readonly Hit[], sentence: number): readonly Hit[] {
  const first = lowerBound(hits.length, (index) => hits[index]!.sentence >= sentence);
  let end = first;
  while (end < hits.length && hits[end]!.sentence === sentence) end++;
  return hits.slice(first, end);
}

/** Whether one hit of a list in order of the text is in the sentence. */
export function isNamedIn(hits: readonly Hit[], sentence: number): boolean {
  const first = lowerBound(hits.length, (index) => hits[index]!.sentence >= sentence);
  return first < hits.length && hits[first]!.sentence === sentence;
}

import { safeText } from '../messages/plain-text.ts';
import type { Piece } from '../messages/shorten.ts';
import { excerpt } from '../messages/shorten.ts';

/** The stretch of a text that shows best why it was found: around the first place where a word stands. */
export function snippet(text: string, words: readonly string[], max: number): readonly Piece[] {
  const flat = safeText(text);
  const lower = flat.toLowerCase();
  // Letters whose lower case is of another length would shift the places: then nothing is marked.
  if (lower.length !== flat.length) return excerpt(flat, [], max);
  const spots = words
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '')
    .flatMap((word) => placesOf(lower, word));
  return excerpt(flat, spots, max);
}

const PLACES = 20;

function placesOf(text: string, word: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (
    let at = text.indexOf(word);
    at >= 0 && found.length < PLACES;
    at = text.indexOf(word, at + word.length)
  )
    if (!LATIN.test(word)) found.push({ start: at, end: at + word.length });
    else if (isWordStart(text, at)) found.push({ start: at, end: wordEnd(text, at + word.length) });
  return found;
}

/** Scripts with spaces, as far as marking whole words goes. */
const LATIN = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u;
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\d]/u;

/** `port` is not to be marked within `export`. */
function isWordStart(text: string, at: number): boolean {
  return at === 0 || !LETTER.test(text.charAt(at - 1));
}

/** A stem is marked with its ending. */
function wordEnd(text: string, end: number): number {
  let at = end;
  while (at < text.length && at < end + 12 && LETTER.test(text.charAt(at))) at += 1;
  return at;
}

import { safeText } from '../messages/plain-text.ts';
import type { Piece } from '../words/shorten.ts';
import { excerpt } from '../words/shorten.ts';
import { foldForSearch } from './fold-for-search.ts';

/**
 * The part of a text that shows best why it was found: around the first matching word. The index also finds inflected
 * forms, so they are marked too.
 */
export function snippet(text: string, words: readonly string[], max: number): readonly Piece[] {
  const flat = safeText(text);
  const folded = foldForSearch(flat);
  const spots = words
    .map((word) => foldForSearch(word.trim()))
    .filter((word) => word !== '')
    .flatMap((word) => placesOf(folded, word));
  return excerpt(flat, spots, max);
}

interface Spot {
  readonly start: number;
  readonly end: number;
}

const PLACES = 20;

function placesOf(text: string, term: string): Spot[] {
  const [first, ...rest] = term.split(/\s+/).map(stemOf) as [string, ...string[]];
  const found: Spot[] = [];
  for (let at = text.indexOf(first); at >= 0 && found.length < PLACES; at = text.indexOf(first, at + 1)) {
    const end = endOf(text, at, [first, ...rest]);
    if (end !== undefined) found.push({ start: at, end });
  }
  return found;
}

/** The end of a term that begins here; undefined where none does. */
function endOf(text: string, start: number, stems: readonly string[]): number | undefined {
  let at = start;
  for (const [index, stem] of stems.entries()) {
    if (index > 0) while (at < text.length && /[\s-]/.test(text.charAt(at))) at += 1;
    if (!text.startsWith(stem, at)) return undefined;
    // `port` must not be marked in `export`. Scripts without spaces have no word edges.
    if (SPACED.test(stem) && !isWordStart(text, at)) return undefined;
    at = SPACED.test(stem) ? wordEnd(text, at + stem.length) : at + stem.length;
  }
  return at;
}

/** A word without its ending, approximately as a stemmer leaves it. */
function stemOf(word: string): string {
  if (!/^\p{L}+$/u.test(word) || !SPACED.test(word) || word.length < 5) return word;
  return word.slice(0, word.length > 6 ? -2 : -1);
}

/** Scripts whose words are inflected. */
const SPACED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u;
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\d]/u;
/** The longest ending, in letters. */
const ENDING = 12;

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !LETTER.test(text.charAt(at - 1));
}

function wordEnd(text: string, end: number): number {
  let at = end;
  while (at < text.length && at < end + ENDING && LETTER.test(text.charAt(at))) at += 1;
  return at;
}

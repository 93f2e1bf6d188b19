import { foldLetters } from '../fold-text.ts';

/** The shortest part of a headline, in letters, that counts as the whole. */
const MIN_PART = 15;

/**
 * Whether a text of the page is the headline, or one of the two is the larger part of the other at either end.
 * `title` is folded.
 */
export function isSameTitle(text: string, title: string): boolean {
  if (title === '') return false;
  // Folding is the expensive part, and texts so much longer cannot be equal.
  if (text.length > 5 * title.length + 100) return false;
  if (text.length < Math.min(title.length, Math.max(MIN_PART, title.length / 2))) return false;
  if (!beginsOrEndsLike(text, title)) return false;
  const folded = foldLetters(text);
  if (folded === '') return false;
  if (folded === title) return true;
  const [short, long] = folded.length < title.length ? [folded, title] : [title, folded];
  return (
    short.length >= MIN_PART &&
    short.length > 0.5 * long.length &&
    (long.startsWith(short) || long.endsWith(short))
  );
}

const FIRST = /[\p{L}\p{N}]/u;
/** How far from its end the last letter of a text is searched, in UTF-16 units. */
const MAX_END = 40;
/** How many letters and digits are compared at either end. */
const COMPARED = 6;

/**
 * Whether the first or the last letters agree with the headline's. This cheap test excludes nearly all other texts. It
 * reads ASCII only, and leaves the rest to the comparison of the whole texts.
 */
function beginsOrEndsLike(text: string, title: string): boolean {
  return beginsLike(text, title) || endsLike(text, title);
}

function beginsLike(text: string, title: string): boolean {
  let known = 0;
  for (let i = 0; i < text.length && known < title.length && known < COMPARED; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return known > 0 || fold(FIRST.exec(text)?.[0])?.charCodeAt(0) === title.charCodeAt(0);
    const small = smallLetter(code);
    if (small === undefined) continue;
    if (small !== title.charCodeAt(known)) return false;
    known++;
  }
  return known > 0;
}

function endsLike(text: string, title: string): boolean {
  const end = title.charAt(title.length - 1);
  // Sigma has another lower-case form at the end of a word.
  if (end === 'σ' || end === 'ς') return true;
  const stop = Math.max(0, text.length - MAX_END);
  let known = 0;
  for (let i = text.length - 1; i >= stop && known < title.length && known < COMPARED; i--) {
    const code = text.codePointAt(i)!;
    if (code > 127) {
      if (known > 0) return true;
      if (code >= 0xdc00 && code <= 0xdfff) continue;
      const letter = String.fromCodePoint(code);
      if (FIRST.test(letter)) return foldLetters(letter).endsWith(end);
      continue;
    }
    const small = smallLetter(code);
    if (small === undefined) continue;
    if (small !== title.charCodeAt(title.length - 1 - known)) return false;
    known++;
  }
  return true;
}

/** The code of an ASCII digit, or of the lower-case form of an ASCII letter; undefined for all else. */
function smallLetter(code: number): number | undefined {
  if (code >= 48 && code <= 57) return code;
  const small = code | 32;
  return small >= 97 && small <= 122 ? small : undefined;
}

function fold(letter: string | undefined): string | undefined {
  return letter === undefined ? undefined : foldLetters(letter);
}

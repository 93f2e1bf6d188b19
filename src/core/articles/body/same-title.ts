import { foldLetters } from '../fold-text.ts';

/** Shortest part of a headline, in letters, that stands for the whole. */
const MIN_PART = 15;

/** Whether a text of the page is the headline, given folded, or the larger part of it at either end, or has it so. */
export function isSameTitle(text: string, title: string): boolean {
  if (title === '') return false;
  // Folding is most of the work, and texts of these lengths cannot be equal.
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
/** How far from its end the last letter of a text is looked for, in UTF-16 units. */
const MAX_END = 40;

/** Whether the first or the last letter is the headline's: rules out nearly all other texts, for a hundredth of the work. */
function beginsOrEndsLike(text: string, title: string): boolean {
  const first = smallLetter(text.charCodeAt(0)) ?? fold(FIRST.exec(text)?.[0])?.charCodeAt(0);
  if (first === undefined) return false;
  if (first === title.charCodeAt(0)) return true;
  const end = title.charAt(title.length - 1);
  // At the end of a word a small sigma is another letter.
  if (end === 'σ' || end === 'ς') return true;
  const stop = Math.max(0, text.length - MAX_END);
  for (let i = text.length - 1; i >= stop; i--) {
    const small = smallLetter(text.charCodeAt(i));
    if (small !== undefined) return small === end.charCodeAt(0);
    const code = text.codePointAt(i)!;
    if (code >= 0xdc00 && code <= 0xdfff) continue;
    const letter = String.fromCodePoint(code);
    if (FIRST.test(letter)) return foldLetters(letter).endsWith(end);
  }
  return true;
}

/** The code of a letter of ASCII in small; undefined for all else. */
function smallLetter(code: number): number | undefined {
  const small = code | 32;
  return small >= 97 && small <= 122 ? small : undefined;
}

function fold(letter: string | undefined): string | undefined {
  return letter === undefined ? undefined : foldLetters(letter);
}

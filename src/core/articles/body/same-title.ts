import { foldLetters } from '../fold-text.ts';

/** Shortest part of a headline, in letters, that stands for the whole. */
const MIN_PART = 15;

/** Whether a text of the page is the headline, given folded, or the larger part of it at either end, or has it so. */
export function isSameTitle(text: string, title: string): boolean {
  if (title === '') return false;
  // Folding is most of the work, and these lengths say no whatever the text says.
  if (text.length > 5 * title.length + 100) return false;
  if (text.length < Math.min(title.length, Math.max(MIN_PART, title.length / 2))) return false;
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

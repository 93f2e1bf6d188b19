import type { MatchedText } from './find-evidence.ts';

/**
 * Up to this many words one statement shows what the text is about. In longer texts the value of a statement outside
 * the title decreases with the square root of the length, because every word occurs somewhere.
 */
const FULL_WORTH_WORDS = 250;
/** The value of a statement in the opening of a long text, which says more about the subject than a later one. */
const OPENING_WORTH = 0.6;

/** The value of one mention in the text: 1, or less in a long text. */
export function textWorth({ words }: Pick<MatchedText, 'words'>): number {
  return Math.min(1, Math.sqrt(FULL_WORTH_WORDS / Math.max(1, words)));
}

/** The value of what a sentence says: 1 in the title, less in a long text. */
export function placeWorth(
  sentence: number,
  reading: Pick<MatchedText, 'fields' | 'opens' | 'words'>,
): number {
  if (reading.fields[sentence] === 'title') return 1;
  const worth = textWorth(reading);
  return reading.opens[sentence]! ? Math.max(worth, OPENING_WORTH) : worth;
}

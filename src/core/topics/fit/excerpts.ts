import type { ClassifiableArticle } from '../match.ts';

/** Shorter texts are their own beginning. In characters. */
const SHORT_TEXT = 360;
/** A teaser's length. In characters. */
const TEASER = 240;
/** A teaser that ends at a full stop has at least so many characters. */
const LEAST_TEASER = 80;
/** A text without its title needs so many characters to say what it is about. */
const LEAST_TEXT = 120;
const SENTENCE_ENDS = ['.', '。', '!', '?', '！', '？'];

/**
 * What feeds often carry of an article: the title alone, the title with the beginning of the text, the text without
 * the title. Linear in the length of the text.
 */
export function excerptsOf({ title, text, language }: ClassifiableArticle): ClassifiableArticle[] {
  const whole = text.trim();
  const excerpts: ClassifiableArticle[] = [];
  if (whole !== '') excerpts.push({ title, text: '', language });
  if (whole.length > SHORT_TEXT) excerpts.push({ title, text: beginningOf(whole), language });
  if (whole.length > LEAST_TEXT) excerpts.push({ title: '', text: whole, language });
  return excerpts;
}

function beginningOf(text: string): string {
  const cut = text.slice(0, TEASER);
  const end = Math.max(...SENTENCE_ENDS.map((mark) => cut.lastIndexOf(mark)));
  return end > LEAST_TEASER ? cut.slice(0, end + 1) : cut;
}

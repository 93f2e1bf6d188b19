/** Marks a `<br>` until the white space around it is folded. */
export const BREAK = '\u001e';

/** Folds white space as a browser does, keeps single line breaks, and drops characters that have no width. */
export function foldText(raw: string): string {
  let text = raw;
  // Most texts need no folding except at their ends, and a search costs a tenth of a replacement.
  if (FOLDED.test(text)) text = text.replace(/[^\S ]\s*| \s+/g, ' ');
  if (WIDTHLESS.test(text)) text = text.replace(WIDTHLESS_ALL, '');
  text = text.trim();
  if (!text.includes(BREAK)) return text;
  return text
    .replace(/(?: ?\u001e)+ ?/g, '\n')
    .replace(/^\n+|\n+$/g, '')
    .trim();
}

/** The length of `text.trim()`, without making a new string. */
export function trimmedLength(text: string): number {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end - start;
}

/** White space as defined by `\s` and `trim`. */
export function isSpace(code: number): boolean {
  if (code <= 0xa0) return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
  return code >= 0x1680 && WIDE_SPACES.includes(code);
}

const WIDE_SPACES = [
  0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f,
  0x205f, 0x3000, 0xfeff,
]; // biome-ignore format: a table

/** White space other than single spaces. */
const FOLDED = /[^\S ]|  /;
/** Soft hyphens and other characters without width. */
const WIDTHLESS = /[\u00ad\u200b\ufeff\u2060]/;
const WIDTHLESS_ALL = new RegExp(WIDTHLESS.source, 'g');

/**
 * Letters and digits only, in lower case: other characters often differ between two copies of a headline or sentence.
 */
export function foldLetters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

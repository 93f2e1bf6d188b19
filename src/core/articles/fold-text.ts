/** Marks a `<br>` until the white space around it is folded. */
export const BREAK = '\u001e';

/**
 * Folds white space as a browser does, keeps single line breaks, and drops characters that have no width.
 *
 * @param needs the result of `needsOf`
 */
export function foldText(raw: string, needs: number): string {
  let text = raw;
  // Most texts need no folding except at their ends.
  if ((needs & SPACES) !== 0) text = text.replace(/[^\S ]\s*| \s+/g, ' ');
  if ((needs & WIDTHLESS) !== 0) text = text.replace(WIDTHLESS_ALL, '');
  text = text.trim();
  if ((needs & BREAKS) === 0) return text;
  return text
    .replace(/(?: ?\u001e)+ ?/g, '\n')
    .replace(/^\n+|\n+$/g, '')
    .trim();
}

/** What a text needs: white space folded, characters without width dropped, line breaks made. */
const SPACES = 1;
const WIDTHLESS = 2;
const BREAKS = 4;
/** Whether a text may have letters that `letterWeight` counts for more than one. */
export const MAYBE_WIDE = 8;

/** What a text needs. One loop, because each search with a pattern takes as long. */
export function needsOf(text: string): number {
  let needs = 0;
  let wasSpace = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 32 && code < 0xa0) {
      wasSpace = false;
      continue;
    }
    if (code === 32) {
      if (wasSpace) needs |= SPACES;
      wasSpace = true;
      continue;
    }
    wasSpace = false;
    if (code >= 0xe00) needs |= MAYBE_WIDE;
    if (code === 0x1e) needs |= BREAKS;
    else if (isWidthless(code)) needs |= WIDTHLESS | SPACES;
    else if (code <= 0x3000 && isSpace(code)) needs |= SPACES;
  }
  return needs;
}

/** Soft hyphens and other characters without width. One of them, U+FEFF, is white space too. */
function isWidthless(code: number): boolean {
  return code === 0xad || code === 0x200b || code === 0x2060 || code === 0xfeff;
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

const WIDTHLESS_ALL = /[\u00ad\u200b\ufeff\u2060]/g;

/**
 * Letters and digits only, in lower case: other characters often differ between two copies of a headline or sentence.
 */
export function foldLetters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

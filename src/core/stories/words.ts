import { type NormalisedText, UPPER, normalise, normalisedString } from '../matching/normalise.ts';

/** Longer texts are cut; a news report names its event before that. */
const MAX_CHARACTERS = 24_000;

export interface Word {
  /** Folded: lower case, no diacritics, simplified Han characters. */
  readonly text: string;
  readonly capital: boolean;
  /** Whether it is one character of a script without spaces. */
  readonly unspaced: boolean;
  /** Whether it begins a sentence, where a capital means nothing. */
  readonly opens: boolean;
  /** Index of its first normalised unit. */
  readonly at: number;
  /** Whether nothing separates it from the previous word. */
  readonly joined: boolean;
}

/** A text prepared for searching and splitting, once for each field. */
export interface ReadText {
  readonly normal: NormalisedText;
  /** The normalised text as a string: lower case, diacritics kept. */
  readonly folded: string;
  readonly words: readonly Word[];
}

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const PIECES = new RegExp(
  String.raw`([${UNSPACED}])|(?:(?![${UNSPACED}])[\p{L}\p{N}\p{M}])+|[.!?。\n]`,
  'gu',
);

/**
 * Folds a text and splits it into words; scripts without spaces into characters. Linear; texts are cut at 24,000
 * characters.
 */
export function readText(text: string): ReadText {
  const normal = normalise(text.slice(0, MAX_CHARACTERS));
  const folded = normalisedString(normal);
  const words: Word[] = [];
  let opens = true;
  let end = -1;
  for (const match of folded.matchAll(PIECES)) {
    const word = match[0];
    if (/^[.!?。\n]$/.test(word)) {
      opens = true;
      continue;
    }
    words.push({
      text: withoutMarks(word),
      capital: (normal.flags[match.index]! & UPPER) !== 0,
      unspaced: match[1] !== undefined,
      opens,
      at: match.index,
      joined: match.index === end,
    });
    opens = false;
    end = match.index + word.length;
  }
  return { normal, folded, words };
}

/** Removes diacritics from Latin and Cyrillic letters; other scripts are unchanged. */
function withoutMarks(word: string): string {
  if (/^[\u0020-\u007e]*$/.test(word) || !/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd');
}

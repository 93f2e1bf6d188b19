import { DIGITS, parseDigits, parseHanNumeral } from './number-forms.ts';
import { LONG_BILLION_LANGUAGES, SCALES } from './quantity-words.ts';
import { isUnspacedWord, wordTable, type FoundWord } from './word-table.ts';

const scales = wordTable(SCALES);

/** At most two spaces or hyphens between a number and what belongs to it; the offset behind them. */
export function skipGap(text: string, from: number): number {
  let at = from;
  while (at < from + 2 && /[\s-]/u.test(text[at] ?? '')) at++;
  return at;
}

/** The power of ten that follows a number, if any. */
export const scaleAt = (text: string, from: number): FoundWord<number> | undefined =>
  scales.at(text, skipGap(text, from));

export interface Scaled {
  readonly value: number;
  /** UTF-16 offset behind the last power of ten. */
  readonly end: number;
  /** The last power of ten as written. */
  readonly scale: string | undefined;
}

/** 1万2千, 1조 2천억: groups that add up. */
const NEXT_GROUP = new RegExp(
  String.raw`\s?([${DIGITS}][${DIGITS},]{0,5}|[一二三四五六七八九])(?=[千百万萬亿億천백만억])`,
  'uy',
);
const MOST_GROUPS = 4;

/** Applies the powers of ten behind a number that ends at `from`. */
export function applyScales(
  text: string,
  from: number,
  number: number,
  language: string | undefined,
): Scaled {
  let [sum, value, end]: [number, number, number] = [0, number, from];
  let scale: string | undefined;
  for (let group = 0; group < MOST_GROUPS; group++) {
    const found = scaleAt(text, end);
    if (found === undefined) break;
    ({ end, word: scale } = found);
    const power = powerOf(found, language);
    value *= power;
    if (!isUnspacedWord(scale)) {
      // A power on a power: mil millones, 10 тыс. млн.
      const higher = scaleAt(text, end);
      if (higher === undefined || powerOf(higher, language) <= power) break;
      return { value: sum + value * powerOf(higher, language), end: higher.end, scale: higher.word };
    }
    NEXT_GROUP.lastIndex = end;
    const next = NEXT_GROUP.exec(text)?.[1];
    if (next === undefined) break;
    sum += value;
    value = parseHanNumeral(next) ?? parseDigits(next, { language, scaled: true });
    end = NEXT_GROUP.lastIndex;
  }
  return { value: sum + value, end, scale };
}

function powerOf({ word, value }: FoundWord<number>, language: string | undefined): number {
  return LONG_BILLION_LANGUAGES.has(language ?? '') && /^billions?$/i.test(word) ? 1e12 : value;
}

import { DIGITS, parseDigits, parseHanNumeral } from './number-forms.ts';
import { applyScales, scaleAt } from './powers-of-ten.ts';
import { BARE_SCALES, NUMERALS, ONLY_AFTER_CURRENCY } from './quantity-words.ts';
import { unitAfter, unitBefore } from './units.ts';
import { wordTable } from './word-table.ts';

/** A number as a text means it, in whatever language. */
export interface Quantity {
  readonly value: number;
  /** ISO 4217 (`USD`), `%`, `nm`, `GB`, `TB`, `GW`, `MW`; undefined for a bare number. */
  readonly unit: string | undefined;
  /** UTF-16 offsets into the text as given, the unit included. */
  readonly start: number;
  readonly end: number;
}

/** A number as written, before powers of ten and units. */
interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const numerals = wordTable(NUMERALS);

/** A number in digits, grouped or not. Letters before it make it a model number. */
const IN_DIGITS = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}_${DIGITS}.,])` +
    String.raw`(?:[${DIGITS}]{1,3}(?:[ \u00a0\u2009\u202f,.'’٬][${DIGITS}]{3}(?![${DIGITS}]))+(?:[.,٫][${DIGITS}]+)?` +
    String.raw`|[${DIGITS}]+(?:[.,٫．][${DIGITS}]+)?)`,
  'gu',
);
const WORD = /(?<![\p{L}\p{M}\d])\p{L}[\p{L}\p{M}]*/gu;
const IN_HAN = /[〇零一二两兩三四五六七八九十百千]{1,6}/gu;
const LONGEST_NUMBER = 18;
/** Below it a number without a unit says little (`two people`). */
const LEAST_BARE = 100;

/**
 * The numbers of a text with their currency or unit, in order: `1 billion dollars`, `10 亿美元`, `un milliard de
 * dollars`, `10억 달러` and `1 Mrd. Dollar` all give `{ value: 1e9, unit: 'USD' }`. Numbers without a unit are given
 * from 100 on, except years. `language` (ISO 639-3) settles what languages write alike: `1.234`, `billion`, `¥`.
 */
export function extractQuantities(text: string, language?: string): Quantity[] {
  const found: Quantity[] = [];
  let last = 0;
  for (const numeral of findNumerals(text, language)) {
    if (numeral.start < last) continue;
    const quantity = complete(text, numeral, last, language);
    if (quantity === undefined) continue;
    found.push(quantity);
    last = quantity.end;
  }
  return found;
}

function findNumerals(text: string, language: string | undefined): Numeral[] {
  const found: Numeral[] = [];
  for (const { 0: written, index: start } of text.matchAll(IN_DIGITS)) {
    if (written.length > LONGEST_NUMBER) continue;
    const end = start + written.length;
    found.push({
      start,
      end,
      value: parseDigits(written, { language, scaled: scaleAt(text, end) !== undefined }),
    });
  }
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const end = start + word.length;
    const value = numerals.get(word);
    if (value !== undefined) {
      if (scaleAt(text, end) !== undefined) found.push({ start, end, value });
    } else if (BARE_SCALES.has(word.toLowerCase())) {
      const counts = scaleAt(text, end) !== undefined || unitAfter(text, end, word) !== undefined;
      if (counts) found.push({ start, end: start, value: 1 });
    }
  }
  for (const { 0: written, index: start } of text.matchAll(IN_HAN)) {
    const end = start + written.length;
    const value = parseHanNumeral(written);
    if (value === undefined || text.startsWith('分之', end)) continue;
    const counts =
      text.startsWith('百分之', start - 3) ||
      scaleAt(text, end) !== undefined ||
      unitAfter(text, end, undefined) !== undefined;
    if (counts) found.push({ start, end, value });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Undefined for a numeral that is no quantity. `floor` is where the quantity before it ends. */
function complete(
  text: string,
  numeral: Numeral,
  floor: number,
  language: string | undefined,
): Quantity | undefined {
  const { value: exact, end, scale } = applyScales(text, numeral.end, numeral.value, language);
  // 1.1 × 10⁹ is not to become 1100000000.0000001.
  const value = Number(exact.toPrecision(12));
  const before = unitBefore(text, floor, numeral.start, language);
  if (before !== undefined) return { value, unit: before.unit, start: before.start, end };
  const after = unitAfter(text, end, scale);
  if (after !== undefined) return { value, unit: after.unit, start: numeral.start, end: after.end };
  if (scale !== undefined) {
    if (ONLY_AFTER_CURRENCY.has(scale.toLowerCase())) return undefined;
  } else {
    const isYear = Number.isInteger(value) && value >= 1900 && value <= 2100;
    // Letters that follow make a model number (`6000D`); a Han classifier or a particle does not.
    if (isYear || /[\p{Script=Latin}_]/u.test(text[end] ?? '')) return undefined;
  }
  return value < LEAST_BARE ? undefined : { value, unit: undefined, start: numeral.start, end };
}

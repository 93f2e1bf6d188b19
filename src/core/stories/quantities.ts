import { monthNamed } from '../dates/date-words.ts';
import { countedThing } from './counted-things.ts';
import { withDigits } from './number-words.ts';
import {
  SCALES,
  LONG_SCALE_BILLION,
  LONG_SCALE_LANGUAGES,
  CURRENCY_AFTER,
  CURRENCY_BEFORE,
  UNITS_AFTER,
  TIME_AFTER,
} from './quantity-words.ts';
import type { StoryQuantity } from './story.ts';

const MAX_QUANTITIES = 16;
/** Smaller counts without a unit are in every text. */
const LEAST_COUNT = 10;
/** A larger number is no figure. */
const MOST = 1e15;
/** How many characters after a number may say what it is. */
const AHEAD = 60;

const NUMBER = /\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g;

/**
 * Distinct amounts, shares, sizes and counts in any of the shipped languages, with scale words and 万/亿 applied, in
 * text order. Numbers may be written out. Years, dates, times and digits in product names are left out.
 */
export function quantitiesIn(written: string, language: string): StoryQuantity[] {
  const folded = withDigits(written, language);
  const found = new Map<string, StoryQuantity>();
  let consumed = 0;
  for (const match of folded.matchAll(NUMBER)) {
    if (found.size >= MAX_QUANTITIES) break;
    const start = match.index;
    const before = folded.slice(Math.max(0, start - 8), start);
    if (
      /[\p{Script=Latin}\p{Script=Cyrillic}\d][.,:/-]?$/u.test(before) &&
      !/(?:us|nt|hk|r|s|rmb|cny|eur|rs|rm|myr|rp|chf|aed)$/u.test(before)
    ) {
      continue;
    }
    if (start < consumed) continue;
    const end = start + match[0].length;
    const read = readQuantity(match[0], before, folded.slice(end, end + AHEAD), language);
    if (read === undefined) continue;
    consumed = end + read.consumed;
    found.set(`${read.quantity.unit} ${read.quantity.value}`, read.quantity);
  }
  return [...found.values()];
}

/** Whether the number before is the day of a date: `12 May`, `12 de mayo`. */
function isDayOfMonth(after: string): boolean {
  const [, word] = /^(?:de |\.)?\s?(\p{L}[\p{L}\p{M}]*)/u.exec(after) ?? [];
  return word !== undefined && monthNamed(word) !== undefined;
}

function readQuantity(
  digits: string,
  before: string,
  rest: string,
  language: string,
): { quantity: StoryQuantity; consumed: number } | undefined {
  let after = rest.replace(/^[\s-]+/u, '');
  const glued = after.length === rest.length;
  if (/^:\d/.test(after) || TIME_AFTER.test(after) || isDayOfMonth(after)) return undefined;
  let value = parseNumber(digits);
  if (value > MOST) return undefined;
  const scale = scaleOf(after, language);
  if (scale !== undefined) {
    value *= scale.factor;
    const attached = after.slice(scale.length);
    after = attached.trimStart();
    const lower = lowerPart(after, scale.factor, language, attached === after);
    value += lower.value;
    after = after.slice(lower.length).replace(/^[\s余多以上.]+/u, '');
    after = after.replace(/^(?:de |d'|di |of |en )/u, '');
  } else if (glued && /^\p{Script=Latin}/u.test(after) && !UNITS_AFTER.some(([unit]) => unit.test(after))) {
    return undefined;
  }
  const consumed = rest.length - after.length;
  const currency = lookUp(CURRENCY_BEFORE, before) ?? lookUp(CURRENCY_AFTER, after);
  if (currency !== undefined) return { quantity: { value, unit: currency }, consumed };
  const unit = lookUp(UNITS_AFTER, after) ?? (/(?:百分之|yüzde|%)\s?$/u.test(before) ? '%' : undefined);
  if (unit !== undefined) return { quantity: { value, unit }, consumed };
  if (!Number.isInteger(value)) return { quantity: { value, unit: 'x' }, consumed };
  if (value < LEAST_COUNT) return undefined;
  const year = scale === undefined && /^\d{4}$/.test(digits) && value >= 1900 && value <= 2100;
  if (year) return undefined;
  const of = countedThing(after);
  return { quantity: { value, unit: 'n', ...(of === undefined ? {} : { of }) }, consumed };
}

/**
 * The lower part of 3兆5000억, 1亿2000万, 1만2000. It follows the higher part directly, without a space if it has no unit.
 */
function lowerPart(
  text: string,
  above: number,
  language: string,
  attached: boolean,
): { value: number; length: number } {
  const digits = /^\d+(?:[.,]\d+)?/u.exec(text)?.[0];
  if (digits === undefined) return { value: 0, length: 0 };
  const rest = text.slice(digits.length).trimStart();
  const scale = scaleOf(rest, language);
  if (scale === undefined && attached && /^\d{1,4}$/.test(digits) && above >= 1e4)
    return { value: Number(digits), length: digits.length };
  if (scale === undefined || scale.factor >= above) return { value: 0, length: 0 };
  return {
    value: parseNumber(digits) * scale.factor,
    length: text.length - rest.length + scale.length,
  };
}

function lookUp(table: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

function scaleOf(text: string, language: string): { factor: number; length: number } | undefined {
  const billion = LONG_SCALE_BILLION.exec(text);
  if (billion !== null) {
    return { factor: LONG_SCALE_LANGUAGES.has(language) ? 1e12 : 1e9, length: billion[0].length };
  }
  for (const [pattern, factor] of SCALES) {
    const match = pattern.exec(text);
    if (match !== null) return { factor, length: match[0].length };
  }
  return undefined;
}

/**
 * Parses `1,234.5`, `1.234,5`, `1 234,5` and `0,125`. A separator before three digits groups digits, except after a
 * single zero.
 */
export function parseNumber(digits: string): number {
  const compact = digits.replace(/['’\u00a0\u202f ]/gu, '');
  if (/^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(compact) && !compact.startsWith('0')) {
    return Number(compact.replace(/[.,]/g, ''));
  }
  const decimal = /^(.*)[.,](\d+)$/.exec(compact);
  if (decimal === null) return Number(compact);
  return Number(`${decimal[1]!.replace(/[.,]/g, '')}.${decimal[2]!}`);
}

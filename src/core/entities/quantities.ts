import { DIGITS, parseDigits, parseHanNumeral } from './number-forms.ts';
import {
  BARE_SCALES,
  CURRENCIES,
  LONG_BILLION_LANGUAGES,
  NUMERALS,
  ONLY_AFTER_CURRENCY,
  SCALES,
  UNITS,
} from './quantity-words.ts';

/** A number as a text means it, in whatever language. */
export interface Quantity {
  readonly value: number;
  /** ISO 4217 (`USD`), `%`, `nm`, `GB`, `TB`, `GW`, `MW`; undefined for a bare number. */
  readonly unit: string | undefined;
  /** UTF-16 offsets into the text as given, the unit included. */
  readonly start: number;
  readonly end: number;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;
const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A sticky expression for any of the words, the longest first; `|` in a word stands for white space. */
function anyOf(words: Iterable<string>): RegExp {
  const forms = [...words].sort((a, b) => b.length - a.length);
  const source = forms.map((word) => {
    const parts = word.split('|').map(escape).join(String.raw`\s{1,2}`);
    return UNSPACED.test(word) || /[^\p{L}]$/u.test(word) ? parts : String.raw`${parts}(?![\p{L}\p{M}\d])`;
  });
  return new RegExp(`(?:${source.join('|')})`, 'iuy');
}

const key = (word: string): string => word.toLowerCase().replace(/\s+/g, '|');

function table(rows: readonly (readonly [unknown, string])[]): {
  find: RegExp;
  values: ReadonlyMap<string, unknown>;
} {
  const values = new Map<string, unknown>();
  for (const [value, words] of rows)
    for (const word of words.split(/\s+/)) if (word !== '') values.set(key(word), value);
  return { find: anyOf(values.keys()), values };
}

const scales = table(SCALES);
const numerals = table(NUMERALS);
const units = table([...CURRENCIES.map(([code, , after]) => [code, after] as const), ...UNITS]);
/** Longest first: `US$` before `$`. */
const PREFIXES = CURRENCIES.flatMap(([code, before]) =>
  before.split(/\s+/).map((sign) => [sign, code] as const),
).sort((a, b) => b[0].length - a[0].length);
const LONGEST_PREFIX = 8;

/** A number in digits, grouped or not, or a word that may be one. Letters before it make it a model number. */
const CANDIDATE = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}_${DIGITS}.,])` +
    String.raw`(?:[${DIGITS}]{1,3}(?:[ \u00a0\u2009\u202f,.'’٬][${DIGITS}]{3}(?![${DIGITS}]))+(?:[.,٫][${DIGITS}]+)?` +
    String.raw`|[${DIGITS}]+(?:[.,٫．][${DIGITS}]+)?)`,
  'gu',
);
const WORD = /(?<![\p{L}\p{M}\d])\p{L}[\p{L}\p{M}]*/gu;
const HAN_NUMERAL = /[〇零一二两兩三四五六七八九十百千]{1,6}/gu;
/** Between number and unit. */
const GAP = /[\s-]{0,2}/uy;
/** Between scale and unit: `un milliard de dollars`, `mil millones de dólares`. */
const LINK =
  /\s{0,2}(?:(?:de|di|of|d['’])\s{0,2})?(?:(?:US|U\.S\.|americ\p{L}{0,8}|amerik\p{L}{0,8}|американск\p{L}{1,3})[\s-]{1,2}|[米미美])?/iuy;
const LONGEST_NUMBER = 18;

function at(expression: RegExp, text: string, from: number): string | undefined {
  expression.lastIndex = from;
  return expression.exec(text)?.[0];
}

/**
 * The numbers of a text with their currency or unit, in order: `1 billion dollars`, `10 亿美元`, `un milliard de
 * dollars`, `10억 달러` and `1 Mrd. Dollar` all give `{ value: 1e9, unit: 'USD' }`. Numbers without a unit are given
 * from 100 on, except years. `language` (ISO 639-3) settles what languages write alike: `1.234`, `billion`, `¥`.
 */
export function extractQuantities(text: string, language?: string): Quantity[] {
  const found: Quantity[] = [];
  const starts: [number, number, number][] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    if (match[0].length > LONGEST_NUMBER) continue;
    const end = match.index + match[0].length;
    const value = parseDigits(match[0], { language, scaled: scaleAfter(text, end) });
    starts.push([match.index, end, value]);
  }
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const end = index + word.length;
    const value = numerals.values.get(key(word)) as number | undefined;
    if (value !== undefined && scaleAfter(text, end)) starts.push([index, end, value]);
    else if (
      BARE_SCALES.has(key(word)) &&
      (scaleAfter(text, end) || unitAfter(text, end, word) !== undefined)
    )
      starts.push([index, index, 1]);
  }
  for (const { 0: written, index } of text.matchAll(HAN_NUMERAL)) {
    const end = index + written.length;
    const value = parseHanNumeral(written);
    if (value === undefined || text.startsWith('分之', end)) continue;
    const isPercent = text.startsWith('百分之', index - 3);
    if (isPercent || scaleAfter(text, end) || unitAfter(text, end, undefined) !== undefined)
      starts.push([index, end, value]);
  }
  starts.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let last = 0;
  for (const [start, numberEnd, number] of starts) {
    if (start < last) continue;
    const quantity = complete(text, start, numberEnd, number, last, language);
    if (quantity === undefined) continue;
    found.push(quantity);
    last = quantity.end;
  }
  return found;
}

const scaleAfter = (text: string, end: number): boolean =>
  at(scales.find, text, end + (at(GAP, text, end)?.length ?? 0)) !== undefined;

/** The unit that follows, if any; after a power of ten `de`, `US` and the like may stand between. */
function unitAfter(
  text: string,
  from: number,
  scale: string | undefined,
): { readonly word: string; readonly end: number } | undefined {
  for (const between of scale === undefined ? [GAP] : [GAP, LINK]) {
    const start = from + (at(between, text, from)?.length ?? 0);
    const word = at(units.find, text, start);
    if (word !== undefined) return { word, end: start + word.length };
  }
  return undefined;
}

function complete(
  text: string,
  start: number,
  numberEnd: number,
  number: number,
  floor: number,
  language: string | undefined,
): Quantity | undefined {
  let { value, end, scale } = withScales(text, numberEnd, number, language);
  const prefix = prefixBefore(text, floor, start, language);
  const after = unitAfter(text, end, scale);
  let unit = prefix?.code;
  if (unit === undefined && after !== undefined) {
    unit = unitOf(after.word, scale, language);
    end = after.end;
  }
  if (unit === undefined) {
    const percent = /(?:yüzde\s{1,2}|百分之|%)$/iu.exec(
      text.slice(Math.max(floor, start - LONGEST_PREFIX), start),
    );
    if (scale !== undefined && ONLY_AFTER_CURRENCY.has(key(scale))) return undefined;
    if (percent !== null) return { value, unit: '%', start: start - percent[0].length, end };
    const isYear = scale === undefined && Number.isInteger(value) && value >= 1900 && value <= 2100;
    // Letters that follow make a model number (`6000D`), a Han classifier or particle does not.
    const isModel = scale === undefined && /^[\p{Script=Latin}_]/u.test(text.slice(end, end + 1));
    if (value < 100 || isYear || isModel) return undefined;
  }
  value = Number(value.toPrecision(12));
  return { value, unit, start: start - (prefix?.length ?? 0), end };
}

/** Applies powers of ten: one after the number, or in East Asia several groups that add up (`1万2千`, `1조 2천억`). */
function withScales(
  text: string,
  from: number,
  number: number,
  language: string | undefined,
): { value: number; end: number; scale: string | undefined } {
  let end = from;
  let scale: string | undefined;
  let value = number;
  let sum = 0;
  for (let group = 0; group < 4; group++) {
    const gap = at(GAP, text, end) ?? '';
    const word = at(scales.find, text, end + gap.length);
    if (word === undefined) return { value: sum + value, end, scale };
    end += gap.length + word.length;
    scale = word;
    value *= scaleValue(word, language);
    // 10 тыс. млн, mil millones: a power on a power.
    const more = /\s{1,2}/uy;
    const space = at(more, text, end);
    const second = space === undefined ? undefined : at(scales.find, text, end + space.length);
    if (
      second !== undefined &&
      !UNSPACED.test(second) &&
      scaleValue(second, language) > scaleValue(word, language)
    ) {
      value *= scaleValue(second, language);
      end += space!.length + second.length;
      scale = second;
    }
    if (!UNSPACED.test(word)) return { value: sum + value, end, scale };
    const next = new RegExp(
      String.raw`\s?([${DIGITS}][${DIGITS},]{0,5}|[一二三四五六七八九])(?=[千百万萬亿億천백만억])`,
      'uy',
    );
    next.lastIndex = end;
    const match = next.exec(text);
    if (match === null) return { value: sum + value, end, scale };
    sum += value;
    value = parseHanNumeral(match[1]!) ?? parseDigits(match[1]!, { language, scaled: true });
    end = next.lastIndex;
  }
  return { value: sum + value, end, scale };
}

function scaleValue(word: string, language: string | undefined): number {
  const form = key(word);
  if (LONG_BILLION_LANGUAGES.has(language ?? '') && /^billions?$/.test(form)) return 1e12;
  return scales.values.get(form) as number;
}

function unitOf(word: string, scale: string | undefined, language: string | undefined): string {
  const unit = units.values.get(key(word)) as string;
  // 億元 is written with a traditional 億 where the yuan is Taiwan's.
  if (word === '元' && scale !== undefined && /[億萬]/.test(scale)) return 'TWD';
  if (word === '元' && language === 'jpn') return 'CNY';
  return unit;
}

function prefixBefore(
  text: string,
  floor: number,
  start: number,
  language: string | undefined,
): { code: string; length: number } | undefined {
  const before = text.slice(Math.max(floor, start - LONGEST_PREFIX), start);
  const trimmed = before.replace(/\s{1,2}$/u, '');
  const space = before.length - trimmed.length;
  if (/[¥￥]$/u.test(trimmed)) return { code: language === 'cmn' ? 'CNY' : 'JPY', length: 1 + space };
  for (const [sign, code] of PREFIXES) {
    if (!trimmed.endsWith(sign)) continue;
    const preceding = trimmed.slice(0, -sign.length);
    if (/^\p{L}/u.test(sign) && /[\p{Script=Latin}]$/u.test(preceding)) continue;
    return { code, length: sign.length + space };
  }
  return undefined;
}

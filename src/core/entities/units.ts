import { skipGap } from './powers-of-ten.ts';
import { CURRENCIES, UNITS } from './quantity-words.ts';
import { wordTable } from './word-table.ts';

const units = wordTable([...CURRENCIES.map(([code, , after]) => [code, after] as const), ...UNITS]);

/** What may stand between a power of ten and its unit: `un milliard de dollars`, `1 billion US dollars`. */
const LINK =
  /\s{0,2}(?:(?:de|di|of|d['’])\s{0,2})?(?:(?:US|U\.S\.|americ\p{L}{0,8}|amerik\p{L}{0,8}|американск\p{L}{1,3})[\s-]{1,2}|[米미美])?/iuy;

export interface UnitAfter {
  readonly unit: string;
  /** UTF-16 offset behind the unit. */
  readonly end: number;
}

/** The currency or unit behind a number; `scale` is the power of ten just before it, if any. */
export function unitAfter(text: string, from: number, scale: string | undefined): UnitAfter | undefined {
  const found =
    units.at(text, skipGap(text, from)) ?? (scale === undefined ? undefined : linkedUnit(text, from));
  if (found === undefined) return undefined;
  // 億元 is written with a traditional 億 where the yuan is Taiwan's.
  const isTaiwans = found.word === '元' && /[億萬]$/.test(scale ?? '');
  return { unit: isTaiwans ? 'TWD' : found.value, end: found.end };
}

function linkedUnit(text: string, from: number) {
  LINK.lastIndex = from;
  return units.at(text, from + (LINK.exec(text)?.[0].length ?? 0));
}

/** Longest first: `US$` before `$`. */
const SIGNS = CURRENCIES.flatMap(([code, before]) =>
  before.split(/\s+/).map((sign) => [sign, code] as const),
).sort((a, b) => b[0].length - a[0].length);
const LONGEST_BEFORE = 8;
const PERCENT_BEFORE = /(?:yüzde\s{1,2}|百分之|%)$/iu;

export interface UnitBefore {
  readonly unit: string;
  /** UTF-16 offset of its beginning. */
  readonly start: number;
}

/** The currency or percent sign before a number that begins at `start`, looking back no further than `floor`. */
export function unitBefore(
  text: string,
  floor: number,
  start: number,
  language: string | undefined,
): UnitBefore | undefined {
  const before = text.slice(Math.max(floor, start - LONGEST_BEFORE), start);
  const percent = PERCENT_BEFORE.exec(before)?.[0];
  if (percent !== undefined) return { unit: '%', start: start - percent.length };
  const trimmed = before.replace(/\s{1,2}$/u, '');
  const from = (sign: string): number => start - (before.length - trimmed.length) - sign.length;
  if (/[¥￥]$/u.test(trimmed)) return { unit: language === 'cmn' ? 'CNY' : 'JPY', start: from('¥') };
  for (const [sign, unit] of SIGNS) {
    if (!trimmed.endsWith(sign)) continue;
    const isPartOfWord = /^\p{L}/u.test(sign) && /\p{Script=Latin}$/u.test(trimmed.slice(0, -sign.length));
    if (!isPartOfWord) return { unit, start: from(sign) };
  }
  return undefined;
}

import { dayOfSolarMonth, entryIntoSign } from './solar-month.ts';

const MONTHS = [
  'বৈশাখ|boishakh|baishakh', 'জ্যৈষ্ঠ|জৈষ্ঠ|joishtho|jyaistha', 'আষাঢ়|asharh', 'শ্রাবণ|srabon|shrabon', 'ভাদ্র|bhadro', 'আশ্বিন|ashshin|ashwin',
  'কার্তিক|কার্ত্তিক|kartik', 'অগ্রহায়ণ|অঘ্রাণ|agrahayan|ogrohayon', 'পৌষ|poush', 'মাঘ|magh', 'ফাল্গুন|ফাগুন|falgun|phalgun', 'চৈত্র|choitro|chaitra',
]; // biome-ignore format: a table

const ONE_OF = MONTHS.map((names) => `(${names.normalize('NFKC')})`).join('|');
const YEAR = String.raw`(?<year>1[34]\d\d)(?!\d)(?: ?বঙ্গাব্দ| ?সাল)?`;
const DAY = String.raw`(?<!\d)(?<day>[1-9]|[12]\d|3[0-2])(?!\d)(?:লা|রা|ঠা|ই|শে)?`;
const DAY_FIRST = new RegExp(String.raw`${DAY},? (?:${ONE_OF})(?: ?,)? ${YEAR}`, 'iu');
const MONTH_FIRST = new RegExp(String.raw`(?<!\p{L})(?:${ONE_OF}) ${DAY} ?,? ${YEAR}`, 'iu');

const DAY_MS = 86_400_000;
/** Years of Bengal are behind the Gregorian year in which they begin by this many. */
const BEHIND = 593;

/** Bangladesh, since 2019: six months of 31 days, five of 30, and Falgun of 29, or 30 in a Gregorian leap year. */
function firstDayInBangladesh(year: number, month: number): number {
  const start = Date.UTC(year, 3, 14) / DAY_MS;
  if (month === 13) return Date.UTC(year + 1, 3, 14) / DAY_MS;
  if (month === 12) return firstDayInBangladesh(year, 13) - 30;
  return start + Math.min(month - 1, 6) * 31 + Math.max(0, month - 7) * 30;
}

/** West Bengal: the month begins on the day after that on which the sun enters the sign. */
function firstDayInIndia(year: number, month: number): number {
  return Math.floor(entryIntoSign(year, month)) + 1;
}

const FIRST_DAY: Readonly<Record<string, typeof firstDayInIndia>> = {
  'Asia/Dhaka': firstDayInBangladesh,
  'Asia/Kolkata': firstDayInIndia,
};

/**
 * A day of the Bengali calendar in a text with Latin digits. Bangladesh and West Bengal count differently, so which
 * day it is remains open (`day` is undefined) where the publisher's country is unknown.
 * @param publisher IANA zone of the publisher
 */
export function bengaliDay(
  text: string,
  publisher: string | undefined,
): { written: string; day: string | undefined } | undefined {
  if (!/1[34]\d\d/.test(text)) return undefined;
  let found = DAY_FIRST.exec(text);
  const first = found === null ? 1 : 2;
  found ??= MONTH_FIRST.exec(text);
  if (found === null) return undefined;
  const named = found.slice(first, first + 12).findIndex((name) => name !== undefined) + 1;
  const { year, day } = found.groups ?? {};
  const begins = FIRST_DAY[publisher ?? ''];
  if (begins === undefined) return { written: found[0], day: undefined };
  const date = dayOfSolarMonth(begins, Number(year) + BEHIND, named, Number(day));
  return date === undefined ? undefined : { written: found[0], day: date.toISOString().slice(0, 10) };
}

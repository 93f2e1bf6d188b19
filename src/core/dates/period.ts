import type { DateRules } from './date-context.ts';
import { isoDate } from './iso-date.ts';
import { writtenDate } from './written-date.ts';

const DAY_MS = 86_400_000;
/** A longer range of days is not one report's. Days. */
const LONGEST = 62;

/**
 * The last day of a week or of a range of days: `2026-W20`, `KW 20/2026`, `28-30 Nov 2026`, `2026年3月3日~5日`. In epoch
 * milliseconds. Quarters are no dates: the years of companies begin in different months.
 *
 * The last day, because a report on some days is published when they are over.
 */
export function endOfPeriod(text: string, rules: DateRules): number | undefined {
  return endOfWeek(text) ?? endOfRange(text, rules);
}

/** Whether a text names a month or a year without a day. */
export function isMonthOrYear(text: string): boolean {
  const numbers = text.match(/\p{Nd}+/gu) ?? [];
  if (/^\d{4}-\d\d$/.test(text)) return true;
  return numbers.length === 1 && numbers[0]!.length === 4;
}

/** The last day of the month or year that begins on `first`, in epoch milliseconds. */
export function endOfMonthOrYear(text: string, first: Date): number {
  const isYear = /^\P{L}*\p{Nd}{4}\P{L}*$/u.test(text) && !text.includes('-');
  return Date.UTC(first.getUTCFullYear(), isYear ? 12 : first.getUTCMonth() + 1, 0);
}

const WEEK_WORDS =
  'week|wk|kw|kalenderwoche|woche|semaine|sem|semana|settimana|vecka|v|uge|uke|viikko|vk|tydzień|tydz|týden|týždeň|неделя|нед|тиждень|hafta|hét|εβδομάδα|săptămâna|minggu|tuần|สัปดาห์|أسبوع|الأسبوع';
const WEEK_FORMS = [
  /^(?<year>\d{4})-?W(?<week>\d{1,2})$/i,
  /^W(?<week>\d{1,2})[ /-](?<year>\d{4})$/i,
  new RegExp(
    `^(?:${WEEK_WORDS})\\.? ?(?<week>\\d{1,2})(?:[,/ -]| of | von | de | van )+(?<year>\\d{4})$`,
    'iu',
  ),
  new RegExp(`^(?<week>\\d{1,2})\\.? (?:${WEEK_WORDS})\\.?,? (?<year>\\d{4})$`, 'iu'),
  new RegExp(`^(?<year>\\d{4})[,/ -]+(?:${WEEK_WORDS})\\.? ?(?<week>\\d{1,2})$`, 'iu'),
  /^(?<year>\d{4}) ?[年년] ?第? ?(?<week>\d{1,2}) ?(?:周|週|주차?)$/u,
];

/** The Sunday of a week of ISO 8601. */
function endOfWeek(text: string): number | undefined {
  for (const form of WEEK_FORMS) {
    const { year, week } = form.exec(text)?.groups ?? {};
    if (year === undefined || Number(week) < 1 || Number(week) > 53) continue;
    // The fourth of January is always in the first week, and weeks begin on Monday.
    const fourth = new Date(Date.UTC(Number(year), 0, 4));
    return fourth.getTime() + (7 * Number(week) - 1 - ((fourth.getUTCDay() + 6) % 7)) * DAY_MS;
  }
  return undefined;
}

/** Words before the first day. */
const FROM =
  /^(?:from|du|del|dal(?: |l’)|vom|von|с|з|od|de|desde|من|van|från|fra|từ|dari|จาก|ตั้งแต่) ?(?=\P{L})/iu;
/** What separates two days. Those that are part of a date too come last. */
const BETWEEN = [
  / - /,
  /[~〜～]/,
  / ?(?<!\p{L})(?:to|until|through|bis|au|al|a|à|e|t\/m|tot|till|til|do|по|до|ile|إلى|الى|ถึง|đến|s\/d|sampai|hingga|से|تا)(?!\p{L}) ?/iu,
  /(?:から|至|到|부터) ?/u,
  /(?<=[\p{L}\p{M}\d.日일])-(?=[\p{L}\d])/u,
  /(?<=\d{4}-\d\d-\d\d)\/(?=\d{4})/,
];

function endOfRange(text: string, rules: DateRules): number | undefined {
  const bare = text.replace(FROM, '');
  for (const between of BETWEEN) {
    const found = between.exec(bare);
    if (found === null) continue;
    const [first, last] = [bare.slice(0, found.index), bare.slice(found.index + found[0].length)];
    const end = rangeOf(first.trim(), last.trim().replace(/(?<=[일日])까지$/u, ''), rules);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** The last of two days, of which one may lack its month or year; undefined where they are no range. */
function rangeOf(first: string, last: string, rules: DateRules): number | undefined {
  if (first === '' || last === '') return undefined;
  for (const [one, other] of completed(first, last)) {
    const [from, to] = [dayOf(one, rules), dayOf(other, rules)];
    if (from === undefined || to === undefined || from > to || to - from > LONGEST * DAY_MS) continue;
    return isOpen(one, rules) || isOpen(other, rules) ? undefined : to;
  }
  return undefined;
}

/** What the two days may be in full: the one takes from the other what it lacks. */
function* completed(first: string, last: string): Generator<readonly [string, string]> {
  const day = /^(?:\p{L}+\.?,? )?(\d{1,2})(?:\.|st|nd|rd|th|º|er)?$/iu.exec(first)?.[1];
  // `28-30 Nov 2026`, `03.-05.03.2026`.
  if (day !== undefined) yield [last.replace(/\d{1,2}/, day), last];
  const year = /\d{4}/.exec(last)?.[0];
  // `March 3-5, 2026`.
  const month = /^(.*[^\d ] ?)\d{1,2}(?:st|nd|rd|th)?$/iu.exec(first)?.[1];
  if (month !== undefined && year !== undefined && /^\d{1,2}(?:st|nd|rd|th)?,? \d{4}$/.test(last))
    yield [`${first} ${year}`, `${month}${last}`];
  // `28 Nov - 1 Dec 2026`, `30.11.-2.12.2026`.
  if (year !== undefined && !/\d{4}/.test(first))
    yield [/[./]$/.test(first) ? `${first}${year}` : `${first} ${year}`, last];
  // `2026年3月3日~5日`.
  const [, before, at] = /^(\d{4} ?[年년] ?)(\d{1,2} ?[月월] ?)\d/u.exec(first) ?? [];
  if (/^\d{1,2} ?[日일]$/u.test(last)) yield [first, `${before}${at}${last}`];
  if (/^\d{1,2} ?[月월]/u.test(last)) yield [first, `${before}${last}`];
  yield [first, last];
}

function dayOf(text: string, rules: DateRules): number | undefined {
  if (/:\d\d/.test(text)) return undefined;
  const strict = { ...rules, allowsPartial: false };
  return isoDate(text, strict) ?? writtenDate(text, strict);
}

/** Whether it is not known which number of a day is its month. */
function isOpen(text: string, { dayFirst }: DateRules): boolean {
  const [, a, b] = /^(\d{1,2})\/(\d{1,2})\/\d+$/.exec(text) ?? [];
  return dayFirst === undefined && a !== b && Number(a) <= 12 && Number(b) <= 12;
}

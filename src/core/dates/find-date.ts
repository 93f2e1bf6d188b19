import type { DateRules } from './date-context.ts';
import { monthNamed } from './date-words.ts';
import { type Day, MIDNIGHT, type TimeOfDay, toInstant } from './local-date-time.ts';
import { localInstant } from './written-date.ts';
import { instantOf, readZone, type WrittenZone } from './zone-in-text.ts';

const NUMERIC = /(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)\s?[日일.]?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6})?(?:Z|[+-]\d|\D|$)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)/;
/**
 * A possible name of a month: no white space, digits or punctuation. `\p{L}` would be clearer, but repeated it takes
 * a tenth of a second to compile in each thread.
 */
const WORD = '[^\\s\\d!-/:-@[-`{-\\u00bf\\u2000-\\u206f\\u3000-\\u303f\\uff00-\\uff0f]{3,14}';
const DAY_MONTH = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|er|º|-го)?[\\s-]+(?:de |of |d[’'])?(${WORD})\\.?,?[\\s-]+(?:de |del |del año |года? )?(\\d{4})(?!\\d)`,
  'i',
);
const MONTH_DAY = new RegExp(`(${WORD})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i');
/** The year first, with a word or an ending between: `2025eko maiatzaren 3a`, `2025 m. gegužės 3 d.`. */
const YEAR_MONTH = new RegExp(
  `(?<!\\d)((?:19|20)\\d\\d)[^\\s\\d]{0,6}\\s+(?:[^\\s\\d]{1,6}\\s+)?(${WORD})\\s+(\\d{1,2})(?![\\d:])`,
);
/** The same with the day before the month: `2025. gada 3. maijs`, `2025 жылғы 3 мамыр`, `2025-yil 3-may`. */
const YEAR_DAY = new RegExp(
  `(?<!\\d)((?:19|20)\\d\\d)[^\\s\\d]{0,6}\\s+(?:[^\\s\\d]{1,6}\\s+)?(\\d{1,2})(?:[.-][^\\s\\d]{0,4}\\s)?[.\\s-]*(${WORD})`,
);
/** A month by its number, after a word for the year: `2025 оны 05 дугаар сарын 03`. */
const MONGOLIAN = /(?<!\d)((?:19|20)\d\d) оны (\d{1,2})(?:\S{0,3}| \S{2,6}) сарын (\d{1,2})(?!\d)/iu;
const VIETNAMESE = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})/i;
const TIME =
  /(?<![\d:])(오전|오후|上午|下午|午前|午後|am |pm )?\s?(\d{1,2})\s?(?::|\.|h|時|时|点|點|시)\s?(\d{2})(?:\s?(?::|分|분)\s?(\d{2})?(?:\.\d+)?)?(?!\d)\s*(a\.?m\.?|p\.?m\.?)?(?=[^A-Za-z]|$|Z|uhr|h)/iu;

interface FoundDay extends Day {
  readonly start: number;
  readonly end: number;
}

/**
 * The first date within a line of a page, with the time and the zone beside it, in epoch milliseconds. Pages print
 * dates among other words (`Published on 3 May 2024, 14:05`), which `writtenDate` refuses.
 */
export function findDate(text: string, rules: DateRules): number | undefined {
  const day = findDay(text, rules);
  if (day === undefined) return undefined;
  const time = timeIn(text.slice(day.end)) ?? timeIn(text.slice(0, day.start));
  const local = toInstant({ ...day, ...(time?.time ?? MIDNIGHT) });
  if (local === undefined || time === undefined) return local;
  return instantOf(zoneAfter(time.after), local, rules.publisher) ?? localInstant(text, local, rules);
}

/** A range of days: what is before its last day (`12-14 May 2026`), and what is after its first one. */
const RANGE_BEFORE =
  /(?:(?<![\d.:/-])\d{1,2}\.?(?:\s[^\s\d]{3,12})?|\d{1,2}[./]\d{1,2}[./]?(?:\d{4})?)\s?-\s?$/;
const RANGE_AFTER =
  /^\s?(?:-\s?\d{1,2}[./]\d{1,2}[./]\d|(?:[-~〜～]|至|到|から|부터)\s?(?:\d{1,2}\s?[月월]\s?)?\d{1,2}\s?[日일])/u;

/** The first day in the text. A range of days is when an event takes place, not when a report was published. */
function findDay(text: string, rules: DateRules): FoundDay | undefined {
  const day = firstDay(text, rules);
  if (day === undefined || RANGE_BEFORE.test(text.slice(0, day.start))) return undefined;
  return RANGE_AFTER.test(text.slice(day.end)) ? undefined : day;
}

function firstDay(text: string, rules: DateRules): FoundDay | undefined {
  const compact = COMPACT.exec(text);
  if (compact !== null)
    return { year: +compact[1]!, month: +compact[2]!, day: +compact[3]!, start: 0, end: 8 };
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return dayOf(numeric, +numeric[1]!, +numeric[2]!, +numeric[3]!);
  const dayMonth = DAY_MONTH.exec(text);
  const named = dayMonth === null ? undefined : monthNamed(dayMonth[2]!);
  if (dayMonth !== null && named !== undefined) return dayOf(dayMonth, +dayMonth[3]!, named, +dayMonth[1]!);
  const monthDay = MONTH_DAY.exec(text);
  const first = monthDay === null ? undefined : monthNamed(monthDay[1]!);
  if (monthDay !== null && first !== undefined) return dayOf(monthDay, +monthDay[3]!, first, +monthDay[2]!);
  const yearFirst = YEAR_MONTH.exec(text);
  const second = yearFirst === null ? undefined : monthNamed(yearFirst[2]!);
  if (yearFirst !== null && second !== undefined)
    return dayOf(yearFirst, +yearFirst[1]!, second, +yearFirst[3]!);
  const yearDay = YEAR_DAY.exec(text);
  const third = yearDay === null ? undefined : monthNamed(yearDay[3]!);
  if (yearDay !== null && third !== undefined) return dayOf(yearDay, +yearDay[1]!, third, +yearDay[2]!);
  const mongolian = MONGOLIAN.exec(text);
  if (mongolian !== null) return dayOf(mongolian, +mongolian[1]!, +mongolian[2]!, +mongolian[3]!);
  const vietnamese = VIETNAMESE.exec(text);
  if (vietnamese !== null) return dayOf(vietnamese, +vietnamese[3]!, +vietnamese[2]!, +vietnamese[1]!);
  const short = DAY_FIRST.exec(text);
  if (short === null) return undefined;
  const [a, b] = [+short[1]!, +short[3]!];
  const year = short[4]!.length === 2 ? rules.fullYear(+short[4]!) : +short[4]!;
  const monthFirst = b > 12 || (a <= 12 && short[2] !== '.' && rules.dayFirst === false);
  return monthFirst ? dayOf(short, year, a, b) : dayOf(short, year, b, a);
}

function dayOf(found: RegExpExecArray, year: number, month: number, day: number): FoundDay {
  return { year, month, day, start: found.index, end: found.index + found[0].length };
}

function timeIn(text: string): { time: TimeOfDay; after: string } | undefined {
  const compact = /^T(\d{2})(\d{2})(\d{2})?(?=\D|$)/.exec(text);
  if (compact !== null)
    return clock(+compact[1]!, +compact[2]!, +(compact[3] ?? 0), text.slice(compact[0].length));
  const found = TIME.exec(text.replace(/^T(?=\d)/, ' '));
  if (found === null) return undefined;
  let hour = +found[2]!;
  const half = (found[1] ?? found[5] ?? '').toLowerCase().replaceAll('.', '').trim();
  if (/^(?:오후|下午|午後|pm)$/.test(half) && hour < 12) hour += 12;
  if (/^(?:오전|上午|午前|am)$/.test(half) && hour === 12) hour = 0;
  return clock(hour, +found[3]!, +(found[4] ?? 0), text.slice(found.index + found[0].length));
}

function clock(
  hour: number,
  minute: number,
  second: number,
  after: string,
): { time: TimeOfDay; after: string } | undefined {
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  return { time: { hour, minute, second, millisecond: 0 }, after };
}

const ZONE = /^(?:[+-]\d|[A-ZКМС]{1,5}(?!\p{L})|[Uu]tc|[Gg]mt|мск|[A-Z][a-z]+(?:\/| (?:Standard|Daylight)))/u;

/** The zone after a time. Among other words only capitals are a zone: `UTC` and `Utc`, but not `at` and `et`. */
function zoneAfter(text: string): WrittenZone | undefined {
  const head = text.slice(0, 30).replace(/^(?:\.\d+|\s*uhr|\s*h\b|[\s,(]+)+/i, '');
  if (!ZONE.test(head)) return undefined;
  const zone = readZone(head, true);
  return zone === 'invalid' ? undefined : zone;
}

import type { DateHabits } from './settle-dates.ts';
import { isFiller, isWeekday, monthAbbreviation, monthNamed } from './date-words.ts';
import { instantInZone, namedOffset, numericOffset } from './zone-offset.ts';

/** Longer texts are no dates. */
const MAX_LENGTH = 120;

interface Moment {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/**
 * Reads a date as feeds write it: RFC 822 and 2822, ISO 8601 and W3C-DTF, asctime, numeric dates, zone names of
 * RFC 822 and of the IANA database, month names in some sixty languages, and Chinese, Japanese and Korean dates.
 * A date without a zone is UTC, except Korean ones (`2004년 05월 28일`, `오후 3:05`), which are Korean time.
 * The zone of the host never matters.
 * @returns undefined for what is no date, or a date that no calendar has.
 */
export function parseFeedDate(written: string, habits: DateHabits = {}): Date | undefined {
  const text = written
    .slice(0, 4 * MAX_LENGTH)
    .replace(/[\s\u200e\u200f]+/g, ' ')
    .trim();
  if (text === '' || text.length > MAX_LENGTH || written.trim().length > 4 * MAX_LENGTH) return undefined;
  const latin = text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (d) => `${d.charCodeAt(0) & 15}`);
  const instant =
    isoDate(latin, habits) ?? ordinalDate(latin) ?? epochSeconds(latin) ?? writtenDate(latin, habits);
  return instant === undefined || Number.isNaN(instant) ? undefined : new Date(instant);
}

const ISO =
  /^(\d{4})(?:(-?)(\d{2})(?:\2(\d{2}))?)?(?:[Tt ] ?(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)? ?(?:([Zz])|(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})?)?)?$/;

/** ISO 8601 as W3C-DTF and its neighbours use it: `2003`, `2003-12-31T10:14Z`, `20031231T101455+0100`. */
function isoDate(text: string, { zone }: DateHabits): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year, dash, month, day, hour, minute, second, fraction, utc, sign, zoneHours, zoneMinutes] = match;
  // Six digits are no year and month.
  if (month !== undefined && day === undefined && dash === '') return undefined;
  if (hour !== undefined && day === undefined) return undefined;
  const offset = sign === undefined ? 0 : numericOffset(sign, zoneHours ?? '0', zoneMinutes);
  if (offset === undefined) return undefined;
  const local = toInstant({
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Math.floor(Number(`0.${fraction ?? 0}`) * 1000),
  });
  if (local === undefined) return undefined;
  const isLocal = hour !== undefined && utc === undefined && sign === undefined && zone !== undefined;
  return isLocal && !/(?:GMT|UTC)$/.test(text) ? instantInZone(zone, local) : local - offset * 60_000;
}

/** ISO 8601 with the day of the year: `2003-335`. */
function ordinalDate(text: string): number | undefined {
  const [, year, day] = /^(\d{4})-?(\d{3})$/.exec(text) ?? [];
  const instant = Date.UTC(Number(year), 0, Number(day));
  const exists = day !== undefined && Number(day) > 0 && new Date(instant).getUTCFullYear() === Number(year);
  return exists && Number(year) >= 1900 && Number(year) < 2400 ? instant : undefined;
}

/** Seconds or milliseconds since 1970, in this century. */
function epochSeconds(text: string): number | undefined {
  if (!/^[1-3]\d{9}(?:\d{3})?$/.test(text)) return undefined;
  const instant = Number(text) * (text.length === 10 ? 1000 : 1);
  return instant >= Date.UTC(2000, 0) ? instant : undefined;
}

const CLOCK =
  /(?:(오전|오후|上午|下午|午前|午後|am|pm) ?)?(?<![\d:.])(\d{1,2})(?: ?[:時时시点h] ?(\d{2})(?: ?[:分분] ?(\d{1,2})(?:[.,](\d{1,9}))?)? ?[分분秒초]?(?![\d:])|(?= ?[ap]\.?m\b))(?: ?([ap])\.?m\b\.?)?/i;

/** Everything else: a clock time somewhere, a zone after it, and words and numbers that make up a day. */
function writtenDate(text: string, habits: DateHabits): number | undefined {
  const plain = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/(\d)T(?=\d)/g, '$1 ')
    // A month by its number, outside of a whole date in Chinese, Japanese or Korean: `01 2월 2021`.
    .replace(
      /(?<!\d)(?<![年년] ?)(\d{1,2})[月월](?! ?\d{1,2} ?[日일])/g,
      (_, n: string) => ` ${monthAbbreviation(Number(n))} `,
    )
    .trim();
  const clock = CLOCK.exec(plain);
  const time = clock === null ? MIDNIGHT : clockTime(clock);
  if (time === undefined) return undefined;
  const before = clock === null ? plain : plain.slice(0, clock.index);
  const rest = clock === null ? '' : plain.slice(clock.index + clock[0].length);
  const zone = readZone(rest, clock !== null) ?? (clock === null ? readZone(before, false) : undefined);
  if (zone === 'invalid') return undefined;
  const dayText = clock === null ? (zone?.rest ?? before) : `${before} ${zone?.rest ?? rest}`;
  const day = calendarDay(dayText, habits);
  const local = day && toInstant({ ...day, ...time });
  if (local === undefined) return undefined;
  if (zone?.iana !== undefined) return instantInZone(zone.iana, local);
  if (zone === undefined && clock !== null && habits.zone !== undefined)
    return instantInZone(habits.zone, local);
  const korean = /[년월일]|오[전후]/.test(plain) ? 540 : 0;
  return local - (zone?.offset ?? korean) * 60_000;
}

type Time = Pick<Moment, 'hour' | 'minute' | 'second' | 'millisecond'>;
const MIDNIGHT: Time = { hour: 0, minute: 0, second: 0, millisecond: 0 };

function clockTime(match: RegExpExecArray): Time | undefined {
  const [, half, hours, minutes = '0', seconds = '0', fraction = '0', letter] = match;
  let hour = Number(hours);
  const afternoon = letter?.toLowerCase() === 'p' || /^(?:오후|下午|午後|pm)$/i.test(half ?? '');
  if (afternoon || letter !== undefined || half !== undefined) {
    if (hour > 12)
      return afternoon ? { ...MIDNIGHT, hour, minute: Number(minutes), second: Number(seconds) } : undefined;
    hour = (hour % 12) + (afternoon ? 12 : 0);
  }
  const millisecond = Math.floor(Number(`0.${fraction}`) * 1000);
  return { hour, minute: Number(minutes), second: Number(seconds), millisecond };
}

interface Zone {
  readonly offset?: number;
  readonly iana?: string;
  /** What the zone was not made of. */
  readonly rest: string;
}

/** The zone at the start of what follows the time. */
function readZone(text: string, afterClock: boolean): Zone | 'invalid' | undefined {
  const trimmed = text.replace(/^[\s,]+/, '');
  const numeric = /^(?:GMT|UTC|UT|Z)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?(?![\d:])/i.exec(trimmed);
  if (numeric !== null && afterClock) {
    const offset = numericOffset(numeric[1] ?? '+', numeric[2] ?? '0', numeric[3]);
    return offset === undefined ? 'invalid' : { offset, rest: trimmed.slice(numeric[0].length) };
  }
  if (/^[+-]/.test(trimmed) && afterClock) return 'invalid';
  const iana = /^(?:[A-Za-z]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?\d{0,2}|[ECMP]ST\d[ECMP]DT)/.exec(trimmed)?.[0];
  if (iana !== undefined) return { iana, rest: trimmed.slice(iana.length) };
  const american = /^(Eastern|Central|Mountain|Pacific) (Standard|Daylight) Time/i.exec(trimmed);
  if (american !== null && afterClock) {
    const offset = namedOffset(`${american[1]?.[0]}${american[2]?.[0]}t`.toLowerCase());
    return offset === undefined ? 'invalid' : { offset, rest: trimmed.slice(american[0].length) };
  }
  const name = /^[A-Za-z]{1,5}(?![\p{L}\d])/u.exec(trimmed)?.[0];
  if (name === undefined || !afterClock) return undefined;
  const rest = trimmed.slice(name.length);
  const offset = namedOffset(name.toLowerCase());
  if (offset !== undefined) return { offset, rest };
  // RFC 2822: a zone that nobody knows is UTC. A weekday or month may stand here too.
  const unknownZone =
    name === name.toUpperCase() && name.length <= 5 && !isWeekday(name) && monthNamed(name) === undefined;
  return unknownZone ? { offset: 0, rest } : undefined;
}

type Day = Pick<Moment, 'year' | 'month' | 'day'>;

/** The day in a text that holds nothing else but weekdays and fillers. */
function calendarDay(text: string, { dayFirst }: DateHabits): Day | undefined {
  const cjk = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/.exec(text);
  if (cjk !== null) return { year: Number(cjk[1]), month: Number(cjk[2]), day: Number(cjk[3]) };
  const tokens = text.match(/\d+|\p{L}[\p{L}\p{M}.'’]*|[/.-]/gu) ?? [];
  const numbers: string[] = [];
  const separators = new Set<string>();
  let month: number | undefined;
  let monthAt = -1;
  for (const [i, token] of tokens.entries()) {
    if (/^\d/.test(token)) numbers.push(token);
    else if (/^[/.-]$/.test(token)) separators.add(token);
    else if (/^(?:st|nd|rd|th|er|º|ª)\.?$/i.test(token) && /^\d/.test(tokens[i - 1] ?? '')) continue;
    else if (
      month === undefined &&
      !isLeadingWeekday(tokens, i) &&
      (month = monthNamed(token)) !== undefined
    ) {
      monthAt = numbers.length;
    } else if (i > 0 && !isWeekday(token) && !isFiller(token)) return undefined;
  }
  return month === undefined
    ? numericDay(numbers, separators, dayFirst)
    : namedMonthDay(numbers, month, monthAt);
}

/** `mar.` is Tuesday in French and March in Spanish: at the start, with a month to come, it is a weekday. */
function isLeadingWeekday(tokens: readonly string[], i: number): boolean {
  return (
    i === 0 &&
    isWeekday(tokens[0] ?? '') &&
    tokens.slice(1).some((token) => /^\p{L}{3}/u.test(token) && monthNamed(token) !== undefined)
  );
}

function namedMonthDay(numbers: readonly string[], month: number, monthAt: number): Day | undefined {
  const [first, second, ...more] = numbers;
  if (first === undefined || more.length > 0) return undefined;
  if (second === undefined)
    return first.length === 4 && monthAt <= 1 ? { year: Number(first), month, day: 1 } : undefined;
  // A year of two digits comes last, one of four may come first.
  const yearFirst = first.length === 4;
  const year = yearFirst ? first : second;
  const day = yearFirst ? second : first;
  return day.length <= 2 && (year.length === 4 || year.length === 2)
    ? { year: fullYear(year), month, day: Number(day) }
    : undefined;
}

/** Slashes put the month first and dots and dashes the day, unless the numbers say otherwise. */
function numericDay(
  numbers: readonly string[],
  separators: ReadonlySet<string>,
  dayFirst: boolean | undefined,
): Day | undefined {
  const [a = '', b = '', c = '', ...more] = numbers;
  if (numbers.length < 3 || more.length > 0 || separators.size === 0) return undefined;
  if (a.length === 4 && b.length <= 2 && c.length <= 2)
    return { year: Number(a), month: Number(b), day: Number(c) };
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return undefined;
  // ISO 8601 with a year of two digits.
  if (c.length === 2 && separators.has('-')) return { year: fullYear(a), month: Number(b), day: Number(c) };
  const monthFirst = separators.has('/') && dayFirst !== true ? Number(a) <= 12 : Number(b) > 12;
  const [month, day] = monthFirst ? [a, b] : [b, a];
  return { year: fullYear(c), month: Number(month), day: Number(day) };
}

/** RFC 2822, 4.3: two digits below 50 are of this century. */
function fullYear(digits: string): number {
  const n = Number(digits);
  if (digits.length === 4) return n;
  return n < 50 ? 2000 + n : 1900 + n;
}

/** As if the zone were UTC, in epoch milliseconds; undefined for a day or time that does not exist. */
function toInstant({
  year: written,
  month,
  day,
  hour,
  minute,
  second,
  millisecond,
}: Moment): number | undefined {
  // Years of the Thai calendar are 543 ahead.
  const year = written >= 2443 && written < 2700 ? written - 543 : written;
  if (year < 1900 || year > 2399 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return undefined;
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 60) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

import { monthOf } from './months.ts';
import { instantIn } from '../../dates/publisher-zone.ts';

/** How dates of a page are to be read where they do not say it themselves. */
export interface DateContext {
  /** IANA zone of local times. */
  readonly zone: string;
  /** `3/4/2025` is the fourth of March. */
  readonly monthFirst: boolean;
}

/** Longer texts are not dates; this also keeps every pattern below cheap. */
const MAX_LENGTH = 300;

/** Names of zones that mean one offset only, in minutes. */
const ZONES: Readonly<Record<string, number>> = {
  utc: 0, gmt: 0, z: 0, wet: 0, bst: 60, cet: 60, mez: 60, cest: 120, mesz: 120, eet: 120, eest: 180, msk: 180, 'мск': 180,
  jst: 540, kst: 540, hkt: 480, sgt: 480, wib: 420, edt: -240, est: -300, et: -300, cdt: -300, mdt: -360, mst: -420, pdt: -420,
  pst: -480, aest: 600, aedt: 660, sast: 120, pkt: 300,
}; // biome-ignore format: a table

const NUMERIC = /(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)\s?[日일.]?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?/;
const DAY_FIRST = /(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)/;
/**
 * A month's name as far as a pattern can tell it: neither white space, digits nor punctuation. `\p{L}` would be the
 * better word for it, but repeated it costs a tenth of a second to compile, in each thread.
 */
const WORD = '[^\\s\\d!-/:-@[-`{-\\u00bf\\u2000-\\u206f\\u3000-\\u303f\\uff00-\\uff0f]{3,14}';
const DAY_MONTH = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|er|º|-го)?[\\s-]+(?:de |of |d[’'])?(${WORD})\\.?,?[\\s-]+(?:de |del |del año |года? )?(\\d{4})(?!\\d)`,
  'i',
);
const MONTH_DAY = new RegExp(`(${WORD})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i');
const VIETNAMESE = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})/i;
const TIME =
  /(?<![\d:])(오전|오후|上午|下午|午前|午後|am |pm )?\s?(\d{1,2})\s?(?::|\.|h|時|时|点|點|시)\s?(\d{2})(?:\s?(?::|分|분)\s?(\d{2})?(?:\.\d+)?)?(?!\d)\s*(a\.?m\.?|p\.?m\.?)?(?=[^A-Za-z]|$|Z|uhr|h)/iu;
const OFFSET = /(?:(?:gmt|utc)?\s?([+-])(\d{2}):?(\d{2})?(?!\d)|(?<![\p{L}])(\p{L}{1,4})(?![\p{L}]))/iu;

/**
 * Reads one date, with its time and zone where it has them: ISO 8601, RFC 2822, and dates as written in the
 * languages of `months.ts`. A time without a zone is taken in the publisher's; a date without a time is that
 * day at 00:00 UTC.
 */
export function parseDate(text: string, context: DateContext): Date | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const plain = latinDigits(text.trim());
  if (plain === '') return undefined;
  if (/^\d{10}(?:\d{3})?$/.test(plain)) return checked(Number(plain) * (plain.length === 10 ? 1000 : 1));
  const day = findDay(plain, context);
  if (day === undefined) return undefined;
  const rest = plain.slice(day.end);
  const before = plain.slice(0, day.start);
  const time = timeIn(rest) ?? timeIn(before);
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  if (!isSane(day, midnight)) return undefined;
  if (time === undefined) return checked(midnight);
  const local = midnight + time.ms;
  const offset = offsetIn(time.after);
  return checked(offset === undefined ? instantIn(context.zone, local) : local - offset * 60_000);
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

function findDay(text: string, context: DateContext): Day | undefined {
  const compact = COMPACT.exec(text);
  if (compact !== null && /^\d{8}(?:T?\d{4,6})?(?:Z|[+-]\d|\D|$)/.test(text)) {
    return { year: +compact[1]!, month: +compact[2]!, day: +compact[3]!, start: 0, end: 8 };
  }
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return dayOf(numeric, +numeric[1]!, +numeric[2]!, +numeric[3]!);
  const dayMonth = DAY_MONTH.exec(text);
  const named = dayMonth === null ? undefined : monthOf(dayMonth[2]!);
  if (dayMonth !== null && named !== undefined) return dayOf(dayMonth, +dayMonth[3]!, named, +dayMonth[1]!);
  const monthDay = MONTH_DAY.exec(text);
  const first = monthDay === null ? undefined : monthOf(monthDay[1]!);
  if (monthDay !== null && first !== undefined) return dayOf(monthDay, +monthDay[3]!, first, +monthDay[2]!);
  const vietnamese = VIETNAMESE.exec(text);
  if (vietnamese !== null) return dayOf(vietnamese, +vietnamese[3]!, +vietnamese[2]!, +vietnamese[1]!);
  const short = DAY_FIRST.exec(text);
  if (short === null) return undefined;
  const [a, b] = [+short[1]!, +short[2]!];
  const year = short[3]!.length === 2 ? 2000 + +short[3]! : +short[3]!;
  const monthFirst = b > 12 || (a <= 12 && context.monthFirst);
  return monthFirst ? dayOf(short, year, a, b) : dayOf(short, year, b, a);
}

function dayOf(found: RegExpExecArray, year: number, month: number, day: number): Day {
  return { year, month, day, start: found.index, end: found.index + found[0].length };
}

function isSane({ year, month, day }: Day, midnight: number): boolean {
  return year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && new Date(midnight).getUTCDate() === day;
}

function timeIn(text: string): { ms: number; after: string } | undefined {
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
): { ms: number; after: string } | undefined {
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  return { ms: ((hour * 60 + minute) * 60 + second) * 1000, after };
}

/** Minutes east of UTC that the text after a time says. */
function offsetIn(text: string): number | undefined {
  const head = text.slice(0, 14).replace(/^(?:\.\d+|\s*uhr|\s*h\b|[\s,(]+)+/i, ' ');
  const found = OFFSET.exec(head);
  if (found === null) return undefined;
  if (found[1] !== undefined) return (found[1] === '-' ? -1 : 1) * (+found[2]! * 60 + +(found[3] ?? 0));
  return ZONES[found[4]!.toLowerCase()];
}

function checked(ms: number): Date | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Arabic, Persian, Devanagari and full-width digits as 0–9. */
function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = [0x0660, 0x06f0, 0x0966, 0xff10].find((z) => code >= z && code <= z + 9)!;
    return String(code - zero);
  });
}

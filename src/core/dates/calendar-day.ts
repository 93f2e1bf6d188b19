import type { DateRules } from './date-context.ts';
import { isEnglish, isFiller, isWeekday, monthNamed } from './date-words.ts';
import type { Day } from './local-date-time.ts';

/** The most other words around a whole date, as in `Posted on … by the editors`. A text with more is a sentence. */
const MAX_WORDS = 3;

/** Of the days in words only the first is in use in dates. */
const FIRST = /^(?:first|erste[rn]?|premier|primero|primo|primeiro|eerste|första|første|первое|первого)$/i;
/** `11-12/2026`: two months, or two days of one. */
const TWO_MONTHS = /(?<!\d)\d{1,2}-\d{1,2}\/\d{2,4}(?!\d)/;
/** What follows the first of two days: `2026年3月3日~5日`. */
const GOES_ON = /^ ?(?:[~〜～-]|至|到|から|부터) ?\d/u;

/** The day in a text that contains nothing but a date, weekdays, fillers and, beside a whole date, a few other words. */
export function calendarDay(text: string, rules: DateRules): Day | undefined {
  const cjk = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2})(?!\d) ?[日일]?/.exec(text);
  if (TWO_MONTHS.test(text)) return undefined;
  if (cjk !== null && GOES_ON.test(text.slice(cjk.index + cjk[0].length))) return undefined;
  if (cjk !== null) return { year: Number(cjk[1]), month: Number(cjk[2]), day: Number(cjk[3]) };
  const tokens = text.match(/\d+|\p{L}[\p{L}\p{M}.'’॰׳]*|[/.-]/gu) ?? [];
  const numbers: string[] = [];
  const separators = new Set<string>();
  let month: number | undefined;
  let monthAt = -1;
  let strange = 0;
  let isLed = false;
  for (const [i, token] of tokens.entries()) {
    if (/^\d/.test(token)) numbers.push(token);
    else if (FIRST.test(token)) numbers.push('1');
    else if (/^[/.-]$/.test(token)) separators.add(token);
    else if (/^(?:st|nd|rd|th|er|º|ª)\.?$/i.test(token) && /^\d/.test(tokens[i - 1] ?? '')) continue;
    else if (
      month === undefined &&
      !isLeadingWeekday(tokens, i) &&
      (month = monthNamed(token)) !== undefined
    ) {
      monthAt = numbers.length;
    } else if (!isWeekday(token) && !isFiller(token)) {
      if (i > 0 && monthNamed(token) !== undefined) return undefined;
      if (i > 0) strange += 1;
      else isLed = true;
    }
  }
  // `thirtieth of November 2026` is not the first of November.
  if (isLed && month !== undefined && numbers.length < 2) return undefined;
  const hasYear = numbers.some(({ length }) => length === 4);
  // ISO 8601 is written by software, so other words beside it mean that the text is no date.
  const isWhole = month === undefined ? numbers.length === 3 && !separators.has('-') : numbers.length === 2;
  if (strange > (isWhole && hasYear && rules.allowsPartial ? MAX_WORDS : 0)) return undefined;
  if (month !== undefined) return namedMonthDay(numbers, month, monthAt, rules);
  // Only English readers expect the month first.
  const isForeign = tokens.some((token) => /^\p{L}/u.test(token) && !isEnglish(token));
  return numericDay(numbers, separators, isForeign ? { ...rules, dayFirst: rules.dayFirst ?? true } : rules);
}

/** `mar.` is Tuesday in French and March in Spanish. At the start, with a month after it, it is a weekday. */
function isLeadingWeekday(tokens: readonly string[], i: number): boolean {
  return (
    i === 0 &&
    isWeekday(tokens[0] ?? '') &&
    tokens.slice(1).some((token) => /^\p{L}{3}/u.test(token) && monthNamed(token) !== undefined)
  );
}

function namedMonthDay(
  numbers: readonly string[],
  month: number,
  monthAt: number,
  { allowsPartial, fullYear }: DateRules,
): Day | undefined {
  const [first, second, ...more] = numbers;
  if (first === undefined || more.length > 0) return undefined;
  if (second === undefined)
    return allowsPartial && first.length === 4 && monthAt <= 1
      ? { year: Number(first), month, day: 1 }
      : undefined;
  // A year of two digits comes last; one of four may come first.
  const yearFirst = first.length === 4;
  const year = yearFirst ? first : second;
  const day = yearFirst ? second : first;
  if (day.length > 2) return undefined;
  if (year.length === 4) return { year: Number(year), month, day: Number(day) };
  // On a page a year of two digits is not accepted: `10 May 24` may be a number and a day.
  return year.length === 2 && allowsPartial
    ? { year: fullYear(Number(year)), month, day: Number(day) }
    : undefined;
}

/**
 * A day of three numbers. With slashes the month is first, with dots and dashes the day, unless the numbers or the
 * context decide. With dots the day is first in every country.
 */
function numericDay(
  numbers: readonly string[],
  separators: ReadonlySet<string>,
  { dayFirst, fullYear }: DateRules,
): Day | undefined {
  const [a = '', b = '', c = '', ...more] = numbers;
  if (numbers.length < 3 || more.length > 0 || separators.size === 0) return undefined;
  if (a.length === 4 && b.length <= 2 && c.length <= 2)
    return { year: Number(a), month: Number(b), day: Number(c) };
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return undefined;
  // ISO 8601 with a year of two digits, where nothing else decides.
  if (c.length === 2 && separators.has('-') && dayFirst === undefined)
    return { year: fullYear(Number(a)), month: Number(b), day: Number(c) };
  const putsMonthFirst = separators.has('/') ? dayFirst !== true : separators.has('-') && dayFirst === false;
  const monthFirst = Number(b) > 12 || (putsMonthFirst && Number(a) <= 12);
  const [month, day] = monthFirst ? [a, b] : [b, a];
  const year = c.length === 4 ? Number(c) : fullYear(Number(c));
  return { year, month: Number(month), day: Number(day) };
}

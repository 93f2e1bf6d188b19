import { inLatinDigits } from '../words/latin-digits.ts';
import { commonDate } from './common-date.ts';
import { type DateContext, type DateRules, rulesOf } from './date-context.ts';
import { findDate } from './find-date.ts';
import { epochSeconds, isoDate, ordinalDate, weekDate } from './iso-date.ts';
import { inGregorian } from './other-calendars.ts';
import { endOfPeriod } from './period.ts';
import { relativeDate } from './relative-date.ts';
import { spelledInDigits } from './spelled-date.ts';
import { writtenDate } from './written-date.ts';

/** Longer texts are not dates; a line of a page may be a little longer. The limit also keeps every pattern cheap. */
const MAX_LENGTH = 120;
const MAX_LINE = 300;

/** The forms of RFC 9110, 5.6.7, with any zone: `Retry-After: 5 minutes` is none of them. */
const HEADER =
  /^(?:[a-z]+,? )?(?:\d{1,2}[ -][a-z]{3,9}[ -](?:\d{4}|\d{2}) \d{1,2}:\d\d:\d\d|[a-z]{3} \d{1,2} \d{1,2}:\d\d:\d\d \d{4})(?: ?(?:[a-z]{1,5}|[+-]\d\d:?\d\d))?$/i;

/**
 * Reads a date as feeds, pages and servers write it: RFC 822 and 2822, RFC 9110, ISO 8601 and W3C-DTF, asctime,
 * numeric dates, zone names of RFC 822 and of the IANA database, month names in some seventy languages, Chinese,
 * Japanese and Korean dates with their eras, days of the Persian, Islamic, Ethiopian, Hebrew, Nepalese and Bengali
 * calendars, and ages as `2 hours ago` where the context says when the text was fetched. The same text is the same instant in every context, unless it leaves something open.
 *
 * A day without a time is that day at 00:00 UTC. A time without a zone, or with an unknown zone, is the
 * context's; where the context has none it is UTC, but Korean time where it is written in Korean. The zone of the
 * host never matters.
 * @returns undefined for what is no date, or a date that no calendar has
 */
export function readDate(written: string, context: DateContext): Date | undefined {
  const common =
    context.source === 'feed' && context.calendar !== undefined ? undefined : commonDate(written);
  if (common !== undefined && context.source !== 'header') return new Date(common);
  const text = plainText(written, context);
  if (text === undefined || (context.source === 'header' && !HEADER.test(text))) return undefined;
  const rules = writtenFromRight(written) ? dayFirstIn(rulesOf(context)) : rulesOf(context);
  const absolute =
    absoluteDate(text, context, rules) ??
    (context.source === 'header' ? undefined : spelledDate(text, context, rules));
  return dateAt(absolute ?? relativeTo(context, text, rules), context);
}

/** The same for a text that is known to be no date but an age or a day before `context.now`, if anything. */
export function readAge(written: string, context: DateContext): Date | undefined {
  const text = plainText(written, context);
  return text === undefined ? undefined : dateAt(relativeTo(context, text, rulesOf(context)), context);
}

/** The text in one spelling; undefined where it is empty or too long for a date. */
function plainText(written: string, { source }: DateContext): string | undefined {
  const text = inLatinDigits(
    written
      .slice(0, 4 * MAX_LENGTH)
      .replace(/[\s\u200e\u200f]+/g, ' ')
      .trim()
      .normalize('NFKC')
      .replace(/[\u2010-\u2015\u2212]/g, '-'),
  );
  const longest = source === 'page' ? MAX_LINE : MAX_LENGTH;
  return text === '' || text.length > longest || written.trim().length > 4 * MAX_LENGTH ? undefined : text;
}

function dateAt(instant: number | undefined, { source }: DateContext): Date | undefined {
  if (instant === undefined || Number.isNaN(instant)) return undefined;
  const date = new Date(instant);
  return source === 'page' && !isOfTheWeb(date) ? undefined : date;
}

function absoluteDate(text: string, context: DateContext, rules: DateRules): number | undefined {
  if (!mayHaveNumber(text)) return undefined;
  const plain = context.source === 'header' ? text : inGregorian(text, rules);
  const whole = plain.length > MAX_LENGTH ? undefined : wholeDate(plain, rules);
  return whole ?? dateAmongWords(plain, context, rules);
}

/** Whether a text has digits, or letters beyond ASCII, among which several scripts have their numbers. */
function mayHaveNumber(text: string): boolean {
  return /[\d\u0080-\uffff]/.test(text);
}

/** A date with its day or year in words. */
function spelledDate(text: string, context: DateContext, rules: DateRules): number | undefined {
  const plain = spelledInDigits(text);
  return plain === text ? undefined : absoluteDate(plain, context, rules);
}

/** A page may print a date among other words. A feed may give a week or a range of days. */
function dateAmongWords(text: string, { source }: DateContext, rules: DateRules): number | undefined {
  if (source === 'page') return findDate(text, rules);
  return source === 'feed' && text.length <= MAX_LENGTH ? endOfPeriod(text, rules) : undefined;
}

function relativeTo(context: DateContext, text: string, rules: DateRules): number | undefined {
  return context.source === 'header' || context.now === undefined
    ? undefined
    : relativeDate(text, context.now, rules);
}

/** A mark of direction inside a numeric date is written by software for Arabic, Hebrew, Persian or Urdu. */
function writtenFromRight(written: string): boolean {
  return /\d[\u200f\u061c][/.-]/.test(written.slice(0, MAX_LENGTH));
}

function dayFirstIn(rules: DateRules): DateRules {
  return { ...rules, dayFirst: rules.dayFirst ?? true };
}

/** On a page any number may appear, so a year before the web is not a date. */
function isOfTheWeb(date: Date): boolean {
  return date.getUTCFullYear() >= 1990 && date.getUTCFullYear() <= 2100;
}

/** A text that is a date from its first character to its last. */
function wholeDate(text: string, rules: DateRules): number | undefined {
  return (
    isoDate(text, rules) ??
    ordinalDate(text, rules) ??
    weekDate(text) ??
    epochSeconds(text) ??
    writtenDate(text, rules)
  );
}

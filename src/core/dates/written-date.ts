import { calendarDay } from './calendar-day.ts';
import type { DateRules } from './date-context.ts';
import { monthAbbreviation } from './date-words.ts';
import { MIDNIGHT, toInstant } from './local-date-time.ts';
import { findTime } from './time-of-day.ts';
import { instantOf, readZone } from './zone-in-text.ts';
import { instantInZone, isZoneName } from './zones.ts';

/** `(GMT+7)`. */
const OFFSET = /^(?:GMT|UTC) ?[+-]\d{1,2}(?::?\d{2})?$/i;
/** `T5` is Thursday. */
const VIETNAMESE_WEEKDAY = /^T[2-7],? (?=\d)/;
/** A point between hours and minutes; a word or a year before it distinguishes it from a date. */
const DOTTED_TIME =
  /(?<=(?<!\p{L})(?:klo|kl\.?|kello|um|ore|alle|pukul|jam|saat|godz\.?|o|om|ob|kell) ?|(?<!\d)(?:19|20)\d\d,? |(?<!\d)\d{1,2}\.? \p{L}{3,12}, )(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![.\d])/iu;

/**
 * Reads a text that is nothing but a date: a time anywhere, a zone after it, and words and numbers that form a day.
 */
export function writtenDate(text: string, rules: DateRules): number | undefined {
  const plain = text
    .replace(/\(([^)]*)\)/g, (_, inner: string) =>
      ((isZoneName(inner) || OFFSET.test(inner)) && !hasOffset(text)) || /\d:\d\d/.test(inner)
        ? ` ${inner.replace('(', ' ')} `
        : ' ',
    )
    .replace(VIETNAMESE_WEEKDAY, '')
    .replace(/(\d)T(?=\d)/g, '$1 ')
    .replace(DOTTED_TIME, (_, ...parts: (string | undefined)[]) =>
      parts
        .slice(0, 3)
        .filter((part) => part !== undefined)
        .join(':'),
    )
    // A month by its number outside of a whole date in Chinese, Japanese or Korean: `01 2월 2021`, `1 tháng 3`.
    .replace(
      /(?<!\d)(?<![年년] ?)(\d{1,2})[月월](?! ?\d{1,2} ?[日일])|(?<!\p{L})(?:tháng|thg|th(?=\d)) ?(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})(?:-р| дугаар| дүгээр)? сарын/giu,
      (_, n?: string, vietnamese?: string, mongolian?: string) =>
        ` ${monthAbbreviation(Number(n ?? vietnamese ?? mongolian))} `,
    )
    .trim();
  const clock = findTime(plain);
  const time = clock === undefined ? MIDNIGHT : clock.time;
  if (time === undefined) return undefined;
  const before = clock === undefined ? plain : plain.slice(0, clock.start);
  const rest = clock === undefined ? '' : plain.slice(clock.end);
  const zone =
    readZone(rest, clock !== undefined) ?? (clock === undefined ? readZone(before, false) : undefined);
  if (zone === 'invalid') return undefined;
  const dayText =
    clock === undefined ? before.slice(zone?.length ?? 0) : `${before} ${rest.slice(zone?.length ?? 0)}`;
  const day = calendarDay(dayText, rules);
  const local = day && toInstant({ ...day, ...time });
  if (local === undefined) return undefined;
  if (zone?.iana !== undefined) return instantOf(zone, local, rules.publisher);
  return clock === undefined
    ? local
    : (instantOf(zone, local, rules.publisher) ?? localInstant(plain, local, rules));
}

/** The instant of a time without a zone: in the context's zone, else Korean time for Korean text, else UTC. */
export function localInstant(text: string, local: number, { zone }: DateRules): number | undefined {
  if (zone !== undefined) return instantInZone(zone, local);
  return /[년월일]|오[전후]/.test(text) ? local - 540 * 60_000 : local;
}

/** `GMT+0100 (CET)` gives its zone twice. */
function hasOffset(text: string): boolean {
  return /[+-]\d{2}:?\d{2} ?\(/.test(text);
}

import type { DateRules } from './date-context.ts';
import { milliseconds, toInstant } from './local-date-time.ts';
import { instantInZone, numericOffset } from './zones.ts';

const ISO =
  /^(\d{4})(?:(-?)(\d{2})(?:\2(\d{2}))?)?(?:[Tt ] ?(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)? ?(?:([Zz])|(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})?)?)?$/;

/** ISO 8601 as W3C-DTF and its neighbours use it: `2003`, `2003-12-31T10:14Z`, `20031231T101455+0100`. */
export function isoDate(text: string, { zone, allowsPartial }: DateRules): number | undefined {
  const match = ISO.exec(withOneZone(text));
  if (match === null) return undefined;
  const [, year, dash, month, day, hour, minute, second, fraction, utc, sign, zoneHours, zoneMinutes] = match;
  // Six digits are not a year and a month.
  if (month !== undefined && day === undefined && dash === '') return undefined;
  if (day === undefined && (hour !== undefined || !allowsPartial)) return undefined;
  const offset = sign === undefined ? 0 : numericOffset(sign, zoneHours ?? '0', zoneMinutes);
  if (offset === undefined) return undefined;
  const local = toInstant({
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: milliseconds(fraction),
  });
  if (local === undefined) return undefined;
  const isLocal = hour !== undefined && utc === undefined && sign === undefined && zone !== undefined;
  return isLocal ? instantInZone(zone, local) : local - offset * 60_000;
}

/**
 * Removes what makes a date have two zones: the zone name of RFC 9557 after an offset, a `Z` after an offset, a zone
 * after a day without a time. Adds the `T` to 14 digits.
 */
function withOneZone(text: string): string {
  return text
    .replace(/\[[\w/+-]{1,40}\]$/, '')
    .replace(/(?<=[+-]\d{2}:?\d{2}) ?Z$/i, '')
    .replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/i, '$1')
    .replace(/^((?:19|20)\d{6})(\d{4}(?:\d{2})?)$/, '$1T$2');
}

/** ISO 8601 with the day of the year: `2003-335`. */
export function ordinalDate(text: string, { allowsPartial }: DateRules): number | undefined {
  const [, year, day] = /^(\d{4})-?(\d{3})$/.exec(text) ?? [];
  // Seven digits on a page are a number.
  if (day === undefined || (!allowsPartial && !text.includes('-'))) return undefined;
  const instant = Date.UTC(Number(year), 0, Number(day));
  const exists = Number(day) > 0 && new Date(instant).getUTCFullYear() === Number(year);
  return exists && Number(year) >= 1900 && Number(year) < 2400 ? instant : undefined;
}

/** Seconds, milliseconds or microseconds since 1970, in this century; as numbers, or as .NET writes them. */
export function epochSeconds(text: string): number | undefined {
  const found = /^(?:@|\/Date\()?([1-3]\d{9})(\d{3}|\d{6})?(?:\.\d{1,9})?(?:[+-]\d{4})?(?:\)\/)?$/.exec(text);
  if (found === null) return undefined;
  const [, seconds, rest = '000'] = found;
  const instant = Number(seconds) * 1_000 + Number(rest.slice(0, 3));
  return instant >= Date.UTC(2000, 0) ? instant : undefined;
}

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
 * after a day without a time. Removes the seconds of an offset, and a zone's name after it. Adds the `T` to 14 digits.
 */
function withOneZone(text: string): string {
  return (
    text
      .replace(/\[[\w/+-]{1,40}\]$/, '')
      .replace(/(?<=:\d{2}(?:\.\d{1,9})?[+-]\d{2}:\d{2}):\d{2}$/, '')
      .replace(/(?<=[+-]\d{2}:?\d{2}) ?Z$/i, '')
      // Go prints a time as `2026-03-02 10:00:00 -0500 EST`, with `m=+0.004` if it is of its own clock.
      .replace(
        /(?<=:\d{2}(?:[.,]\d{1,9})? ?[+-]\d{2}:?\d{2})(?: \(?(?:[A-Z]{1,5}|[+-]\d{2,4})\)?)?(?: m=[+-][\d.]{1,30})?$/,
        '',
      )
      .replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/i, '$1')
      .replace(/^((?:19|20)\d{6})(\d{4}(?:\d{2})?)$/, '$1T$2')
  );
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

/** ISO 8601 with the number of the week and of the day: `2026-W10-4`, `2026W104`. */
export function weekDate(text: string): number | undefined {
  const [, year, week, day] = /^(\d{4})(?:-W(?=\d\d-)|W(?=\d{3}$))(\d{2})-?([1-7])$/i.exec(text) ?? [];
  if (day === undefined || Number(week) < 1 || Number(week) > 53) return undefined;
  // The fourth of January is always in the first week. Its weekday is counted from Monday.
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
  return monday + ((Number(week) - 1) * 7 + Number(day) - 1) * DAY_MS;
}

const DAY_MS = 86_400_000;

/** Units of a second since 1970, down to nanoseconds, in this century; as numbers, or as .NET writes them. */
export function epochSeconds(text: string): number | undefined {
  const plain = /^[1-3]\.\d{3,15}e\+?(?:9|12)$/i.test(text) ? String(Math.round(Number(text))) : text;
  const found = /^(?:@|\/Date\()?([1-3]\d{9})(\d{3}|\d{6}|\d{9})?(?:\.\d{1,9})?(?:[+-]\d{4})?(?:\)\/)?$/.exec(
    plain,
  );
  if (found === null) return undefined;
  const [, seconds, rest = '000'] = found;
  const instant = Number(seconds) * 1_000 + Number(rest.slice(0, 3));
  return instant >= Date.UTC(2000, 0) ? instant : undefined;
}

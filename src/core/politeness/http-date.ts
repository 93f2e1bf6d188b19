const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Sun, 06 Nov 1994 08:49:37 GMT`, and `Sunday, 06-Nov-94 08:49:37 GMT` with it; the weekday is not checked. */
const DAY_FIRST =
  /^(?:[a-z]+,?\s+)?(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s-](\d{4}|\d{2})\s+(\d{1,2}):(\d{2}):(\d{2})\s*(?:GMT|UTC|UT|Z|[+-]00:?00)?$/i;
/** `Sun Nov  6 08:49:37 1994`. */
const ASCTIME = /^[a-z]{3,9}\s+([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(\d{4})$/i;

/**
 * Reads the three date forms of RFC 9110 §5.6.7. `Date.parse` is not used: it reads asctime dates in the host's zone.
 *
 * @param now resolves two-digit years: one that seems over 50 years ahead lies in the past
 * @returns undefined for anything else
 */
export function parseHttpDate(text: string, now: Date): Date | undefined {
  const trimmed = text.trim();
  const dayFirst = DAY_FIRST.exec(trimmed);
  if (dayFirst) {
    const [, day, month, year, ...time] = dayFirst;
    return instant(fullYear(year!, now), month!, day!, time);
  }
  const asctime = ASCTIME.exec(trimmed);
  if (!asctime) return undefined;
  const [, month, day, hours, minutes, seconds, year] = asctime;
  return instant(Number(year), month!, day!, [hours, minutes, seconds]);
}

function fullYear(digits: string, now: Date): number {
  if (digits.length === 4) return Number(digits);
  const century = Math.floor(now.getUTCFullYear() / 100) * 100;
  const year = century + Number(digits);
  return year > now.getUTCFullYear() + 50 ? year - 100 : year;
}

function instant(
  year: number,
  monthName: string,
  dayText: string,
  [hours, minutes, seconds]: readonly (string | undefined)[],
): Date | undefined {
  const month = MONTHS.indexOf(monthName.toLowerCase());
  const day = Number(dayText);
  const date = new Date(Date.UTC(year, month, day, Number(hours), Number(minutes), Number(seconds)));
  // A 31 February or a 25 o'clock would silently become another day.
  const isReal = month !== -1 && date.getUTCDate() === day && Number(hours) < 24 && Number(minutes) < 60;
  return isReal ? date : undefined;
}

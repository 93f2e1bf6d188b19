import { numericOffset } from './zones.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** RFC 822 with four digits of the year, as nearly all RSS feeds have it: `Mon, 30 Nov 2026 08:31:58 +0000`. */
const RFC822 =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (199\d|20\d\d) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|([+-])(\d\d)(\d\d))$/;
/** RFC 3339, as Atom has it: `2026-11-30T08:31:58.123+01:00`. */
const RFC3339 = /^(199\d|20\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * Reads the two forms that nearly all feeds use, without the search for all others. Nothing in them depends on a context.
 * @returns epoch milliseconds; undefined for any other form, and for a day or time that does not exist
 */
export function commonDate(text: string): number | undefined {
  const mail = RFC822.exec(text);
  if (mail !== null) {
    const [, day = '', month = '', year = '', hour = '', minute = '', second = '', ...zone] = mail;
    return instant([+year, MONTHS.indexOf(month), +day, +hour, +minute, +second, 0], zone);
  }
  const iso = RFC3339.exec(text);
  if (iso === null) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '0', ...zone] =
    iso;
  return instant([+year, +month - 1, +day, +hour, +minute, +second, +fraction], zone);
}

type Clock = readonly [
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond: number,
];

/** `month` counts from 0. */
function instant(
  [year, month, day, hour, minute, second, millisecond]: Clock,
  [sign = '+', zoneHours = '0', zoneMinutes]: readonly (string | undefined)[],
): number | undefined {
  const offset = numericOffset(sign, zoneHours, zoneMinutes);
  if (offset === undefined || hour > 23 || minute > 59 || second > 59 || day === 0) return undefined;
  const midnight = Date.UTC(year, month, day);
  // A day that the month does not have would be one of the next month.
  if (new Date(midnight).getUTCMonth() !== month) return undefined;
  return midnight + ((hour * 60 + minute - offset) * 60 + second) * 1_000 + millisecond;
}

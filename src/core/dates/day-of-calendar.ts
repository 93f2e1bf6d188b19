/** A calendar of the Unicode CLDR that publishers use. */
type Calendar = 'persian' | 'islamic-umalqura' | 'ethiopic';

/** In numeric dates, years up to this are Persian, later ones Islamic. */
const LAST_PERSIAN = 1428;

/**
 * The Gregorian day of a date that a pattern has found, with the text that it replaces. Without a calendar the year says
 * which of the two it is that number months alike.
 * @param firstMonth the group of the first month's name
 */
export function datedBy(
  calendar: Calendar | undefined,
  found: RegExpExecArray | null,
  firstMonth = 2,
): { written: string; day: string } | undefined {
  if (found === null) return undefined;
  const { year = '', month, day = '' } = found.groups ?? {};
  const named = found.slice(firstMonth, firstMonth + 13).findIndex((name) => name !== undefined) + 1;
  const meant = calendar ?? (Number(year) <= LAST_PERSIAN ? 'persian' : 'islamic-umalqura');
  const date = dayIn(meant, Number(year), month === undefined ? named : Number(month), Number(day));
  return date === undefined ? undefined : { written: found[0], day: date.toISOString().slice(0, 10) };
}

const DAY_MS = 86_400_000;
/** First day of the calendar, and the length of its year in days. */
const COUNTED: Readonly<Record<Calendar, readonly [start: number, year: number]>> = {
  persian: [Date.UTC(622, 2, 22), 365.2422],
  'islamic-umalqura': [Date.UTC(622, 6, 19), 354.3671],
  // `Date.UTC` takes years below 100 for those of the twentieth century.
  ethiopic: [Date.UTC(2026, 8, 11) - 2018 * 365.25 * DAY_MS, 365.25],
};

const formats = new Map<Calendar, Intl.DateTimeFormat>();

/** Created on first use, because that takes longer than everything else here. */
function formatOf(calendar: Calendar): Intl.DateTimeFormat {
  let format = formats.get(calendar);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-u-nu-latn', { calendar, timeZone: 'UTC', dateStyle: 'short' });
    formats.set(calendar, format);
  }
  return format;
}

/**
 * The Gregorian day of a date in a calendar: estimated by the mean year, then searched nearby. Undefined where there
 * is none.
 */
function dayIn(calendar: Calendar, year: number, month: number, day: number): Date | undefined {
  const [start, length] = COUNTED[calendar];
  const format = formatOf(calendar);
  const wanted = `${month}/${day}/${year}`;
  const guess = start + Math.round((year - 1 + (month - 1) / 12) * length + day - 1) * DAY_MS;
  for (let days = -SPAN; days <= SPAN; days += 1) {
    const date = new Date(guess + days * DAY_MS);
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(date)) part[type] = value;
    if (`${part['month']}/${part['day']}/${part['year']}` === wanted) return date;
  }
  return undefined;
}

/** How far the estimate may be off. Days. */
const SPAN = 8;

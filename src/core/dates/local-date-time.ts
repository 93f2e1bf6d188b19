/** A day and a time of day whose zone is not known yet. */
export interface LocalDateTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export type Day = Pick<LocalDateTime, 'year' | 'month' | 'day'>;
export type TimeOfDay = Omit<LocalDateTime, keyof Day>;

export const MIDNIGHT: TimeOfDay = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** The instant if the zone were UTC, in epoch milliseconds; undefined for a day or time that does not exist. */
export function toInstant({
  year: written,
  month,
  day,
  hour,
  minute,
  second,
  millisecond,
}: LocalDateTime): number | undefined {
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

/** A fraction of a second, given by its digits, in whole milliseconds. */
export function milliseconds(fraction: string | undefined): number {
  return Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
}

import { unmarkedEthiopicDay } from './ethiopic-days.ts';

/** Amharic and Tigrinya, by either code of ISO 639. */
const LANGUAGE = /^(?:am|amh|ti|tir)(?:$|[-_])/i;
/** The year of Ethiopia is seven or eight behind the Gregorian one. */
const YEARS_BEHIND = 7;
const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;

/**
 * Whether the dates in numbers of a feed count by the calendar of Ethiopia without saying so: the feed is in Amharic or
 * Tigrinya, no such date has a year that can be a Gregorian one of now, and one of them is of the last year. A single
 * date cannot show it, because publishers there write Gregorian dates too.
 */
export function countsByEthiopia(texts: readonly string[], now: Date, language: string | undefined): boolean {
  if (!LANGUAGE.test(language ?? '')) return false;
  const days = texts.flatMap((text) => unmarkedEthiopicDay(text) ?? []);
  if (days.some(({ year }) => year > now.getUTCFullYear() - YEARS_BEHIND)) return false;
  return days.some(({ day }) => {
    const age = now.getTime() - Date.parse(day);
    return age > -DAY_MS && age < YEAR_MS;
  });
}

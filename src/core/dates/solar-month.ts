/** Lengths of the sidereal and the anomalistic year, and the sun's epicycle, in the Surya Siddhanta. Days, turns. */
const YEAR = 1_577_917_828 / 4_320_000;
const ANOMALISTIC_YEAR = 1_577_917_828_000 / (4_320_000_000 - 387);
const EPICYCLE = 14 / 360;
const EPICYCLE_CHANGE = 1 / 42;
const DAY_MS = 86_400_000;
/** The creation of the world in that book, in days before 1970 at the meridian of Ujjain. */
const CREATION = Date.UTC(-3101, 0, 23) / DAY_MS - 1_955_880_000 * YEAR;

const RADIANS = Math.PI / 180;
const fractionOf = (turns: number) => turns - Math.floor(turns);

/**
 * The sun's longitude by the modern Surya Siddhanta, in degrees (Reingold and Dershowitz, Calendrical Calculations,
 * chapter on the modern Hindu calendars).
 * @param day days since 1970 at the meridian of Ujjain
 */
function sunAt(day: number): number {
  const mean = 360 * fractionOf((day - CREATION) / YEAR);
  const offset = Math.sin(360 * fractionOf((day - CREATION) / ANOMALISTIC_YEAR) * RADIANS);
  const size = EPICYCLE - Math.abs(offset) * EPICYCLE * EPICYCLE_CHANGE;
  return mean - Math.asin(offset * size) / RADIANS;
}

/**
 * When the sun enters the sign with which a solar month of India and Nepal begins.
 * @param year Gregorian year in which the first of the twelve months begins
 * @param month 1–12, beginning in April; 13 is the first of the next year
 * @returns days since 1970 at the meridian of Ujjain, with their fraction
 */
export function entryIntoSign(year: number, month: number): number {
  const target = 30 * ((month - 1) % 12);
  const near = Date.UTC(year, 3, 14) / DAY_MS + ((month - 1) * YEAR) / 12;
  // The mean sun moves a degree a day, and the true one is never more than some days apart from it.
  let [from, to] = [near - 5, near + 5];
  while (to - from > 1e-5) {
    const middle = (from + to) / 2;
    const ahead = ((((sunAt(middle) - target) % 360) + 540) % 360) - 180;
    if (ahead < 0) from = middle;
    else to = middle;
  }
  return to;
}

/**
 * A day of one of these months, where the month has it.
 * @param begins the first day of a month, in days since 1970, by Gregorian year and number
 */
export function dayOfSolarMonth(
  begins: (year: number, month: number) => number,
  year: number,
  month: number,
  day: number,
): Date | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const first = begins(year, month);
  return day > begins(year, month + 1) - first ? undefined : new Date((first + day - 1) * DAY_MS);
}

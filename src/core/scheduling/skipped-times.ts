const HOUR = 3_600_000;
const WEEK_HOURS = 7 * 24;
/** Polls that waited for the end of a skipped time are spread over these milliseconds. */
const SPREAD = 10 * 60_000;

/**
 * The first instant from `planned` on that is outside the hours and days in which a feed asks not to be polled (RSS
 * 2.0 skipHours and skipDays, both in UTC). If they exclude all times they are ignored.
 *
 * @param random from 0 to 1
 */
export function afterSkipped(
  planned: Date,
  { skipHours, skipDays }: { readonly skipHours: readonly number[]; readonly skipDays: readonly number[] },
  random: number,
): Date {
  if (skipHours.length === 0 && skipDays.length === 0) return planned;
  let at = planned;
  for (let hour = 0; hour <= WEEK_HOURS; hour += 1) {
    if (!skipHours.includes(at.getUTCHours()) && !skipDays.includes(at.getUTCDay())) {
      return hour === 0 ? planned : new Date(at.getTime() + Math.round(random * SPREAD));
    }
    at = new Date((Math.floor(at.getTime() / HOUR) + 1) * HOUR);
  }
  return planned;
}

/** The first failure is often a hiccup: it is tried again soon, and sooner where the feed is polled more often. */
const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 86_400;

/**
 * How long to leave a feed alone that has failed `failures` times in a row: doubling from half a minute (or from its usual
 * interval, if that is shorter) up to a day, and from then on once a day, for ever.
 */
export function backOffSeconds(failures: number, usualSeconds: number): number {
  const first = Math.min(FIRST_SECONDS, usualSeconds);
  return Math.min(LONGEST_SECONDS, first * 2 ** Math.min(failures - 1, 30));
}

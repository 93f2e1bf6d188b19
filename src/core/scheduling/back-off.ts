const FIRST_SECONDS = 300;
const LONGEST_SECONDS = 86_400;

/**
 * How long to leave a feed alone that has failed `failures` times in a row: doubling from five minutes (or a quarter
 * of its usual interval, if that is longer) up to a day, and from then on once a day, for ever.
 */
export function backOffSeconds(failures: number, usualSeconds: number): number {
  const first = Math.max(FIRST_SECONDS, usualSeconds / 4);
  return Math.min(LONGEST_SECONDS, first * 1.5 ** Math.min(failures - 1, 30));
}

/** The first failure is often short, so the next attempt is soon, and sooner for a feed that is polled more often. */
const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 86_400;

/**
 * How long to leave a feed alone after `failures` failures in a row. The time doubles from half a minute (or from the
 * usual interval, if that is shorter) up to a day; after that it is tried once a day for ever.
 */
export function backOffSeconds(failures: number, usualSeconds: number): number {
  const first = Math.min(FIRST_SECONDS, usualSeconds);
  return Math.min(LONGEST_SECONDS, first * 2 ** Math.min(failures - 1, 30));
}

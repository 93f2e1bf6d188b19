/** Clocks of several machines differ by a little. Milliseconds. */
const SKEW = 60_000;

/**
 * The end of a wait, unless it is further ahead than such a wait ever lasts. Then a clock that ran ahead has set it,
 * and it must not be waited for.
 *
 * @param longestMs the longest wait of the kind
 * @returns undefined where the instant must be wrong
 */
export function plausibleUntil(
  until: Date | null | undefined,
  now: Date,
  longestMs: number,
): Date | undefined {
  if (until === null || until === undefined) return undefined;
  return until.getTime() > now.getTime() + longestMs + SKEW ? undefined : until;
}

/** When something happened; undefined for an instant in the future, which must be wrong. */
export function plausibleSince(since: Date | null | undefined, now: Date): Date | undefined {
  return plausibleUntil(since, now, 0);
}

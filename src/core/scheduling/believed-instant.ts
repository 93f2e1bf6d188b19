/** Clocks of several machines differ by a little. Milliseconds. */
const SKEW = 60_000;

/**
 * An instant until which something waits, where it can be believed: one that lies further ahead than such a wait ever
 * lasts was set by a clock that ran ahead, and would keep it waiting for as long as the clock was wrong.
 *
 * @param longestMs the longest wait of the kind
 * @returns undefined where it cannot be believed
 */
export function believedUntil(
  until: Date | null | undefined,
  now: Date,
  longestMs: number,
): Date | undefined {
  if (until === null || until === undefined) return undefined;
  return until.getTime() > now.getTime() + longestMs + SKEW ? undefined : until;
}

/** When something happened, where it can be believed: nothing has happened in the future. */
export function believedSince(since: Date | null | undefined, now: Date): Date | undefined {
  return believedUntil(since, now, 0);
}

/** How far behind us the new dates of a feed lie that names no zone. Plain data, in milliseconds, stored with the feed. */
export interface DateLag {
  /** When the feed was read last, and the newest of its dates then, read as UTC. */
  readonly at: number;
  readonly newest: number;
  /** How many newer dates have come since, and the hours behind UTC that all of them allow: no less, no more. */
  readonly seen: number;
  readonly least: number;
  readonly most: number;
}

const HOUR = 3_600_000;
/** Clocks of servers differ by this. */
const SKEW = 5 * 60_000;
/** So many entries in a row have no other reason to lie behind. */
const ENOUGH = 8;
/** No zone is further behind UTC. */
const FURTHEST = 12;

/**
 * Adds what one reading shows. A date that was not there at the last reading is no older than that: what it seems
 * older is the zone's, at least; and it is not of the future: the zone is no further behind than it seems old.
 */
export function noteLag(before: DateLag | undefined, newest: number, now: number): DateLag {
  if (before === undefined) return { at: now, newest, seen: 0, least: 0, most: FURTHEST * HOUR };
  if (newest <= before.newest) return { ...before, at: now };
  return {
    at: now,
    newest,
    seen: before.seen + 1,
    least: Math.max(before.least, before.at - newest),
    most: Math.min(before.most, now - newest),
  };
}

/** The whole hours behind UTC that the dates of a feed show; undefined where they show none, or no one number. */
export function zoneBehind({ seen, least, most }: DateLag): number | undefined {
  const hours = Math.floor((most + SKEW) / HOUR);
  if (seen < ENOUGH || hours < 1 || hours > FURTHEST) return undefined;
  const isAllowed = hours * HOUR >= least - SKEW;
  const isOnly = least > (hours - 1) * HOUR + SKEW;
  return isAllowed && isOnly ? hours : undefined;
}

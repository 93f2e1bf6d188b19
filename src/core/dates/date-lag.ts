/**
 * How far the dates of a feed that names no zone are behind the clock when they are read as UTC. `zoneBehind` derives
 * the zone from it. Stored with the feed; all times in milliseconds.
 */
export interface DateLag {
  /** When the feed was last read, and its newest date then, read as UTC. */
  readonly at: number;
  readonly newest: number;
  /** How many newer dates came since, and the smallest and largest offset behind UTC that fits all of them. */
  readonly seen: number;
  readonly least: number;
  readonly most: number;
}

const HOUR = 3_600_000;
/** Allowed difference between servers' clocks. */
const SKEW = 5 * 60_000;
/** After so many newer dates, a delay of the publisher is unlikely to look like a zone. */
const ENOUGH = 8;
/** The zone furthest behind UTC. Hours. */
const FURTHEST = 12;

/**
 * Adds the newest date of one poll. A date that is new since the last poll was written after that poll. If it seems
 * older, read as UTC, then the zone is behind UTC by at least the difference. It was written before this poll, so the
 * zone is behind by at most the age that the date seems to have.
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

/** The whole number of hours behind UTC that the dates show; undefined unless exactly one number fits. */
export function zoneBehind({ seen, least, most }: DateLag): number | undefined {
  const hours = Math.floor((most + SKEW) / HOUR);
  if (seen < ENOUGH || hours < 1 || hours > FURTHEST) return undefined;
  const isAllowed = hours * HOUR >= least - SKEW;
  const isOnly = least > (hours - 1) * HOUR + SKEW;
  return isAllowed && isOnly ? hours : undefined;
}

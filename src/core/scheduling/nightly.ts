const HOUR = 3_600_000;
/** The hours of the night, of the machine's own clock, in which nightly tasks begin. */
const NIGHT = { from: 2, to: 5 };

/** A service that was off for so long, or whose clock is wrong, … */
const LONG_AGO = 10 * 24 * HOUR;
/** … removes nothing before it has run for so long with a clock that does not jump. */
const SETTLED = 6 * HOUR;

/**
 * Whether the clock is right enough to delete by it.
 *
 * @param steadyMs for how long it has run without a jump
 */
export function isClockTrusted(ranAt: Date, now: Date, steadyMs: number): boolean {
  return Math.abs(now.getTime() - ranAt.getTime()) < LONG_AGO || steadyMs >= SETTLED;
}

/**
 * Whether a nightly task is due: once a night, and by day where the service did not run at night.
 *
 * @param ranAt when it ran last
 * @param hour of `now` on the machine's own clock, 0 to 23
 */
export function isDueTonight(ranAt: Date, now: Date, hour: number): boolean {
  const since = now.getTime() - ranAt.getTime();
  // A clock that was ahead for a while must not keep the task away for as long.
  if (since < -HOUR) return true;
  return (since > 20 * HOUR && hour >= NIGHT.from && hour < NIGHT.to) || since > 30 * HOUR;
}

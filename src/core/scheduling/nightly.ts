const HOUR = 3_600_000;
/** The hours, in the machine's local time, in which nightly tasks begin. */
const NIGHT = { from: 2, to: 5 };

/** After a service was off for so long, or its clock is wrong, … */
const LONG_AGO = 10 * 24 * HOUR;
/** … nothing is deleted until it has run for so long without a jump of the clock. */
const SETTLED = 6 * HOUR;

/**
 * Whether the clock is reliable enough to delete by it.
 *
 * @param steadyMs how long the process has run without a jump of the clock
 */
export function isClockTrusted(ranAt: Date, now: Date, steadyMs: number): boolean {
  return Math.abs(now.getTime() - ranAt.getTime()) < LONG_AGO || steadyMs >= SETTLED;
}

/**
 * Whether a nightly task is due: once a night, or by day where the service did not run at night.
 *
 * @param ranAt when it last ran
 * @param hour of `now` in the machine's local time, 0 to 23
 */
export function isDueTonight(ranAt: Date, now: Date, hour: number): boolean {
  const since = now.getTime() - ranAt.getTime();
  // If the clock ran ahead, the next run must not wait for as long.
  if (since < -HOUR) return true;
  return (since > 20 * HOUR && hour >= NIGHT.from && hour < NIGHT.to) || since > 30 * HOUR;
}

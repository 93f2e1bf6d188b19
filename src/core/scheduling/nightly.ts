const HOUR = 3_600_000;
/** The hours of the night, of the machine's own clock, in which nightly tasks begin. */
const NIGHT = { from: 2, to: 5 };

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

const HOUR = 3_600_000;
/** Of the machine's own clock: when people come to work. */
const MORNING = 7;

/**
 * Whether the daily line is due: each morning, and later in the day where the service did not run in the morning.
 *
 * @param sentAt when it was sent last
 * @param hour of `now` on the machine's own clock, 0 to 23
 */
export function isHeartbeatDue(sentAt: Date, now: Date, hour: number): boolean {
  const since = now.getTime() - sentAt.getTime();
  // A clock that was ahead for a while must not keep it away for as long.
  if (since < -HOUR) return true;
  return (since > 12 * HOUR && hour >= MORNING && hour < MORNING + 12) || since > 30 * HOUR;
}

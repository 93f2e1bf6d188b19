const HOUR = 3_600_000;
/** An hour of the machine's local time. */
const MORNING = 7;

/**
 * Whether the daily heartbeat message is due: each morning, or later in the day where the service did not run in the
 * morning.
 *
 * @param sentAt when it was last sent
 * @param hour of `now` in the machine's local time, 0 to 23
 */
export function isHeartbeatDue(sentAt: Date, now: Date, hour: number): boolean {
  const since = now.getTime() - sentAt.getTime();
  // If the clock ran ahead, the next message must not wait for as long.
  if (since < -HOUR) return true;
  return (since > 12 * HOUR && hour >= MORNING && hour < MORNING + 12) || since > 30 * HOUR;
}

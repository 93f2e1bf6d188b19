const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/** For how long a delivery is tried, counted from its first attempt. */
export const GIVE_UP_AFTER_MS = 3 * DAY_MS;
const FIRST_DELAY_MS = 10 * SECOND_MS;
const LONGEST_DELAY_MS = 3600 * SECOND_MS;
/** The longest wait that a service may ask for. A longer one would amount to a lost alert. */
const LONGEST_RETRY_AFTER_MS = DAY_MS;
const RETRY_AFTER_JITTER_MS = 15 * SECOND_MS;

export type NextAttempt =
  | { readonly status: 'retry'; readonly at: Date }
  | { readonly status: 'dead'; readonly reason: string };

export interface AttemptFacts {
  readonly firstAttemptAt: Date;
  /** What the service asked for. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * When to try again after `attempt` (from 1) failed at `now`: exponential from 10 s to an hour, half of it jitter
 * ("equal jitter", https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter), never sooner than the
 * service asked. The last attempt is three days after the first; then the delivery is dead.
 * @param random from 0 up to 1
 */
export function nextAttempt(
  attempt: number,
  now: Date,
  random: number,
  { firstAttemptAt, retryAfterMs }: AttemptFacts,
): NextAttempt {
  const giveUpAt = firstAttemptAt.getTime() + GIVE_UP_AFTER_MS;
  if (now.getTime() >= giveUpAt) {
    return { status: 'dead', reason: `not delivered in three days and ${attempt} attempts` };
  }
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt - 1, 30));
  const backOff = ceiling / 2 + (random * ceiling) / 2;
  const ownTime = Math.min(now.getTime() + backOff, giveUpAt);
  if (retryAfterMs === undefined) return { status: 'retry', at: new Date(Math.ceil(ownTime)) };
  // The service tells every client the same time. A random part keeps them from all returning in the same second.
  const asked = Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS) + random * RETRY_AFTER_JITTER_MS;
  return { status: 'retry', at: new Date(Math.ceil(Math.max(ownTime, now.getTime() + asked))) };
}

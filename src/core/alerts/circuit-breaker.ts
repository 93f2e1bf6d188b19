import { z } from 'zod';
import { plausibleUntil } from '../scheduling/plausible-instant.ts';

const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** After this time a probe counts as lost with its process, and another may be sent. */
const PROBE_LEASE_MS = 6 * 60_000;
/** While a probe is being sent, other deliveries ask again after this time. */
const ASK_AGAIN_MS = 5_000;

/**
 * The breaker of one channel, as stored in the channel's row; `{}` is a closed one. Times are milliseconds since
 * 1970.
 */
export const breakerSchema = z.object({
  state: z.enum(['closed', 'open', 'half-open']).default('closed'),
  /** Failures in a row. */
  failures: z.int().nonnegative().default(0),
  /** How often it has opened since the last success. Each pause is twice as long as the one before. */
  openings: z.int().nonnegative().default(0),
  /** Open: the end of the pause. Half-open: the deadline of the probe. */
  until: z.number().default(0),
});

export type Breaker = z.infer<typeof breakerSchema>;

export const CLOSED_BREAKER: Breaker = { state: 'closed', failures: 0, openings: 0, until: 0 };

export type Admission =
  /** Store `breaker`, then send. */
  | { readonly admitted: true; readonly probe: boolean; readonly breaker: Breaker }
  | { readonly admitted: false; readonly retryAt: Date };

/**
 * Whether a message may be sent: any while closed, none while open, and after the pause one probe at a time. A
 * delivery that has to wait for an open breaker loses no attempt.
 */
export function admit(breaker: Breaker, now: Date): Admission {
  if (breaker.state === 'closed') return { admitted: true, probe: false, breaker };
  if (pauseEnd(breaker, now) > now.getTime()) {
    const probing = breaker.state === 'half-open';
    const retryAt = probing ? Math.min(breaker.until, now.getTime() + ASK_AGAIN_MS) : breaker.until;
    return { admitted: false, retryAt: new Date(retryAt) };
  }
  const probing: Breaker = { ...breaker, state: 'half-open', until: now.getTime() + PROBE_LEASE_MS };
  return { admitted: true, probe: true, breaker: probing };
}

/**
 * The breaker after an attempt. A refused message and a request to pause are answers, so the service works: both
 * close the breaker, as a success does. `pausePacing` makes the requested pause.
 */
export function afterOutcome(
  breaker: Breaker,
  outcome: {
    readonly status: 'delivered' | 'retry' | 'refused';
    readonly retryAfterMs?: number | undefined;
  },
  now: Date,
): Breaker {
  if (outcome.status !== 'retry' || outcome.retryAfterMs !== undefined) return CLOSED_BREAKER;
  const failures = breaker.failures + 1;
  if (breaker.state === 'closed' && failures < FAILURES_TO_OPEN) return { ...breaker, failures };
  // Sends that were under way when it opened fail as well; they are not counted.
  if (breaker.state === 'open' && pauseEnd(breaker, now) > now.getTime()) return { ...breaker, failures };
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(breaker.openings, 20));
  return { state: 'open', failures, openings: breaker.openings + 1, until: now.getTime() + pause };
}

/** Epoch milliseconds at which the pause ends; 0 where a clock that ran ahead has set it. */
function pauseEnd({ until }: Breaker, now: Date): number {
  return plausibleUntil(new Date(until), now, LONGEST_PAUSE_MS)?.getTime() ?? 0;
}

import type { Pace } from '../../core/alerts/pacing.ts';
import { nextAttempt } from '../../core/alerts/retry-policy.ts';
import type { Channel } from '../../io/channels/channel.ts';
import type { LeasedDelivery } from '../../io/store/deliveries/deliveries.ts';
import {
  type Attempt,
  buryDelivery,
  postponeDelivery,
  returnDelivery,
} from '../../io/store/deliveries/delivery-attempts.ts';
import type { Pipeline } from '../context.ts';
import { pendingWrites } from '../pending-writes.ts';

/** After so many processes died while they sent a delivery, it waits as after a failed attempt. */
export const DELIVERY_DEATHS = 3;

/** The delay after an error of our own, before jitter. Milliseconds. */
const INFRASTRUCTURE_ERROR_DELAY = 5_000;

/** The delay of a slow channel, before jitter. Milliseconds. */
const ASK_SLOW_AGAIN = 10_000;

/** A delivery that is being sent. */
export interface Sending {
  readonly pipeline: Pipeline;
  readonly delivery: LeasedDelivery;
  readonly channel: Channel;
  readonly pace: Pace | undefined;
  /** Aborted when the worker stops. */
  readonly stopping: AbortSignal;
  /** Aborted when the worker stops, or when the lease is nearly over. */
  readonly signal: AbortSignal;
}

/**
 * Postpones a delivery during which processes died, as after a failure. Nothing is sent now, so no attempt is counted
 * or recorded.
 */
export async function postponeAfterCrashes(sending: Sending): Promise<void> {
  const { pipeline, delivery } = sending;
  const now = pipeline.now();
  const reason = `the process ended ${DELIVERY_DEATHS} times while it was being sent`;
  const next = nextAttempt(delivery.attempts - 1, now, pipeline.random(), {
    firstAttemptAt: delivery.first_attempt_at ?? now,
  });
  if (next.status === 'dead')
    return retry(sending, { outcome: 'retry', answer: reason, at: now, ms: 0 }, undefined);
  await returnDelivery(pipeline.db, delivery, { dueAt: next.at, reason });
  pipeline.log.warn({ event: 'alert.postponed', reason, until: next.at }, 'alert not sent, will try again');
}

/**
 * Returns a delivery after an error of ours, without counting an attempt. Written as soon as the database accepts it.
 */
export async function returnAfterError(sending: Sending, error: unknown): Promise<void> {
  const { pipeline, delivery } = sending;
  const reason = error instanceof Error ? error.message : String(error);
  const until = new Date(pipeline.now().getTime() + (1 + pipeline.random()) * INFRASTRUCTURE_ERROR_DELAY);
  pipeline.log.warn({ event: 'alert.own-fault', reason, until }, 'an error of our own; it costs no attempt');
  await pendingWrites(pipeline.db).write(`delivery ${delivery.id}`, pipeline.log, () =>
    returnDelivery(pipeline.db, delivery, { dueAt: until, reason: `an error of our own: ${reason}` }),
  );
}

/** Returns a delivery whose channel cannot take it now, without counting an attempt. */
export async function returnUntil(
  { pipeline, delivery }: Sending,
  { until, reason }: { readonly until: Date; readonly reason: string },
): Promise<void> {
  await returnDelivery(pipeline.db, delivery, { dueAt: until, reason });
  pipeline.log.debug({ event: 'alert.waiting', reason, until }, 'alert waits for its channel');
}

/** When to try a slow channel again, with jitter so that not all deliveries come back at once. */
export function slowness(pipeline: Pipeline): { until: Date; reason: string } {
  const until = new Date(pipeline.now().getTime() + (1 + pipeline.random()) * ASK_SLOW_AGAIN);
  return { until, reason: 'the channel answers slowly' };
}

/** Ends a delivery that the service refused for good. */
export async function endRefused({ pipeline, delivery }: Sending, attempt: Attempt): Promise<void> {
  await buryDelivery(pipeline.db, delivery, attempt);
  pipeline.log.error(
    { event: 'alert.dead', reason: attempt.answer },
    'alert refused for good; see: chipwatch deliveries list',
  );
}

/** Postpones a delivery after a failed attempt, or ends it after the last one. */
export async function retry(
  { pipeline, delivery, stopping }: Pick<Sending, 'pipeline' | 'delivery' | 'stopping'>,
  attempt: Attempt,
  retryAfterMs: number | undefined,
): Promise<void> {
  const log = pipeline.log.child({ attempt: delivery.attempts });
  const now = pipeline.now();
  const next = nextAttempt(delivery.attempts, now, pipeline.random(), {
    firstAttemptAt: delivery.first_attempt_at ?? now,
    retryAfterMs,
  });
  if (next.status === 'dead') {
    const answer = `${next.reason}; the last answer: ${attempt.answer}`;
    await buryDelivery(pipeline.db, delivery, { ...attempt, answer });
    log.error(
      { event: 'alert.dead', reason: attempt.answer },
      'alert given up; see: chipwatch deliveries list',
    );
    return;
  }
  // A send that was cut off by our stop is due at once for the next worker.
  const until = stopping.aborted && retryAfterMs === undefined ? now : next.at;
  await postponeDelivery(pipeline.db, delivery, attempt, until);
  log.warn(
    { event: 'alert.postponed', reason: attempt.answer, until },
    'alert not delivered, will try again',
  );
}

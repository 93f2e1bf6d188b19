import type { AlertMessage } from '../../core/messages/message.ts';
import type { Database } from '../../io/store/database.ts';
import { waitingFor } from '../../io/store/deliveries/deliveries.ts';
import { type Attempt, notePartSent } from '../../io/store/deliveries/delivery-attempts.ts';
import { abortAfter } from './abort-after.ts';
import { partsOf, sendFitting, sendInParts } from './too-large.ts';
import { renewLease } from './send-message.ts';
import { takeSendSlot } from './send-slots.ts';
import { composeDelivery } from './compose-delivery.ts';
import { recoverFirst } from './recover-sent.ts';
import type { Pipeline } from '../context.ts';
import { recordDelivered, leaseDelivery } from './delivery-batches.ts';
import { type ChannelAdmission, admitToChannel, recordSendOutcome } from './channel-admission.ts';
import { isInfrastructureError } from '../infrastructure-error.ts';
import { pendingWrites } from '../pending-writes.ts';
import {
  DELIVERY_DEATHS,
  endRefused,
  postponeAfterCrashes,
  retry,
  returnAfterError,
  returnUntil,
  type Sending,
  slowness,
} from './postpone-delivery.ts';

/** The share of the longest lease after which a send is cancelled. */
const PATIENCE = 0.8;

/**
 * Sends one delivery and records the result. At-least-once: after a crash in between it is sent again with the same
 * key.
 */
export async function deliverAlert(
  pipeline: Pipeline,
  deliveryId: string,
  signal: AbortSignal,
): Promise<void> {
  const running = runningOf(pipeline.db);
  // If the clock jumps or the database pauses, a lease may run out while this process still sends.
  if (running.has(deliveryId)) return;
  running.add(deliveryId);
  try {
    await deliver(pipeline, deliveryId, signal);
  } finally {
    // While its record may be lost with the server, this process must not send it again.
    const isOwed = pendingWrites(pipeline.db).of(`delivery ${deliveryId}`);
    if (isOwed === undefined) running.delete(deliveryId);
    else void isOwed.finally(() => running.delete(deliveryId));
  }
}

/** A delivery that waited for longer may have been leased by another worker. Milliseconds. */
const LONG_WAIT = 4_000;

/** The deliveries that this process is sending. */
const RUNNING = new WeakMap<Database, Set<string>>();

function runningOf(db: Database): Set<string> {
  const known = RUNNING.get(db) ?? new Set<string>();
  RUNNING.set(db, known);
  return known;
}

async function deliver(pipeline: Pipeline, deliveryId: string, signal: AbortSignal): Promise<void> {
  const { db } = pipeline;
  const { lease } = pipeline.settings;
  await recoverFirst(pipeline);
  const delivery = await leaseDelivery(db)({ id: deliveryId, now: pipeline.now(), longest: lease });
  if (delivery === undefined) return;
  const log = pipeline.log.child({ delivery: delivery.id, channel: delivery.channel, route: delivery.route });
  const found = pipeline.channels.get(delivery.channel);
  if (found === undefined) {
    const answer = `the configuration has no channel "${delivery.channel}" any more`;
    // The configuration may be wrong, or another process has a newer one with this channel.
    return retry(
      { pipeline: { ...pipeline, log }, delivery, stopping: signal },
      { outcome: 'retry', answer, at: pipeline.now(), ms: 0 },
      undefined,
    );
  }
  const patience = abortAfter(Math.round(lease * PATIENCE * 1_000), signal);
  const sending: Sending = {
    pipeline: { ...pipeline, log },
    delivery,
    ...found,
    stopping: signal,
    signal: patience.signal,
  };
  try {
    if (delivery.started > DELIVERY_DEATHS) await postponeAfterCrashes(sending);
    else await sendAll(sending);
  } catch (error) {
    if (signal.aborted) throw error;
    if (isInfrastructureError(error)) return returnAfterError(sending, error);
    // An unexpected error waits like any failure, and is logged.
    log.error({ event: 'alert.error', err: error }, 'unexpected error, will try the alert again');
    const reason = `unexpected error: ${error instanceof Error ? error.message : String(error)}`;
    await retry(sending, { outcome: 'retry', answer: reason, at: pipeline.now(), ms: 0 }, undefined);
  } finally {
    patience.end();
  }
}

async function sendAll(sending: Sending): Promise<void> {
  const { pipeline, delivery } = sending;
  const since = performance.now();
  const { messages, alertIds } = await composeDelivery(pipeline, delivery, sending.channel);
  await pipeline.takeTurn?.();
  if (performance.now() - since > LONG_WAIT && !(await renewLease(sending))) return;
  const rest = messages.filter(({ part }, index) => (part?.number ?? index + 1) > delivery.parts_sent);
  // If the channel accepts longer messages by now, the bundle may have fewer parts than were sent.
  if (rest.length === 0)
    return delivered(sending, messages, {
      outcome: 'delivered',
      answer: 'all parts were sent before',
      at: pipeline.now(),
      ms: 0,
    });
  for (const [index, message] of rest.entries()) {
    const part = message.part?.number;
    const release = await takeSendSlot(sending.channel);
    if (release === undefined) return returnUntil(sending, slowness(pipeline));
    try {
      const entry = await enter(sending);
      if (entry.status === 'wait') return returnUntil(sending, entry);
      const { outcome, attempt: answered } = await sendFitting(sending, message);
      // The next message may be sent while this result is written.
      release();
      const attempt = { ...answered, part };
      // A successful send is recorded before all else: if the process died before that, the message would be sent
      // again.
      if (outcome.status === 'delivered') {
        if (message === messages.at(-1)) await delivered(sending, messages, attempt);
        else if (part !== undefined)
          await pendingWrites(pipeline.db).write(`delivery ${delivery.id}`, pipeline.log, () =>
            notePartSent(pipeline.db, delivery, { ...attempt, part }),
          );
      }
      // A send that was cut off by our own stop says nothing about the channel. After a probe the breaker must still
      // be told, so that the next probe is allowed.
      if (!(outcome.status === 'retry' && sending.stopping.aborted) || entry.probe)
        await recordSendOutcome(pipeline, sending.channel.name, outcome, entry);
      if (outcome.status === 'refused') {
        const inParts = outcome.isTooLarge === true && message.stories.length > 1;
        return inParts
          ? sendInParts(sending, attempt, partsOf(rest.slice(index), alertIds))
          : endRefused(sending, attempt);
      }
      if (outcome.status === 'retry') return retry(sending, attempt, outcome.retryAfterMs);
    } finally {
      release();
    }
  }
}

async function delivered(
  { pipeline, delivery }: Sending,
  messages: readonly AlertMessage[],
  attempt: Attempt,
): Promise<void> {
  // The receiver has the message, so no error from here on may cause another send.
  // The next one may be sent as soon as a kill can no longer repeat this one.
  await recordDelivered(pipeline, { lease: delivery, attempt }).safe;
  pipeline.log.info(
    {
      event: 'alert.delivered',
      kind: delivery.kind,
      titles: messages.flatMap((message) => message.stories.map((story) => story.title)),
      stories: messages.flatMap((message) => message.stories.map((story) => story.storyId)),
      attempt: delivery.attempts,
    },
    'alert delivered',
  );
}

async function enter({ pipeline, delivery, channel, pace }: Sending): Promise<ChannelAdmission> {
  const entry = await admitToChannel(pipeline, channel.name, pace);
  if (entry.status === 'open') return entry;
  // All waiting deliveries would come back at the same instant. They are spread over the time that they will need.
  const ahead = pace === undefined ? 0 : await waitingFor(pipeline.db, delivery.channel, pipeline.now());
  const spread = pipeline.random() * ahead * (pace?.everyMs ?? 0);
  return { ...entry, until: new Date(entry.until.getTime() + spread) };
}

import { composeBundle } from '../core/alerts/compose-bundle.ts';
import { composeMessage } from '../core/alerts/compose-message.ts';
import type { AlertMessage } from '../core/alerts/message.ts';
import type { Pace } from '../core/alerts/pacing.ts';
import { nextAttempt } from '../core/alerts/retry-policy.ts';
import type { Channel, SendOutcome } from '../io/channels/channel.ts';
import {
  buryDelivery,
  type DeliveryRow,
  leaseDelivery,
  markDelivered,
  notePartSent,
  postponeDelivery,
  waitingFor,
} from '../io/store/deliveries.ts';
import type { Pipeline } from './context.ts';
import { enterChannel, leaveChannel } from './enter-channel.ts';
import { readStoryFacts } from './message-facts.ts';

/** The share of the lease after which a send is given up: nobody else may have begun by then. */
const PATIENCE = 0.8;

/** Sends one delivery and writes down what came of it. At-least-once: a crash in between sends the same key again. */
export async function deliverAlert(
  pipeline: Pipeline,
  deliveryId: string,
  signal: AbortSignal,
): Promise<void> {
  const delivery = await leaseDelivery(pipeline.db, deliveryId, pipeline.now(), pipeline.settings.lease);
  if (delivery === undefined) return;
  const log = pipeline.log.child({ delivery: delivery.id, channel: delivery.channel, route: delivery.route });
  const found = pipeline.channels.get(delivery.channel);
  if (found === undefined) {
    await buryDelivery(
      pipeline.db,
      delivery.id,
      `the configuration has no channel "${delivery.channel}" any more`,
    );
    log.error({ event: 'alert.dead' }, 'alert for a channel that is gone');
    return;
  }
  const patience = AbortSignal.timeout(Math.round(pipeline.settings.lease * PATIENCE * 1_000));
  const sending: Sending = { pipeline, delivery, ...found, signal: AbortSignal.any([signal, patience]) };
  try {
    await sendAll(sending);
  } catch (error) {
    if (signal.aborted) throw error;
    // Nobody foresaw it, so it waits like any failure, and says what it was.
    log.error({ event: 'alert.error', err: error }, 'unexpected error, will try the alert again');
    await retry(sending, {
      status: 'retry',
      reason: `unexpected error: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

async function sendAll(sending: Sending): Promise<void> {
  const { pipeline, delivery } = sending;
  const log = pipeline.log.child({ delivery: delivery.id, channel: delivery.channel, route: delivery.route });
  const messages = await compose(sending);
  let answer = 'all parts were sent before';
  for (const message of messages.slice(delivery.parts_sent)) {
    const outcome = await send(sending, message);
    if (outcome.status === 'wait') {
      await postponeDelivery(pipeline.db, delivery.id, {
        dueAt: outcome.until,
        answer: outcome.reason,
        uncount: true,
      });
      log.debug(
        { event: 'alert.waiting', reason: outcome.reason, until: outcome.until },
        'alert waits for its channel',
      );
      return;
    }
    if (outcome.status === 'refused') {
      await buryDelivery(pipeline.db, delivery.id, outcome.reason);
      log.error(
        { event: 'alert.dead', reason: outcome.reason },
        'alert refused for good; see: chipwatch deliveries list',
      );
      return;
    }
    if (outcome.status === 'retry') return retry(sending, outcome);
    answer = outcome.answer;
    if (messages.length > 1) await notePartSent(pipeline.db, delivery.id);
  }
  await markDelivered(pipeline.db, delivery.id, answer, pipeline.now());
  log.info(
    {
      event: 'alert.delivered',
      kind: delivery.kind,
      stories: messages.flatMap((message) => message.stories.map((story) => story.storyId)),
      attempt: delivery.attempts,
    },
    'alert delivered',
  );
}

interface Sending {
  readonly pipeline: Pipeline;
  readonly delivery: DeliveryRow;
  readonly channel: Channel;
  readonly pace: Pace | undefined;
  readonly signal: AbortSignal;
}

async function compose({ pipeline, delivery, channel }: Sending): Promise<readonly AlertMessage[]> {
  const configured = pipeline.settings.routes.find((one) => one.name === delivery.route);
  const facts = await readStoryFacts(pipeline.db, delivery.id, pipeline.settings.publicUrl);
  // A route that asked for one topic is not bothered with the others that the article matched.
  const wanted = configured?.topics;
  const alerts = facts.map((story) =>
    wanted === undefined
      ? story
      : { ...story, topics: story.topics.filter((topic) => wanted.includes(topic.id)) },
  );
  if (delivery.held_for === null) {
    const { id: idempotencyKey, kind, created_at: createdAt, route } = delivery;
    return [
      composeMessage({
        idempotencyKey,
        kind,
        createdAt,
        route,
        stories: alerts.map(({ alertedAt: _alertedAt, ...story }) => story),
      }),
    ];
  }
  const route = configured ?? { name: delivery.route, timeZone: 'UTC' };
  const { id: idempotencyKey, created_at: createdAt, held_for: heldFor } = delivery;
  return composeBundle({ idempotencyKey, createdAt, route, heldFor, alerts }, channel.maxStories);
}

type Sent = SendOutcome | { readonly status: 'wait'; readonly until: Date; readonly reason: string };

async function send(
  { pipeline, delivery, channel, pace, signal }: Sending,
  message: AlertMessage,
): Promise<Sent> {
  const entry = await enterChannel(pipeline, channel.name, pace);
  if (entry.status === 'wait') {
    // All that wait would come back in the same instant: they spread over the time that they will need.
    const ahead = pace === undefined ? 0 : await waitingFor(pipeline.db, delivery.channel, pipeline.now());
    const spread = pipeline.random() * ahead * (pace?.everyMs ?? 0);
    return { status: 'wait', until: new Date(entry.until.getTime() + spread), reason: entry.reason };
  }
  const outcome = await channel.send(message, signal);
  await leaveChannel(pipeline, channel.name, outcome);
  return outcome;
}

async function retry(
  { pipeline, delivery }: Sending,
  outcome: Extract<SendOutcome, { status: 'retry' }>,
): Promise<void> {
  const now = pipeline.now();
  const log = pipeline.log.child({
    delivery: delivery.id,
    channel: delivery.channel,
    route: delivery.route,
    attempt: delivery.attempts,
  });
  const next = nextAttempt(delivery.attempts, now, pipeline.random(), {
    firstAttemptAt: delivery.first_attempt_at ?? now,
    retryAfterMs: outcome.retryAfterMs,
  });
  if (next.status === 'dead') {
    await buryDelivery(pipeline.db, delivery.id, `${next.reason}; the last answer: ${outcome.reason}`);
    log.error(
      { event: 'alert.dead', reason: outcome.reason },
      'alert given up; see: chipwatch deliveries list',
    );
    return;
  }
  await postponeDelivery(pipeline.db, delivery.id, { dueAt: next.at, answer: outcome.reason });
  log.warn(
    { event: 'alert.postponed', reason: outcome.reason, until: next.at },
    'alert not delivered, will try again',
  );
}

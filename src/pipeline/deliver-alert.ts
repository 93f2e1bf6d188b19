import { composeMessage } from '../core/alerts/compose-message.ts';
import { buryDelivery, leaseDelivery, markDelivered, postponeDelivery } from '../io/store/deliveries.ts';
import type { Pipeline } from './context.ts';
import { readMessageFacts } from './message-facts.ts';

/** Longer than any channel's own deadline: a delivery in hand is nobody else's. Seconds. */
const LEASE = 360;

/** Sends one delivery and writes down what came of it. At-least-once: a crash in between sends the same key again. */
export async function deliverAlert(
  pipeline: Pipeline,
  deliveryId: string,
  signal: AbortSignal,
): Promise<void> {
  const delivery = await leaseDelivery(pipeline.db, deliveryId, pipeline.now(), LEASE);
  if (delivery === undefined) return;
  const log = pipeline.log.child({ delivery: delivery.id, channel: delivery.channel, route: delivery.route });
  const channel = pipeline.channels.get(delivery.channel);
  if (channel === undefined) {
    await buryDelivery(
      pipeline.db,
      delivery.id,
      `the configuration has no channel "${delivery.channel}" any more`,
    );
    log.error({ event: 'alert.dead' }, 'alert for a channel that is gone');
    return;
  }
  const message = composeMessage(await readMessageFacts(pipeline.db, delivery, pipeline.settings.publicUrl));
  const outcome = await channel.send(message, signal);
  const now = pipeline.now();
  switch (outcome.status) {
    case 'delivered':
      await markDelivered(pipeline.db, delivery.id, outcome.answer, now);
      log.info(
        {
          event: 'alert.delivered',
          kind: delivery.kind,
          stories: message.stories.map((story) => story.storyId),
          attempt: delivery.attempts,
        },
        'alert delivered',
      );
      return;
    case 'refused':
      await buryDelivery(pipeline.db, delivery.id, outcome.reason);
      log.error({ event: 'alert.dead', reason: outcome.reason }, 'alert refused');
      return;
    case 'retry': {
      const dueAt = new Date(
        now.getTime() + (outcome.retryAfterMs ?? 30_000 * 2 ** Math.min(delivery.attempts, 8)),
      );
      await postponeDelivery(pipeline.db, delivery.id, { dueAt, answer: outcome.reason });
      log.warn(
        { event: 'alert.postponed', reason: outcome.reason, attempt: delivery.attempts, until: dueAt },
        'alert not delivered, will try again',
      );
    }
  }
}

import { composeBundle } from '../core/messages/compose-bundle.ts';
import { composeMessage } from '../core/messages/compose-message.ts';
import type { AlertMessage } from '../core/messages/message.ts';
import type { Channel } from '../io/channels/channel.ts';
import type { DeliveryRow } from '../io/store/deliveries.ts';
import type { Pipeline } from './context.ts';
import { getStoryFacts } from './message-facts.ts';

/** The messages of a delivery: one, or the parts of a bundle that is too long for its channel. */
export async function composeDelivery(
  pipeline: Pick<Pipeline, 'db' | 'settings'>,
  delivery: DeliveryRow,
  channel: Pick<Channel, 'maxStories'>,
): Promise<readonly AlertMessage[]> {
  const configured = pipeline.settings.routes.find((one) => one.name === delivery.route);
  const facts = await getStoryFacts(pipeline.db, delivery.id, pipeline.settings.publicUrl);
  // A route with configured topics does not show the others that the article matched.
  const wanted = configured?.topics;
  const language = configured?.language ?? pipeline.settings.language;
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
        language,
        stories: alerts.map(({ alertedAt: _alertedAt, ...story }) => story),
      }),
    ];
  }
  const route = configured ?? { name: delivery.route, timeZone: 'UTC' };
  const { id: idempotencyKey, created_at: createdAt, held_for: heldFor } = delivery;
  return composeBundle({ idempotencyKey, createdAt, route, heldFor, alerts, language }, channel.maxStories);
}

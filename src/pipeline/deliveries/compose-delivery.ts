import { composeBundle } from '../../core/messages/compose-bundle.ts';
import { composeMessage } from '../../core/messages/compose-message.ts';
import type { AlertMessage } from '../../core/messages/message.ts';
import type { Channel } from '../../io/channels/channel.ts';
import { storeParts } from '../../io/store/deliveries/bundle-parts.ts';
import type { LeasedDelivery } from '../../io/store/deliveries/deliveries.ts';
import type { Pipeline } from '../context.ts';
import { getStoryFacts } from './message-facts.ts';

export interface Composed {
  /** One, or the parts of a bundle that is too long for its channel. */
  readonly messages: readonly AlertMessage[];
  /** The ids of the alerts that each story of the messages stands for. */
  readonly alertIds: ReadonlyMap<string, readonly string[]>;
}

/**
 * Composes the messages of a delivery. Of several, it stores first which alerts each has: stories may be merged before
 * the last one is sent.
 */
export async function composeDelivery(
  pipeline: Pick<Pipeline, 'db' | 'settings'>,
  delivery: LeasedDelivery,
  channel: Pick<Channel, 'maxStories'>,
): Promise<Composed> {
  const configured = pipeline.settings.routes.find((one) => one.name === delivery.route);
  const facts = await getStoryFacts(pipeline.db, delivery.id, pipeline.settings.publicUrl);
  // A route with configured topics does not show the others that the article matched.
  const wanted = configured?.topics;
  const alertIds = new Map(
    [...Map.groupBy(facts, ({ storyId }) => storyId)].map(([id, of]) => [
      id,
      of.map(({ alertId }) => alertId),
    ]),
  );
  const language = configured?.language ?? pipeline.settings.language;
  const alerts = facts.map((story) =>
    wanted === undefined
      ? story
      : { ...story, topics: story.topics.filter((topic) => wanted.includes(topic.id)) },
  );
  if (delivery.held_for === null) {
    const { id: idempotencyKey, kind, created_at: createdAt, route } = delivery;
    const message = composeMessage({
      idempotencyKey,
      kind,
      createdAt,
      route,
      language,
      stories: alerts.map(({ alertedAt: _alertedAt, part: _part, ...story }) => story),
    });
    return { messages: [message], alertIds };
  }
  const route = configured ?? { name: delivery.route, timeZone: 'UTC' };
  const { id: idempotencyKey, created_at: createdAt, held_for: heldFor } = delivery;
  const bundle = { idempotencyKey, createdAt, route, heldFor, alerts, language };
  const messages = composeBundle(bundle, channel.maxStories);
  if (messages.length > 1 && facts.some(({ part }) => part === undefined))
    await storeParts(
      pipeline.db,
      delivery.id,
      messages.flatMap(({ part, stories }) =>
        stories.flatMap(({ storyId }) =>
          (alertIds.get(storyId) ?? []).map((alertId) => ({ alertId, part: part!.number })),
        ),
      ),
    );
  return { messages, alertIds };
}

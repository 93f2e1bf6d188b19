import type { AlertMessage } from './message.ts';
import { FULL_ROOM } from './story-view.ts';
import type { ChannelTemplates } from './template.ts';

/** The JSON that a webhook receives: the message as it is, and its text where a template makes one. */
export function webhookBody(message: AlertMessage, templates: ChannelTemplates): string {
  const { idempotencyKey: id, ...data } = message;
  const texts = message.stories
    .map((story) => templates.story(message, story, FULL_ROOM, (value) => value))
    .filter((text) => text !== undefined);
  return JSON.stringify({
    type: `chipwatch.${message.kind}`,
    timestamp: message.createdAt.toISOString(),
    data: { id, ...data, ...(texts.length === 0 ? {} : { text: texts.join('\n\n') }) },
  });
}

import type { AlertMessage } from './message.ts';
import { FULL_BUDGET } from './story-view.ts';
import type { ChannelTemplates } from './template.ts';

/** The JSON for a webhook: the message as it is, and its text where there is a template. */
export function webhookBody(message: AlertMessage, templates: ChannelTemplates): string {
  const { idempotencyKey: id, ...data } = message;
  const texts = message.stories
    .map((story) => templates.story(message, story, FULL_BUDGET, (value) => value))
    .filter((text) => text !== undefined);
  return JSON.stringify({
    type: `chipwatch.${message.kind}`,
    timestamp: message.createdAt.toISOString(),
    data: { id, ...data, ...(texts.length === 0 ? {} : { text: texts.join('\n\n') }) },
  });
}

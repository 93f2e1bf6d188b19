import { jsonText } from './json-text.ts';
import type { AlertMessage } from './message.ts';
import { plainLine } from './plain-text.ts';
import { programStory } from './program-story.ts';
import { FULL_BUDGET } from './story-view.ts';
import type { ChannelTemplates } from './template.ts';

/** The JSON for a webhook: the whole message, made safe, and its text where there is a template. */
export function webhookBody(message: AlertMessage, templates: ChannelTemplates): string {
  const { idempotencyKey: id, ...data } = message;
  const texts = message.stories
    .map((story) => templates.story(message, story, FULL_BUDGET, (value) => value))
    .filter((text) => text !== undefined);
  return jsonText({
    type: `chipwatch.${message.kind}`,
    timestamp: message.createdAt.toISOString(),
    data: {
      id,
      ...data,
      subject: plainLine(message.subject),
      note: message.note === undefined ? undefined : plainLine(message.note),
      stories: message.stories.map(programStory),
      ...(texts.length === 0 ? {} : { text: texts.join('\n\n') }),
    },
  });
}

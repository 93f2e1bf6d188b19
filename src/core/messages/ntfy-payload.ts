import { createHash } from 'node:crypto';
import type { NtfyConfig } from '../alerts/channel-config.ts';
import { fitMessage } from './fit-message.ts';
import type { AlertMessage } from './message.ts';
import { bytesOf, joinPieces, shorten } from '../words/shorten.ts';
import { FULL_BUDGET, noteOf, plainHead, type TextBudget, type StoryView, storyView } from './story-view.ts';
import type { ChannelTemplates } from './template.ts';

/** https://docs.ntfy.sh/publish/#limitations, in bytes of UTF-8; a longer message would become an attachment. */
const MESSAGE_MAX_BYTES = 4096;

/** Since 2.28 ntfy refuses more than 1 KB; a phone shows far less. */
const TITLE_MAX_BYTES = 250;

/** The request body for a message. */
export function ntfyPayload(
  message: AlertMessage,
  config: Pick<NtfyConfig, 'topic' | 'priority' | 'tags'>,
  templates: ChannelTemplates,
) {
  const first = message.stories[0];
  const only = message.stories.length === 1 && first !== undefined;
  const view = only ? storyView(message, first, FULL_BUDGET) : undefined;
  const links = [
    ...(view?.link === undefined ? [] : [{ action: 'view', label: 'Read', url: view.link }]),
    ...(view?.storyLink === undefined ? [] : [{ action: 'view', label: 'Story', url: view.storyLink }]),
  ];
  const sample = message.stories.some((story) => story.sample) ? ['test_tube'] : [];
  // A summary is less urgent than an alert, so its priority is at most the default.
  const waiting = message.kind === 'digest' || message.kind === 'overflow';
  return {
    topic: config.topic,
    title: shorten(templates.subject(message, TITLE_MAX_BYTES), TITLE_MAX_BYTES, bytesOf),
    message: ntfyText(message, templates),
    priority: waiting ? Math.min(config.priority, 3) : config.priority,
    tags: [...sample, ...config.tags],
    ...(view === undefined ? {} : { click: view.storyLink ?? view.link }),
    ...(links.length === 0 ? {} : { actions: links }),
    sequence_id: createHash('sha256').update(message.idempotencyKey).digest('hex').slice(0, 32),
  };
}

function ntfyText(message: AlertMessage, templates: ChannelTemplates): string {
  return fitMessage(
    templates,
    (room, chosen) => textOf(message, room, chosen),
    (text) => bytesOf(text) <= MESSAGE_MAX_BYTES,
  );
}

function textOf(message: AlertMessage, room: TextBudget, templates: ChannelTemplates): string {
  const several = message.stories.length !== 1;
  const note = noteOf(message, 200);
  return [
    ...(note === undefined ? [] : [note]),
    ...message.stories.map(
      (story) =>
        templates.story(message, story, room, (value) => value) ??
        storyText(storyView(message, story, room), several),
    ),
  ].join('\n\n');
}

function storyText(view: StoryView, several: boolean): string {
  return [
    ...plainHead(view),
    ...view.passages.filter(({ pieces }) => pieces.length > 0).map(({ pieces }) => `“${joinPieces(pieces)}”`),
    ...view.passages.flatMap(({ reasons }) => reasons),
    // A single story's links are buttons.
    ...(several && view.link !== undefined ? [view.link] : []),
  ].join('\n');
}

import { fitMessage } from './fit-message.ts';
import type { AlertMessage, StoryMessage } from './message.ts';
import { bytesOf } from '../words/shorten.ts';
import { heading, noteOf, type TextBudget, type StoryView, storyView } from './story-view.ts';
import type { ChannelTemplates } from './template.ts';

/**
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors: 28 KB for the whole message, including
 * what Teams adds on the way.
 */
const PAYLOAD_MAX_BYTES = 27 * 1024;

type Element = Readonly<Record<string, unknown>>;

/**
 * The request body for a message. Text is put into text runs, which Teams shows as they are; only an operator's
 * template is read as markdown.
 */
export function teamsPayload(message: AlertMessage, templates: ChannelTemplates) {
  return fitMessage(templates, (room, chosen) => envelope(cardOf(message, room, chosen)), keepsLimits);
}

function envelope(content: Element) {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

function keepsLimits(payload: unknown): boolean {
  return bytesOf(JSON.stringify(payload)) <= PAYLOAD_MAX_BYTES;
}

function cardOf(message: AlertMessage, room: TextBudget, templates: ChannelTemplates): Element {
  const several = message.stories.length !== 1;
  const note = noteOf(message, 300);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    // The version that Teams supports on phones and desktops.
    version: '1.4',
    lang: 'en',
    fallbackText: heading(message, 200),
    msteams: { width: 'Full' },
    body: [
      ...(several ? [runs([{ text: heading(message, 300), size: 'Large', weight: 'Bolder' }])] : []),
      ...(note === undefined ? [] : [runs([{ text: note, isSubtle: true }])]),
      ...message.stories.map((story, index) => storyContainer(message, story, room, templates, index > 0)),
    ],
  };
}

function storyContainer(
  message: AlertMessage,
  story: StoryMessage,
  room: TextBudget,
  templates: ChannelTemplates,
  separator: boolean,
): Element {
  const custom = templates.story(message, story, room, escapeCardMarkdown);
  const items =
    custom === undefined
      ? storyItems(storyView(message, story, room))
      : [{ type: 'TextBlock', text: custom, wrap: true }];
  return { type: 'Container', separator, items };
}

function storyItems(view: StoryView): Element[] {
  const first = [view.marks, view.topics].filter(Boolean).join(' ');
  const links = [
    ...(view.link === undefined ? [] : [openUrl('Read', view.link)]),
    ...(view.storyLink === undefined ? [] : [openUrl('Story', view.storyLink)]),
  ];
  return [
    runs([
      { text: first, weight: 'Bolder', color: 'Attention' },
      ...(view.development === undefined ? [] : [{ text: ` — ${view.development}` }]),
    ]),
    runs([
      {
        text: view.title,
        weight: 'Bolder',
        size: 'Medium',
        ...(view.link === undefined ? {} : { selectAction: { type: 'Action.OpenUrl', url: view.link } }),
      },
    ]),
    ...(view.gist === undefined ? [] : [runs([{ text: view.gist }])]),
    ...view.passages
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ pieces }) =>
        runs([
          { text: '“' },
          ...pieces.map(({ text, term }) => (term ? { text, weight: 'Bolder', highlight: true } : { text })),
          { text: '”' },
        ]),
      ),
    runs([{ text: view.source, isSubtle: true, size: 'Small' }]),
    ...view.passages
      .flatMap(({ reasons }) => reasons)
      .map((reason) => runs([{ text: reason, isSubtle: true, size: 'Small' }])),
    ...(links.length === 0 ? [] : [{ type: 'ActionSet', actions: links }]),
  ];
}

function runs(inlines: readonly Element[]): Element {
  return { type: 'RichTextBlock', inlines: inlines.map((inline) => ({ type: 'TextRun', ...inline })) };
}

function openUrl(title: string, url: string): Element {
  return { type: 'Action.OpenUrl', title, url };
}

/** Escapes values in a template, which a TextBlock reads as a subset of markdown. */
function escapeCardMarkdown(text: string): string {
  return text
    .replaceAll(/[\\*_~`#+\-[\]()!|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\d+)\./, '$1\\.');
}

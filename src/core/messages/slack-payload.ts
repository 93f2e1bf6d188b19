import { fitMessage } from './fit-message.ts';
import type { AlertMessage, StoryMessage } from './message.ts';
import {
  heading,
  noteOf,
  type PassageView,
  type TextBudget,
  type StoryView,
  storyView,
} from './story-view.ts';
import type { ChannelTemplates } from './template.ts';

/** https://docs.slack.dev/reference/block-kit/blocks, all in characters after escaping. */
const TEXT_MAX = 3000;

const HEADER_MAX = 150;

const BLOCKS_MAX = 50;

/** A context block has ten elements, two of which are source and story link. */
const REASONS_MAX = 8;

type Block = Readonly<Record<string, unknown>>;

/** The request body for a message. */
export function slackPayload(message: AlertMessage, templates: ChannelTemplates) {
  return {
    // For notifications and screen readers. Escaping makes it at most five times as long, far below the 40,000
    // allowed.
    text: escapeMrkdwn(templates.subject(message, 500)),
    blocks: fitMessage(templates, (room, chosen) => blocksOf(message, room, chosen), keepsLimits),
    unfurl_links: false,
    unfurl_media: false,
  };
}

function blocksOf(message: AlertMessage, room: TextBudget, templates: ChannelTemplates): Block[] {
  const several = message.stories.length !== 1;
  const note = noteOf(message, 300);
  const header = { type: 'plain_text', text: heading(message, HEADER_MAX), emoji: false };
  return [
    ...(several ? [{ type: 'header', text: header }] : []),
    ...(note === undefined ? [] : [context([escapeMrkdwn(note)])]),
    ...message.stories.flatMap((story) => storyBlocks(message, story, room, templates)),
  ];
}

function storyBlocks(
  message: AlertMessage,
  story: StoryMessage,
  room: TextBudget,
  templates: ChannelTemplates,
): Block[] {
  const custom = templates.story(message, story, room, escapeMrkdwn);
  if (custom !== undefined) return [section(custom)];
  const view = storyView(message, story, room);
  const title = escapeMrkdwn(view.title);
  const lines = [
    [view.marks, view.topics, view.development === undefined ? '' : `— ${view.development}`]
      .filter(Boolean)
      .map(escapeMrkdwn)
      .join(' '),
    view.link === undefined ? `*${title}*` : `*<${escapeMrkdwn(view.link)}|${title}>*`,
    ...(view.gist === undefined ? [] : [escapeMrkdwn(view.gist)]),
  ];
  const quotes = view.passages.filter((passage) => passage.pieces.length > 0);
  return [
    section(lines.join('\n')),
    ...(quotes.length === 0 ? [] : [{ type: 'rich_text', elements: quotes.map(quote) }]),
    context(small(view)),
  ];
}

// Bold in mrkdwn needs white space around it, which Chinese and Japanese lack. A rich text block shows text as it is,
// so the original sentence is unchanged.
function quote(passage: PassageView): Block {
  const elements = passage.pieces.map(({ text, term }) =>
    term ? { type: 'text', text, style: { bold: true } } : { type: 'text', text },
  );
  return { type: 'rich_text_quote', elements };
}

function small(view: StoryView): string[] {
  const reasons = view.passages.flatMap((passage) => passage.reasons);
  return [
    escapeMrkdwn(view.source),
    ...reasons.slice(0, REASONS_MAX).map(escapeMrkdwn),
    ...(view.storyLink === undefined ? [] : [`<${escapeMrkdwn(view.storyLink)}|Story>`]),
  ];
}

function section(text: string): Block {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

function context(texts: readonly string[]): Block {
  return { type: 'context', elements: texts.map((text) => ({ type: 'mrkdwn', text, verbatim: true })) };
}

function keepsLimits(blocks: readonly Block[]): boolean {
  return blocks.length <= BLOCKS_MAX && blocks.every(blockKeepsLimits);
}

function blockKeepsLimits(block: Block): boolean {
  const text = block.text as { readonly text: string } | undefined;
  const elements = block.elements as readonly { readonly text?: string }[] | undefined;
  return (
    (text?.text.length ?? 1) <= TEXT_MAX &&
    text?.text !== '' &&
    (elements ?? []).every((element) => (element.text?.length ?? 0) <= TEXT_MAX)
  );
}

/** Escapes the three characters with a meaning in Slack's mrkdwn; mentions and links need them. */
function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

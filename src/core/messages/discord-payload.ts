import { fitMessage } from './fit-message.ts';
import type { AlertMessage, StoryMessage } from './message.ts';
import { isDottedLink } from './plain-text.ts';
import type { Piece } from '../words/shorten.ts';
import { heading, noteOf, type TextBudget, storyView } from './story-view.ts';
import type { ChannelTemplates } from './template.ts';

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits, in characters. */
const TITLE_MAX = 256;

const DESCRIPTION_MAX = 4096;

const FOOTER_MAX = 2048;

const URL_MAX = 2048;

const EMBEDS_MAX = 10;

const TOTAL_MAX = 6000;

/** The stance as a colour: red where the measure restricts, green where it is eased. */
const COLOURS: Readonly<Record<string, number>> = {
  'in force': 0xd7263d,
  proposed: 0xf2a541,
  eased: 0x2e933c,
  denied: 0x6c757d,
  evaded: 0x7b2cbf,
};

const PLAIN_COLOUR = 0x3a6ea5;

interface Embed {
  readonly title?: string;
  readonly url?: string | undefined;
  readonly description: string;
  readonly color: number;
  readonly timestamp?: string | undefined;
  readonly footer?: { readonly text: string };
}

/** The request body for a message. */
export function discordPayload(message: AlertMessage, templates: ChannelTemplates) {
  const embeds = fitMessage(templates, (room, chosen) => embedsOf(message, room, chosen), keepsLimits);
  const several = message.stories.length !== 1;
  const lines = [several ? heading(message, 480) : undefined, noteOf(message, 480)];
  // Escaping at most doubles the length, so these two stay below the 2,000 allowed.
  const content = lines
    .filter((line) => line !== undefined)
    .map(escapeMarkdown)
    .join('\n');
  return { ...(content === '' ? {} : { content }), embeds, allowed_mentions: { parse: [] } };
}

function embedsOf(message: AlertMessage, room: TextBudget, templates: ChannelTemplates): Embed[] {
  return message.stories.map((story) => embedOf(message, story, room, templates));
}

function embedOf(
  message: AlertMessage,
  story: StoryMessage,
  room: TextBudget,
  templates: ChannelTemplates,
): Embed {
  const color = COLOURS[story.topics[0]?.stance ?? ''] ?? PLAIN_COLOUR;
  const custom = templates.story(message, story, room, escapeMarkdown);
  if (custom !== undefined) return { description: custom, color };
  const view = storyView(message, story, room);
  const url = isAccepted(view.link) ? view.link : undefined;
  const topics = escapeMarkdown([view.marks, view.topics].filter(Boolean).join(' '));
  const lines = [
    view.development === undefined ? `**${topics}**` : `**${topics}** — ${escapeMarkdown(view.development)}`,
    ...(view.gist === undefined ? [] : [escapeMarkdown(view.gist)]),
    ...view.passages
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ pieces }) => `> ${pieces.map(showPiece).join('')}`),
    escapeMarkdown(view.source),
    // Between angle brackets an address is a link, and nothing in it is markdown.
    ...(view.link === undefined || url !== undefined ? [] : [`<${view.link}>`]),
    ...(view.storyLink === undefined ? [] : [`[Story](${view.storyLink})`]),
  ];
  const reasons = view.passages.flatMap((passage) => passage.reasons);
  return {
    title: escapeMarkdown(view.title),
    url,
    description: lines.join('\n'),
    color,
    timestamp: story.published?.toISOString(),
    // Footers have no markdown, so nothing is escaped.
    ...(reasons.length === 0 ? {} : { footer: { text: reasons.join('\n') } }),
  };
}

/** Whether Discord accepts the link. It refuses a whole message for one malformed `url` of an embed. */
function isAccepted(link: string | undefined): boolean {
  return link !== undefined && link.length <= URL_MAX && isDottedLink(link);
}

function showPiece({ text, term }: Piece): string {
  const escaped = escapeMarkdown(text);
  return term && text.trim() !== '' ? `**${escaped}**` : escaped;
}

function keepsLimits(embeds: readonly Embed[]): boolean {
  const size = ({ title, description, footer }: Embed) =>
    (title?.length ?? 0) + description.length + (footer?.text.length ?? 0);
  return (
    embeds.length <= EMBEDS_MAX &&
    embeds.every(
      ({ title, description, footer }) =>
        (title?.length ?? 0) <= TITLE_MAX &&
        description.length <= DESCRIPTION_MAX &&
        (footer?.text.length ?? 0) <= FOOTER_MAX,
    ) &&
    embeds.reduce((sum, embed) => sum + size(embed), 0) <= TOTAL_MAX
  );
}

/**
 * Escapes every ASCII character that has a meaning in Discord's markdown: emphasis, links, mentions, headings, emoji.
 */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\*_~`|>#+\-[\]()<@:]/g, '\\$&').replace(/^(\d+)\./, '$1\\.');
}

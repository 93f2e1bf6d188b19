import { escapeHtml } from './escape.ts';
import { fitMessage } from './fit-message.ts';
import type { AlertMessage } from './message.ts';
import { isDottedLink } from './plain-text.ts';
import type { Piece } from '../words/shorten.ts';
import { heading, noteOf, type TextBudget, type StoryView, storyView } from './story-view.ts';
import type { ChannelTemplates } from './template.ts';

/**
 * https://core.telegram.org/bots/api#sendmessage limits the text after parsing; UTF-16 units are the strictest
 * reading.
 */
const TEXT_MAX = 4096;

/** Telegram shows further entities without format. */
const ENTITIES_MAX = 100;

/** The text of a message in Telegram's HTML. */
export function telegramText(message: AlertMessage, templates: ChannelTemplates): string {
  return fitMessage(templates, (room, chosen) => textOf(message, room, chosen), keepsLimits);
}

function textOf(message: AlertMessage, room: TextBudget, templates: ChannelTemplates): string {
  const several = message.stories.length !== 1;
  const note = noteOf(message, 200);
  return [
    ...(several ? [`<b>${escapeHtml(heading(message, 200))}</b>`] : []),
    ...(note === undefined ? [] : [`<i>${escapeHtml(note)}</i>`]),
    ...message.stories.map(
      (story) =>
        templates.story(message, story, room, escapeHtml) ?? storyText(storyView(message, story, room)),
    ),
  ].join('\n\n');
}

function storyText(view: StoryView): string {
  const topics = `<b>${escapeHtml([view.marks, view.topics].filter(Boolean).join(' '))}</b>`;
  return [
    view.development === undefined ? topics : `${topics} — ${escapeHtml(view.development)}`,
    ...titleLines(view),
    ...(view.gist === undefined ? [] : [escapeHtml(view.gist)]),
    escapeHtml(view.source),
    ...view.passages
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ pieces }) => `<blockquote>${pieces.map(showPiece).join('')}</blockquote>`),
    ...view.passages.flatMap(({ reasons }) => reasons).map((reason) => `<i>${escapeHtml(reason)}</i>`),
    ...(view.storyLink === undefined ? [] : [storyLine(view.storyLink)]),
  ].join('\n');
}

/** Telegram silently drops a link that it calls malformed, so such an address is written as text. */
function titleLines({ title, link }: StoryView): string[] {
  if (link === undefined) return [escapeHtml(title)];
  return isDottedLink(link)
    ? [`<a href="${escapeHtml(link)}">${escapeHtml(title)}</a>`]
    : [escapeHtml(title), escapeHtml(link)];
}

function storyLine(link: string): string {
  return isDottedLink(link) ? `<a href="${escapeHtml(link)}">Story</a>` : `Story: ${escapeHtml(link)}`;
}

function showPiece({ text, term }: Piece): string {
  return term ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text);
}

function keepsLimits(html: string): boolean {
  const entities = html.match(/<[a-z]/g)?.length ?? 0;
  // The length after parsing, where an entity such as &amp; is one character.
  const length = html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, 'x').length;
  return length <= TEXT_MAX && entities <= ENTITIES_MAX;
}

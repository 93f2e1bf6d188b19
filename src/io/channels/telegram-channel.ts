import type { AlertMessage } from '../../core/alerts/message.ts';
import type { Channel, SendOutcome } from './channel.ts';
import type { TelegramConfig } from './channel-config.ts';
import { escapeHtml } from './escape-html.ts';
import { fit } from './fit.ts';
import { createHttpPoster, type HttpAnswer, judgeStatus } from './http-post.ts';
import { isObject, jsonAnswer } from './json-answer.ts';
import { type Piece, shortLine } from './shorten.ts';
import { heading, noteOf, type Room, type StoryView, storyView } from './story-view.ts';
import { type ChannelTemplates, channelTemplates } from './template.ts';

/** https://core.telegram.org/bots/api#sendmessage: after entities parsing; UTF-16 units are the strictest reading. */
const TEXT_MAX = 4096;
/** What is beyond it is shown without its format. */
const ENTITIES_MAX = 100;

/** Sends through the Telegram Bot API, in its HTML: only three characters need escaping there, in every place. */
export function createTelegramChannel(config: TelegramConfig): Channel {
  const poster = createHttpPoster(config);
  const templates = channelTemplates(config.template);
  const url = `${config.api.replace(/\/+$/, '')}/bot${config.token}/sendMessage`;
  return {
    name: config.name,
    kind: 'telegram',
    maxStories: 10,
    send(message, signal) {
      const body = JSON.stringify({
        chat_id: config.chat,
        ...(config.thread === undefined ? {} : { message_thread_id: config.thread }),
        text: telegramText(message, templates),
        parse_mode: 'HTML',
        disable_notification: config.silent,
        link_preview_options: { is_disabled: !config.linkPreview },
      });
      return poster.post({ url, body }, signal, judge);
    },
    close: () => poster.close(),
  };
}

/** The text of a message in Telegram's HTML. */
export function telegramText(message: AlertMessage, templates: ChannelTemplates): string {
  return fit(templates, (room, chosen) => textOf(message, room, chosen), keepsLimits);
}

function textOf(message: AlertMessage, room: Room, templates: ChannelTemplates): string {
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
  const title = escapeHtml(view.title);
  return [
    view.development === undefined ? topics : `${topics} — ${escapeHtml(view.development)}`,
    view.link === undefined ? title : `<a href="${escapeHtml(view.link)}">${title}</a>`,
    escapeHtml(view.source),
    ...view.passages
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ pieces }) => `<blockquote>${pieces.map(showPiece).join('')}</blockquote>`),
    ...view.passages.flatMap(({ reasons }) => reasons).map((reason) => `<i>${escapeHtml(reason)}</i>`),
    ...(view.storyLink === undefined ? [] : [`<a href="${escapeHtml(view.storyLink)}">Story</a>`]),
  ].join('\n');
}

function showPiece({ text, term }: Piece): string {
  return term ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text);
}

function keepsLimits(html: string): boolean {
  const entities = html.match(/<[a-z]/g)?.length ?? 0;
  // The length after parsing; an entity such as &amp; counts as the one character that it becomes.
  const length = html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot);/g, 'x').length;
  return length <= TEXT_MAX && entities <= ENTITIES_MAX;
}

/** Telegram puts its reasons into JSON: how long to wait, and where a group has moved. */
function judge(answer: HttpAnswer): SendOutcome | undefined {
  const body = jsonAnswer(answer.text);
  const result = isObject(body.result) ? body.result : {};
  if (answer.status === 200 && body.ok === true) {
    return { status: 'delivered', answer: `message ${String(result.message_id)}` };
  }
  // A proxy's login page answers 200 as well; only the API says ok.
  if (answer.status === 200) return { status: 'retry', reason: 'HTTP 200, but not from the Bot API' };
  const description = typeof body.description === 'string' ? shortLine(body.description, 200) : '';
  const parameters = isObject(body.parameters) ? body.parameters : {};
  const reason = description === '' ? `HTTP ${answer.status}` : `HTTP ${answer.status}: ${description}`;
  if (typeof parameters.migrate_to_chat_id === 'number') {
    return { status: 'refused', reason: `the group moved: configure chat ${parameters.migrate_to_chat_id}` };
  }
  if (typeof parameters.retry_after === 'number') {
    return { status: 'retry', reason, retryAfterMs: parameters.retry_after * 1000 };
  }
  const outcome = judgeStatus(answer);
  return outcome.status === 'delivered' ? outcome : { ...outcome, reason };
}

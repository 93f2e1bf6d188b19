import { createHash } from 'node:crypto';
import type { AlertMessage, StoryMessage } from './message.ts';
import type { EmailConfig } from '../alerts/channel-config.ts';
import { markedHtml } from './entry-html.ts';
import { escapeHtml } from './escape.ts';
import { plainLine } from './plain-text.ts';
import { joinPieces } from '../words/shorten.ts';
import { FULL_BUDGET, heading, noteOf, plainHead, type StoryView, storyView } from './story-view.ts';
import type { ChannelTemplates } from './template.ts';

/** A mail without its sender and recipients. */
export interface EmailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly references: readonly string[];
  readonly inReplyTo: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

// Mail programs cut longer subjects.
const SUBJECT_MAX = 180;

/** The mail for a message. Every retry gets the same, including its Message-ID. */
export function emailContent(
  message: AlertMessage,
  config: Pick<EmailConfig, 'from' | 'unsubscribeUrl' | 'unsubscribeMail'>,
  templates: ChannelTemplates,
): EmailContent {
  const domain = /@([^@>\s]+)>?\s*$/.exec(config.from)?.[1] ?? 'localhost';
  const only = message.stories.length === 1 ? message.stories[0] : undefined;
  // No mail has this id. All mails of a story refer to it, so that mail programs show them as one thread.
  const root = only === undefined ? undefined : `<story-${digest(only.storyId)}@${domain}>`;
  return {
    subject: templates.subject(message, SUBJECT_MAX),
    text: textOf(message, templates),
    html: htmlOf(message, templates),
    messageId: `<${digest(message.idempotencyKey)}@${domain}>`,
    references: root === undefined ? [] : [root],
    inReplyTo: root,
    headers: {
      'X-Chipwatch-Delivery': plainLine(message.idempotencyKey),
      'List-Id': `<${message.route.replaceAll(/[^A-Za-z0-9-]/g, '-')}.chipwatch.${domain}>`,
      // RFC 3834: asks for no automatic replies, such as holiday notices.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...unsubscribe(config),
    },
  };
}

/** Headers for a mail program's "unsubscribe" button (RFC 2369, RFC 8058). */
function unsubscribe(
  config: Pick<EmailConfig, 'unsubscribeUrl' | 'unsubscribeMail'>,
): Record<string, string> {
  const url = config.unsubscribeUrl === undefined ? undefined : new URL(config.unsubscribeUrl).href;
  const mail =
    config.unsubscribeMail === undefined ? undefined : `mailto:${bareAddress(config.unsubscribeMail)}`;
  const ways = [url, mail].filter((way) => way !== undefined).map((way) => `<${way}>`);
  if (ways.length === 0) return {};
  return {
    'List-Unsubscribe': ways.join(', '),
    // One-click unsubscribing requires HTTPS.
    ...(url?.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}

function bareAddress(mailbox: string): string {
  return /<([^<>]+)>/.exec(mailbox)?.[1] ?? mailbox;
}

function textOf(message: AlertMessage, templates: ChannelTemplates): string {
  const several = message.stories.length !== 1;
  const note = noteOf(message, 1000);
  const stories = message.stories.map(
    (story) =>
      templates.story(message, story, FULL_BUDGET, (value) => value) ??
      storyText(storyView(message, story, FULL_BUDGET)),
  );
  return `${[
    ...(several ? [heading(message, 300)] : []),
    ...(note === undefined ? [] : [note]),
    ...stories,
    // The signature separator: mail programs hide what follows.
    `-- \nSent by chipwatch, route ${plainLine(message.route)}`,
  ].join('\n\n')}\n`;
}

function storyText(view: StoryView): string {
  return [
    ...plainHead(view),
    ...view.passages.flatMap(({ pieces, reasons }) => [
      ...(pieces.length === 0 ? [] : [`> ${joinPieces(pieces)}`]),
      ...reasons,
    ]),
    ...(view.link === undefined ? [] : [`Read: ${view.link}`]),
    ...(view.storyLink === undefined ? [] : [`Story: ${view.storyLink}`]),
  ].join('\n');
}

function htmlOf(message: AlertMessage, templates: ChannelTemplates): string {
  const several = message.stories.length !== 1;
  const note = noteOf(message, 1000);
  const stories = message.stories.map((story) => storyHtml(message, story, templates));
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(heading(message, 300))}</title></head>`,
    '<body style="font-family:system-ui,sans-serif;line-height:1.45;max-width:42em;margin:0 auto;padding:1em">',
    ...(several ? [`<h1 style="font-size:1.2em">${escapeHtml(heading(message, 300))}</h1>`] : []),
    ...(note === undefined ? [] : [`<p style="color:#555">${escapeHtml(note)}</p>`]),
    ...stories,
    `<p style="color:#777;font-size:.8em">Sent by chipwatch, route ${escapeHtml(plainLine(message.route))}</p>`,
    '</body></html>',
  ].join('\n');
}

function storyHtml(message: AlertMessage, story: StoryMessage, templates: ChannelTemplates): string {
  const custom = templates.story(message, story, FULL_BUDGET, escapeHtml);
  const inner =
    custom === undefined
      ? storyItems(storyView(message, story, FULL_BUDGET), story.language)
      : `<p>${custom.replaceAll('\n', '<br>\n')}</p>`;
  return `<div style="border-top:1px solid #ddd;padding:.6em 0">\n${inner}\n</div>`;
}

function storyItems(view: StoryView, language: string): string {
  const small = 'style="color:#555;font-size:.85em;margin:.2em 0"';
  // The original keeps its own language and direction within a mail in another language.
  const original = `lang="${escapeHtml(language)}" dir="auto"`;
  const title = escapeHtml(view.title);
  const topics = `<strong>${escapeHtml([view.marks, view.topics].filter(Boolean).join(' '))}</strong>`;
  const development = view.development === undefined ? '' : ` — ${escapeHtml(view.development)}`;
  return [
    `<p style="margin:.2em 0">${topics}${development}</p>`,
    `<h2 style="font-size:1.1em;margin:.2em 0" ${original}>${anchor(view.link, title)}</h2>`,
    ...(view.gist === undefined ? [] : [`<p style="margin:.2em 0">${escapeHtml(view.gist)}</p>`]),
    `<p ${small}>${escapeHtml(view.source)}</p>`,
    ...view.passages.flatMap(({ pieces, reasons }) => [
      ...(pieces.length === 0
        ? []
        : [
            `<blockquote ${original} style="border-left:3px solid #ccc;margin:.4em 0;padding-left:.8em">${markedHtml(pieces)}</blockquote>`,
          ]),
      ...reasons.map((reason) => `<p ${small}>${escapeHtml(reason)}</p>`),
    ]),
    ...(view.storyLink === undefined ? [] : [`<p ${small}>${anchor(view.storyLink, 'The whole story')}</p>`]),
  ].join('\n');
}

function anchor(link: string | undefined, html: string): string {
  return link === undefined ? html : `<a href="${escapeHtml(link)}">${html}</a>`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

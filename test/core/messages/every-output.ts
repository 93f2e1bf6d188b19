import { load } from 'cheerio';
import { renderAtom, renderJsonFeed } from '../../../src/core/messages/alert-feed.ts';
import { consoleText } from '../../../src/core/messages/console-text.ts';
import type { StoryFacts } from '../../../src/core/messages/compose-message.ts';
import { discordPayload } from '../../../src/core/messages/discord-payload.ts';
import { emailContent } from '../../../src/core/messages/email-content.ts';
import { jsonText } from '../../../src/core/messages/json-text.ts';
import type { AlertMessage, StoryMessage } from '../../../src/core/messages/message.ts';
import { ntfyPayload } from '../../../src/core/messages/ntfy-payload.ts';
import { programStory } from '../../../src/core/messages/program-story.ts';
import { formatServerSentEvent } from '../../../src/core/messages/server-sent-event.ts';
import { slackPayload } from '../../../src/core/messages/slack-payload.ts';
import { teamsPayload } from '../../../src/core/messages/teams-payload.ts';
import { telegramText } from '../../../src/core/messages/telegram-text.ts';
import { NO_TEMPLATES } from '../../../src/core/messages/template.ts';
import { webhookBody } from '../../../src/core/messages/webhook-body.ts';
import type { ListedFacts } from '../../../src/io/store/stories/story-list.ts';
import { alertHtml } from '../../../src/web/streams/alert-html.ts';
import { articleAnswer, storyAnswer } from '../../../src/web/api/story-answer.ts';
import { parseTelegramHtml } from '../../io/channels/fake-services.ts';

/** What no reader may be shown in any output. Where an output has several lines, `\n` separates them. */
export const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/u;

/** What a reader sees of a message: all text, and the marked words. */
export interface Shown {
  readonly text: string;
  readonly marked: string;
}

export const AT = new Date('2026-11-20T22:06:00Z');
export const FEED = {
  title: 'alerts',
  siteUrl: 'https://watch.example.org/',
  path: 'alerts.atom',
  updated: AT,
};

export const OUTPUTS: Readonly<Record<string, (sent: AlertMessage, story: StoryMessage) => Shown>> = {
  console: (sent) => {
    const text = consoleText(sent, NO_TEMPLATES, true);
    const marked = [...text.matchAll(/\u001b\[1;33m(.*?)\u001b\[0m/g)].map(([, term]) => term);
    return { text: text.replaceAll(/\u001b\[[\d;]+m/g, ''), marked: marked.join('') };
  },
  slack: (sent) => {
    const payload = slackPayload(sent, NO_TEMPLATES);
    const runs = objectsIn(payload).filter(({ style }) => style !== undefined);
    return { text: strings(payload), marked: runs.map(({ text }) => text).join('') };
  },
  teams: (sent) => {
    const payload = teamsPayload(sent, NO_TEMPLATES);
    const runs = objectsIn(payload).filter(({ highlight }) => highlight === true);
    return { text: strings(payload), marked: runs.map(({ text }) => text).join('') };
  },
  discord: (sent) => {
    const payload = discordPayload(sent, NO_TEMPLATES);
    const quotes = payload.embeds.flatMap(({ description }) =>
      description.split('\n').filter((line) => line.startsWith('> ')),
    );
    return { text: strings(payload), marked: quotes.map(boldInMarkdown).join('') };
  },
  telegram: (sent) => {
    const html = telegramText(sent, NO_TEMPLATES);
    const parsed = parseTelegramHtml(html);
    if (typeof parsed === 'string') throw new Error(parsed);
    return { text: parsed.text, marked: load(html)('blockquote b').text() };
  },
  'mail, HTML': (sent) => markup(mail(sent).html),
  Atom: (_sent, story) => {
    const xml = load(renderAtom({ ...FEED, entries: [{ at: AT, story }] }), { xml: true });
    return markup(`<h2>${xml('entry > title').html()}</h2>${xml('entry > content').text()}`);
  },
  'JSON Feed': (_sent, story) => {
    const feed = JSON.parse(renderJsonFeed({ ...FEED, entries: [{ at: AT, story }] })) as {
      items: { title: string; content_html: string }[];
    };
    const { text, marked } = markup(feed.items[0]?.content_html ?? '');
    return { text: `${feed.items[0]?.title} ${text}`, marked };
  },
  page: (_sent, story) => markup(alertHtml({ id: '1', at: AT, kind: 'alert', story }).markup),
};

/** Outputs that mark nothing. */
export const TEXTS: Readonly<Record<string, (sent: AlertMessage) => string>> = {
  'mail, text': (sent) => mail(sent).text,
  'mail, subject': (sent) => mail(sent).subject,
  ntfy: (sent) => strings(ntfyPayload(sent, { topic: 'chips', priority: 3, tags: [] }, NO_TEMPLATES)),
};

/** What programs get: requests, responses and feeds, each one JSON document but for the lines around it in `/events`. */
export const ANSWERS: Readonly<
  Record<string, (story: StoryMessage, facts: StoryFacts, sent: AlertMessage) => string>
> = {
  webhook: (_story, _facts, sent) => webhookBody(sent, NO_TEMPLATES),
  'JSON Feed, document': (story) => renderJsonFeed({ ...FEED, entries: [{ at: AT, story }] }),
  '/events': (story) =>
    formatServerSentEvent({ id: '1', event: 'alert', data: jsonText(programStory(story)) }),
  'API, article': (_story, { title, outlet, link = '' }) =>
    jsonText(
      articleAnswer({ id: '1', title, url: link, outlet, language: 'en', reported: AT.toISOString() }),
    ),
  'API, story': (_story, { title, outlet, link = '' }) =>
    jsonText(storyAnswer(listedFacts({ title, link, outlets: [outlet] }), UNMARKED)),
};
const UNMARKED = { alerted: null, read: false, starred: false };

function listedFacts(over: Pick<ListedFacts, 'title' | 'link' | 'outlets'>): ListedFacts {
  return {
    id: '1',
    sample: false,
    article_count: 1,
    languages: ['en'],
    state: { topics: ['chip_ban'], stances: [] },
    first_report_at: AT,
    last_report_at: AT,
    ...over,
  } as unknown as ListedFacts;
}

function mail(sent: AlertMessage) {
  return emailContent(
    sent,
    { from: 'a@example.org', unsubscribeUrl: undefined, unsubscribeMail: undefined },
    NO_TEMPLATES,
  );
}

/** The bold text of one line of Discord's markdown, where a backslash escapes the next character. */
function boldInMarkdown(line: string): string {
  let bold = false;
  let text = '';
  for (const [piece] of line.matchAll(/\\.|\*\*|./gsu)) {
    if (piece === '**') bold = !bold;
    else if (bold) text += piece.replace(/^\\/, '');
  }
  return text;
}

/**
 * All strings of a response but the matched sentences with their terms, which keep every character, because the offsets
 * of the terms count them.
 */
export function shownByPrograms(answer: string): string {
  const json = answer.replaceAll(/^(?:data: |id: .*|event: .*)/gm, '');
  return strings(
    JSON.parse(json, (key, value: unknown) => (key === 'sentence' || key === 'terms' ? undefined : value)),
  );
}

export function markup(html: string): Shown {
  const document = load(html);
  return { text: document.root().text(), marked: document('mark').text() };
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

export function strings(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  return Object.values(value).map(strings).filter(Boolean).join('\n');
}

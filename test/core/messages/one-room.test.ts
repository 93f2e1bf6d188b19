import { load } from 'cheerio';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderAtom, renderJsonFeed } from '../../../src/core/messages/alert-feed.ts';
import { consoleText } from '../../../src/core/messages/console-text.ts';
import { discordPayload } from '../../../src/core/messages/discord-payload.ts';
import { emailContent } from '../../../src/core/messages/email-content.ts';
import type { AlertMessage, StoryMessage } from '../../../src/core/messages/message.ts';
import { jsonText } from '../../../src/core/messages/json-text.ts';
import type { StoryFacts } from '../../../src/core/messages/compose-message.ts';
import { formatServerSentEvent } from '../../../src/core/messages/server-sent-event.ts';
import type { ListedFacts } from '../../../src/io/store/story-list.ts';
import { articleAnswer, eventAnswer, storyAnswer } from '../../../src/web/api/story-answer.ts';
import { ntfyPayload } from '../../../src/core/messages/ntfy-payload.ts';
import { plainLine } from '../../../src/core/messages/plain-text.ts';
import { slackPayload } from '../../../src/core/messages/slack-payload.ts';
import { teamsPayload } from '../../../src/core/messages/teams-payload.ts';
import { telegramText } from '../../../src/core/messages/telegram-text.ts';
import { channelTemplates, NO_TEMPLATES } from '../../../src/core/messages/template.ts';
import { webhookBody } from '../../../src/core/messages/webhook-body.ts';
import { plain } from '../../../src/cli/output.ts';
import { alertHtml } from '../../../src/web/alert-html.ts';
import { parseTelegramHtml } from '../../io/channels/fake-services.ts';
import { consoleViews } from './console-views.ts';
import { hostileStory, hostileText } from './hostile.ts';
import { message, storyFacts } from './sample-messages.ts';

/** What no reader may be shown in any output. Where an output has several lines, `\n` separates them. */
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/u;

/** What a reader sees of a message: all text, and the marked words. */
interface Shown {
  readonly text: string;
  readonly marked: string;
}

const AT = new Date('2026-11-20T22:06:00Z');
const FEED = { title: 'alerts', siteUrl: 'https://watch.example.org/', path: 'alerts.atom', updated: AT };

const OUTPUTS: Readonly<Record<string, (sent: AlertMessage, story: StoryMessage) => Shown>> = {
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

/** Outputs that mark nothing, or mark words in their service's own markup. */
const TEXTS: Readonly<Record<string, (sent: AlertMessage) => string>> = {
  'mail, text': (sent) => mail(sent).text,
  'mail, subject': (sent) => mail(sent).subject,
  ntfy: (sent) => strings(ntfyPayload(sent, { topic: 'chips', priority: 3, tags: [] }, NO_TEMPLATES)),
  discord: (sent) => strings(discordPayload(sent, NO_TEMPLATES)),
  telegram: (sent) => {
    const parsed = parseTelegramHtml(telegramText(sent, NO_TEMPLATES));
    if (typeof parsed === 'string') throw new Error(parsed);
    return parsed.text;
  },
};

/** Responses for programs, and the output of the command line with `--json`. */
const ANSWERS: Readonly<Record<string, (story: StoryMessage, facts: StoryFacts) => string>> = {
  '/events': (story) =>
    formatServerSentEvent({ id: '1', event: 'alert', data: jsonText(eventAnswer(story)) }),
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

describe('one module for all that readers see', () => {
  test('every output is safe, and marks the same words', () => {
    fc.assert(
      fc.property(hostileStory, (facts) => {
        const sent = message({ stories: [facts] });
        const story = sent.stories[0] as StoryMessage;
        const shown = Object.entries(OUTPUTS).map(([name, render]) => [name, render(sent, story)] as const);
        for (const [name, { text }] of shown) expect(text, name).not.toMatch(UNSAFE);
        for (const [name, render] of Object.entries(TEXTS)) expect(render(sent), name).not.toMatch(UNSAFE);
        for (const [name, view] of Object.entries(consoleViews(facts)))
          expect(markup(view).text, name).not.toMatch(UNSAFE);
        for (const [name, render] of Object.entries(ANSWERS)) {
          const answer = render(story, facts);
          expect(answer, name).not.toMatch(UNSAFE);
          expect(answer, name).not.toContain('user:pass@');
          // The sentences of a match keep every character, because the offsets of its words count them.
          const { title, outlet, outlets, entities } = JSON.parse(
            answer.replaceAll(/^(?:data: |id: .*|event: .*)/gm, ''),
          ) as Record<string, unknown>;
          expect(strings([title, outlet, outlets, entities]), name).not.toMatch(UNSAFE);
        }
        // A document of stored text keeps every character, because offsets refer to it.
        const kept = jsonText(facts, 2);
        expect(kept).not.toMatch(UNSAFE);
        expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(facts)));
        // Slack and Teams shorten to their limits; the others have enough space for every marked word.
        const roomy = shown.filter(([name]) => name !== 'slack' && name !== 'teams');
        const marks = roomy.map(([name, { marked }]) => [name, marked.replaceAll(/\s+/g, '')]);
        for (const [name, marked] of marks) expect(marked, name).toBe(marks[0]?.[1]);
      }),
      { numRuns: 150 },
    );
  });

  test('every output shows the gist of a title that the reader cannot read, beside it', () => {
    const facts = storyFacts({ named: [{ id: 'country:us', name: 'United States', kind: 'country' }] });
    const sent = message({ stories: [facts] });
    const story = sent.stories[0] as StoryMessage;
    expect(story.gist).toBe('US · export controls · chips · in force');
    const shown = [
      ...Object.entries(OUTPUTS).map(([name, render]) => [name, render(sent, story).text] as const),
      ...Object.entries(TEXTS)
        .filter(([name]) => name !== 'mail, subject')
        .map(([name, render]) => [name, render(sent)] as const),
      ['JSON Feed, extension', renderJsonFeed({ ...FEED, entries: [{ at: AT, story }] })] as const,
      ['webhook', webhookBody(sent, NO_TEMPLATES)] as const,
      ['a template', channelTemplates({ subject: '{{gist}}: {{title}}' }).subject(sent, 200)] as const,
    ];
    for (const [name, text] of shown) {
      expect(text, name).toContain(story.gist);
      expect(text, name).toContain(story.title);
    }
  });

  test('every output shows a title as the common sanitiser returns it', () => {
    fc.assert(
      fc.property(hostileText(12), (title) => {
        const sent = message({ stories: [storyFacts({ title: `Start ${title} end` })] });
        const story = sent.stories[0] as StoryMessage;
        const wanted = plainLine(`Start ${title} end`);
        for (const name of ['console', 'teams', 'mail, HTML', 'Atom', 'JSON Feed', 'page'])
          expect(OUTPUTS[name]?.(sent, story).text.replaceAll(/\s+/g, ' '), name).toContain(wanted);
        for (const name of ['mail, text', 'mail, subject', 'ntfy', 'telegram'])
          expect(TEXTS[name]?.(sent), name).toContain(wanted);
        const views = consoleViews(storyFacts({ title: `Start ${title} end` }));
        for (const name of [
          'list of stories',
          'list of stories, without a report',
          'story, headline',
          'search',
        ])
          expect(markup(views[name] ?? '').text.replaceAll(/\s+/g, ' '), name).toContain(wanted);
        expect(plain(`Start ${title} end`)).toBe(wanted);
      }),
      { numRuns: 150 },
    );
  });
});

function mail(sent: AlertMessage) {
  return emailContent(
    sent,
    { from: 'a@example.org', unsubscribeUrl: undefined, unsubscribeMail: undefined },
    NO_TEMPLATES,
  );
}

function markup(html: string): Shown {
  const document = load(html);
  return { text: document.root().text(), marked: document('mark').text() };
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

function strings(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  return Object.values(value).map(strings).filter(Boolean).join('\n');
}

import { load } from 'cheerio';
import RssParser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { type AlertFeed, renderAtom, renderJsonFeed } from '../../../src/core/messages/alert-feed.ts';
import { composeMessage, type StoryFacts } from '../../../src/core/messages/compose-message.ts';
import {
  formatServerSentEvent,
  formatServerSentRetry,
  SERVER_SENT_HEARTBEAT,
} from '../../../src/core/messages/server-sent-event.ts';
import { FIRST_REPORT } from './sample-messages.ts';

const at = new Date('2026-11-22T07:00:00Z');

function feed(...stories: Partial<StoryFacts>[]): AlertFeed {
  const facts = stories.map(
    (over): StoryFacts => ({
      alertId: '1',
      storyId: '10',
      storyUrl: 'https://watch.example.org/stories/10',
      title: 'H20 sales halted',
      link: 'https://example.org/1?a=1&b=2',
      outlet: 'Chip Daily',
      published: at,
      language: 'en',
      topics: [
        {
          id: 'chip_ban',
          label: 'Chip ban',
          level: 'sure' as const,
          confidence: 80,
          stance: 'in force',
          sentence: 'Export controls now cover <H20> & more.',
          terms: [
            { start: 0, end: 15, concept: 'export_control' },
            { start: 7, end: 30, concept: 'x' },
          ],
          rules: ['ban-1'],
        },
      ],
      ...FIRST_REPORT,
      ...over,
    }),
  );
  const message = composeMessage({
    idempotencyKey: 'k',
    kind: 'digest',
    createdAt: at,
    route: 'r',
    stories: facts,
  });
  return {
    title: 'chipwatch alerts',
    siteUrl: 'https://watch.example.org/',
    path: 'alerts.atom',
    updated: at,
    entries: message.stories.map((story) => ({ at, story })),
  };
}

const HOSTILE = 'a\u0000\u001b]]><script>alert("x")</script>&amp;\u202e\ud800 </title>';

describe('Atom', () => {
  test('is read correctly by a feed reader', async () => {
    const xml = renderAtom(
      feed({}, { alertId: '2', sample: true, development: 'now eased', storyUrl: undefined }),
    );
    const parsed = await new RssParser().parseString(xml);
    expect(parsed.title).toBe('chipwatch alerts');
    expect(parsed.items).toHaveLength(2);
    expect(parsed.items[0]).toMatchObject({
      id: 'tag:watch.example.org,2026:chipwatch/alert/1',
      title: 'Chip ban, in force: H20 sales halted',
      link: 'https://example.org/1?a=1&b=2',
      author: 'Chip Daily',
      isoDate: '2026-11-22T07:00:00.000Z',
    });
    expect(parsed.items[1]?.title).toBe('[SAMPLE] Update (now eased): Chip ban, in force: H20 sales halted');
    const content = load(parsed.items[0]?.content ?? '');
    expect(content('blockquote').text()).toBe('Export controls now cover <H20> & more.');
    expect(content('mark').text()).toBe('Export controls now cover <H20');
    expect(content('a').attr('href')).toBe('https://watch.example.org/stories/10');
  });

  test('stays well-formed and harmless, whatever a title says', async () => {
    const xml = renderAtom(
      feed({
        title: HOSTILE,
        outlet: HOSTILE,
        language: '"><b',
        link: 'javascript:alert(1)',
        alertId: HOSTILE,
      }),
    );
    const parsed = await new RssParser().parseString(xml);
    expect(parsed.items[0]?.title).toContain('<script>alert("x")</script>&amp;');
    expect(parsed.items[0]?.link).toBe('https://watch.example.org/stories/10');
    expect(load(parsed.items[0]?.content ?? '')('script')).toHaveLength(0);
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]|javascript:/);
    expect(xml.isWellFormed()).toBe(true);
  });

  test('may be empty', async () => {
    expect((await new RssParser().parseString(renderAtom(feed()))).items).toEqual([]);
  });
});

describe('JSON Feed', () => {
  test('has what version 1.1 asks for', () => {
    const json = JSON.parse(renderJsonFeed({ ...feed({}), path: 'alerts.json' })) as Record<string, unknown>;
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'chipwatch alerts',
      home_page_url: 'https://watch.example.org/',
      feed_url: 'https://watch.example.org/alerts.json',
      items: [
        {
          id: 'tag:watch.example.org,2026:chipwatch/alert/1',
          url: 'https://watch.example.org/stories/10',
          external_url: 'https://example.org/1?a=1&b=2',
          title: 'Chip ban, in force: H20 sales halted',
          date_published: '2026-11-22T07:00:00.000Z',
          authors: [{ name: 'Chip Daily' }],
          language: 'en',
          tags: ['chip_ban', 'in force'],
          _chipwatch: {
            story: '10',
            sample: false,
            topics: [{ sentence: 'Export controls now cover <H20> & more.' }],
          },
        },
      ],
    });
  });

  test.each([
    ['https://watch.example.org', 'https://watch.example.org/alerts.json'],
    ['https://example.org/chipwatch', 'https://example.org/chipwatch/alerts.json'],
    ['https://example.org/chipwatch/', 'https://example.org/chipwatch/alerts.json'],
  ])('of a service at %s is at %s', (siteUrl, url) => {
    const json = JSON.parse(renderJsonFeed({ ...feed({}), siteUrl, path: 'alerts.json' })) as {
      feed_url: string;
    };
    expect(json.feed_url).toBe(url);
  });

  test('leaves no foreign markup in its HTML, and no address that runs a script', () => {
    const text = renderJsonFeed(
      feed({ title: HOSTILE, outlet: HOSTILE, link: 'javascript:alert(1)', storyUrl: undefined }),
    );
    const { items } = JSON.parse(text) as { items: { content_html: string; url?: string }[] };
    expect(load(items[0]?.content_html ?? '')('script')).toHaveLength(0);
    expect(items[0]?.url).toBeUndefined();
  });
});

describe('server-sent events', () => {
  /** Parses a stream as the HTML standard says browsers do. */
  function read(stream: string): { id: string; event: string; data: string }[] {
    const events: { id: string; event: string; data: string }[] = [];
    let id = '';
    let event = 'message';
    let data: string[] = [];
    for (const line of stream.split(/\r\n|\r|\n/)) {
      if (line === '') {
        if (data.length > 0) events.push({ id, event, data: data.join('\n') });
        event = 'message';
        data = [];
        continue;
      }
      const [, field, value] = /^([^:]*)(?:: ?(.*))?$/su.exec(line) ?? [];
      if (field === 'id' && !value?.includes('\0')) id = value ?? '';
      if (field === 'event') event = value ?? '';
      if (field === 'data') data.push(value ?? '');
    }
    return events;
  }

  test('arrive as they were sent, whatever lines are in them', () => {
    const sent = [
      { id: '1', event: 'alert', data: '{"title":"a"}' },
      { id: '2\nevent: evil', event: 'up\r\ndata: x', data: 'one\r\ntwo\nthree\r\n\r\nid: 9' },
      { id: '3\0', data: '' },
    ];
    const stream = sent.map(formatServerSentEvent).join(SERVER_SENT_HEARTBEAT);
    expect(read(formatServerSentRetry(2500.4) + stream)).toEqual([
      { id: '1', event: 'alert', data: '{"title":"a"}' },
      { id: '2event: evil', event: 'updata: x', data: 'one\ntwo\nthree\n\nid: 9' },
      { id: '3', event: 'message', data: '' },
    ]);
    expect(formatServerSentRetry(2500.4)).toBe('retry: 2500\n\n');
  });
});

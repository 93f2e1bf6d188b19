import { afterAll, describe, expect, test } from 'vitest';
import { createThreadPool } from '../../../src/io/threads/thread-pool.ts';
import type { ParseFeedOutcome, ParseFeedTask } from '../../../src/pipeline/threads/parse-feed.ts';
import { feedFixtures } from '../../golden/feed-fixtures.ts';

const pool = createThreadPool<ParseFeedTask, ParseFeedOutcome>({
  entry: new URL('../../../src/pipeline/threads/parse-feed.ts', import.meta.url),
  deadlineMs: 15_000,
});
afterAll(() => pool.close());

const url = 'https://n.example/feed';
const read = (text: string) =>
  pool.run({ bytes: new TextEncoder().encode(text), contentType: 'text/xml; charset=utf-8', url });

const item = (inner: string) =>
  `<item><title>T</title><link>https://n.example/1</link><guid>g</guid>${inner}</item>`;
const rss = (inner: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>c</title>${inner}</channel></rss>`;

describe('across the thread boundary', () => {
  test('dates and undefined are returned unchanged', async () => {
    const outcome = await read(rss(item('<pubDate>Mon, 01 Feb 2021 10:00:00 GMT</pubDate>')));
    expect(outcome).toMatchObject({ status: 'feed', feed: { format: 'rss', title: 'c', link: undefined } });
    const [entry] = outcome.status === 'feed' ? outcome.feed.entries : [];
    expect(entry?.published).toEqual(new Date('2021-02-01T10:00:00Z'));
  });

  test('what is not a feed is a result, with the feeds that the page announces', async () => {
    const page = feedFixtures().find((fixture) => fixture.name === 'autodiscovery-fr.html')!;
    const outcome = await pool.run({ bytes: page.bytes, contentType: 'text/html', url: page.url });
    expect(outcome).toMatchObject({ status: 'not-a-feed', found: 'html' });
    expect(outcome.status === 'not-a-feed' && outcome.announced.map((feed) => feed.url)).toEqual(
      page.expected?.feeds,
    );
  });
});

describe('hostile feeds are read or refused within the deadline', () => {
  const n = 200_000;
  const rows: [string, string, 'feed' | 'not-a-feed'][] = [
    ['escaped tags that never end', rss(item(`<description>${'&lt;a '.repeat(n)}</description>`)), 'feed'],
    [
      'elements nested a hundred thousand deep',
      rss(item(`<description>${'<b>'.repeat(n / 2)}x</description>`)),
      'feed',
    ],
    ['elements that are never closed', rss(item('') + '<a>'.repeat(n)), 'feed'],
    ['a row of <', rss(item('') + '<'.repeat(n)), 'feed'],
    ['a row of &', rss(item(`<description>${'&'.repeat(n)}</description>`)), 'feed'],
    ['a row of references', rss(item(`<description>${'&amp;'.repeat(n)}</description>`)), 'feed'],
    ['a row of quotes', rss(item(`<description>${'&lt;a b="'.repeat(n)}</description>`)), 'feed'],
    ['a row of addresses', rss(item(`<description>${'&lt;a href="'.repeat(n)}</description>`)), 'feed'],
    [
      'CDATA sections by the hundred thousand',
      rss(item(`<description>${'<![CDATA[x]]>'.repeat(n)}</description>`)),
      'feed',
    ],
    [
      'a CDATA section that is opened over and over',
      rss(item(`<description>${'<![CDATA['.repeat(n)}</description>`)),
      'feed',
    ],
    ['comments that never end', rss(item('') + '<!--'.repeat(n)), 'feed'],
    [
      'attributes without number',
      rss(item(`<enclosure ${Array.from({ length: n }, (_, i) => `a${i}="1"`).join(' ')}/>`)),
      'feed',
    ],
    [
      'namespaces without number',
      `<rss version="2.0" ${Array.from({ length: n / 2 }, (_, i) => `xmlns:n${i}="u${i}"`).join(' ')}><channel>${item('')}</channel></rss>`,
      'feed',
    ],
    [
      'entities that multiply',
      `<!DOCTYPE rss [${'<!ENTITY a "&a;&a;">'}<!ENTITY b "${'&a;'.repeat(500)}">]>${rss(item(`<description>${'&b;'.repeat(5000)}</description>`))}`,
      'feed',
    ],
    [
      'entities that are declared for ever',
      `<?xml version="1.0"?><!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(n)}`,
      'not-a-feed',
    ],
    ['blanks in a date', rss(item(`<pubDate>Mon, 01 Feb 2021${' '.repeat(n)}x</pubDate>`)), 'feed'],
    ['digits in a date', rss(item(`<pubDate>${'9'.repeat(n)}</pubDate>`)), 'feed'],
    [
      'JSON that is nested without end',
      `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(n)}`,
      'not-a-feed',
    ],
    ['JSON strings that never end', `{"items":[${'{"id":"'.repeat(n)}`, 'not-a-feed'],
    ['elements by the million', rss(item('') + '<a/>'.repeat(10 * n)), 'feed'],
    // These are small enough to be read by rss-parser.
    [
      'a declaration that never ends',
      rss(item(`<description><!D${'x'.repeat(120_000)}</description>`)),
      'feed',
    ],
    [
      'end tags that match nothing, in ten thousand elements',
      rss(item('') + '<a>'.repeat(10_000) + '</b>'.repeat(10_000)),
      'feed',
    ],
    ['blanks only', ' '.repeat(5 * n), 'not-a-feed'],
  ];
  test.each(rows)('%s', async (_, text, status) => {
    expect((await read(text)).status).toBe(status);
  });

  test('no external entity is loaded, and no prototype is polluted', async () => {
    const outcome = await read(
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item('<description>&x;</description><__proto__ polluted="1"/>'))}`,
    );
    expect(JSON.stringify(outcome)).not.toContain('root:');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Feed } from '../../../src/core/feeds/feed.ts';
import { NotAFeedError } from '../../../src/core/feeds/not-a-feed.ts';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';
import { feedFixtures } from '../../golden/feed-fixtures.ts';

const url = 'https://n.example/feeds/rss.xml';
const bytes = (text: string) => new TextEncoder().encode(text);
const item = (i: number, inner = '') =>
  `<item><title>Title ${i}</title><link>https://n.example/${i}</link><guid>g-${i}</guid>${inner}</item>`;
const rss = (inner: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${inner}</channel></rss>`;

describe('what exceeds a limit is cut and reported', () => {
  const long = rss(Array.from({ length: 20 }, (_, i) => item(i)).join(''));
  test.each([
    ['entries', long, { maxEntries: 5 }, (feed: Feed) => feed.entries.length, 5, /only the newest 5/],
    ['bytes', long, { maxBytes: 800 }, (feed: Feed) => feed.entries.length < 20, true, /first 800 bytes/],
    [
      'depth',
      rss(item(1, `<description>${'<b>'.repeat(50)}deep${'</b>'.repeat(50)}</description>`) + item(2)),
      { maxDepth: 10 },
      (feed: Feed) => [feed.entries.length, feed.entries[0]?.summary?.replace(/<\/?b>/g, '')],
      [2, 'deep'],
      /deeper than 10/,
    ],
    [
      'elements',
      rss(item(1, `<description>${'<br/>x'.repeat(100)}</description>`) + item(2)),
      { maxElements: 20 },
      (feed: Feed) => feed.entries.length,
      2,
      /more than 20 elements/,
    ],
    [
      'all elements',
      long.replace('<rss ', '<rss xml:base="/" '),
      { maxTotalElements: 31 },
      (feed: Feed) => feed.entries.map((entry) => entry.title).at(-1),
      'Title 9',
      /first 31 elements/,
    ],
  ] as const)('%s', async (_, text, limits, look, expected, problem) => {
    const feed = await parseFeed(bytes(text), { url, limits });
    expect(look(feed)).toEqual(expected);
    expect(feed.problems.join('\n')).toMatch(problem);
  });

  test('content, titles and addresses', async () => {
    const text = rss(
      `<item><title>${'t'.repeat(500)}</title><link>https://n.example/${'l'.repeat(500)}</link><guid>g</guid><description>${'d'.repeat(500)}</description></item>`,
    );
    const limits = { maxTitleLength: 50, maxContentLength: 100, maxAttributeLength: 200 };
    const [entry] = (await parseFeed(bytes(text), { url, limits })).entries;
    expect(entry?.title).toHaveLength(50);
    expect(entry?.summary).toHaveLength(100);
    expect(entry?.link).toBeUndefined();
  });

  test('attributes beyond the limit do not hide the first ones', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `a${i}="1"`).join(' ');
    const feed = await parseFeed(bytes(rss(item(1, `<enclosure url="https://n.example/e" ${many}/>`))), {
      url,
    });
    expect(feed.entries[0]?.enclosures[0]?.url).toBe('https://n.example/e');
  });
});

describe('what is not a feed', () => {
  test.each([
    ['<!DOCTYPE html><html><body>x</body></html>', 'html'],
    ['<opml version="2.0"/>', 'xml'],
    ['{"a":1}', 'json'],
    ['hello', 'text'],
    ['', 'empty'],
    ['\u0001\u0002\u0003\u0004\u0005', 'binary'],
  ])('%j is %s', async (text, found) => {
    const error = await parseFeed(bytes(text), { url }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(NotAFeedError);
    expect(error).toMatchObject({ found, announced: [] });
  });

  test('a feed without entries is a feed', async () => {
    expect((await parseFeed(bytes(rss('')), { url })).entries).toEqual([]);
  });
});

describe('bases of relative addresses', () => {
  const link = async (text: string) => (await parseFeed(bytes(text), { url })).entries[0]?.link;
  test.each([
    ['the address of the feed', rss('<item><link>a</link></item>'), 'https://n.example/feeds/a'],
    [
      'the link of the channel',
      rss('<link>https://site.example/</link><item><link>a</link></item>'),
      'https://site.example/a',
    ],
    [
      'xml:base',
      '<feed xml:base="/b/"><entry xml:base="c/"><link href="a"/></entry></feed>',
      'https://n.example/b/c/a',
    ],
    [
      'xml:base of the link',
      '<feed><entry><link xml:base="https://x.example/y/" href="a"/></entry></feed>',
      'https://x.example/y/a',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await link(text)).toBe(expected);
  });
});

describe('identity', () => {
  const read = async (inner: string) =>
    (await parseFeed(bytes(rss(inner)), { url })).entries.map(({ id, title }) => [id, title]);
  test('same guid and link: one entry, the first', async () => {
    const one = (title: string) => `<item><title>${title}</title><link>/1</link><guid>g</guid></item>`;
    expect(await read(one('first') + one('second'))).toEqual([['g', 'first']]);
  });
  test('same guid, other link: two entries', async () => {
    const one = (n: number) => `<item><title>${n}</title><link>/${n}</link><guid>g</guid></item>`;
    expect(await read(one(1) + one(2))).toEqual([
      ['g', '1'],
      ['g', '2'],
    ]);
  });
  test('no guid: the link; with other titles, what they say', async () => {
    const one = (title: string) => `<item><title>${title}</title><link>/live</link></item>`;
    expect(await read(one('a') + one('a'))).toEqual([['https://n.example/live', 'a']]);
    const ids = (await read(one('a') + one('b'))).map(([id]) => id);
    expect(new Set(ids).size).toBe(2);
    expect(await read(one('a') + one('b'))).toEqual(await read(one('a') + one('b')));
  });
});

describe('properties', () => {
  const fixtures = feedFixtures();
  const outcome = async (input: Uint8Array) => {
    try {
      return await parseFeed(input, { url });
    } catch (error) {
      expect(error).toBeInstanceOf(NotAFeedError);
      return undefined;
    }
  };

  test('any bytes are a feed or refused', async () => {
    const markup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '<rss>',
            '<item>',
            '</item>',
            '<feed>',
            '<entry',
            '<title>',
            '</title>',
            '<![CDATA[',
            ']]>',
            '<!--',
            '-->',
            '<link href="',
            '">',
            '&lt;',
            '<!DOCTYPE x [',
            '{"items":[',
            '}',
            ' xmlns:a="',
          ),
          fc.string({ maxLength: 6 }),
        ),
        { maxLength: 30 },
      )
      .map((parts) => bytes(`<rss version="2.0">${parts.join('')}`));
    await fc.assert(
      fc.asyncProperty(fc.oneof(markup, fc.uint8Array({ maxLength: 200 })), async (input) => {
        const feed = await outcome(input);
        for (const entry of feed?.entries ?? []) {
          expect(entry.id).not.toBe('');
          expect(entry.link === undefined || URL.canParse(entry.link)).toBe(true);
          expect(entry.published === undefined || Number.isFinite(entry.published.getTime())).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a feed cut anywhere gives its first entries, unharmed', async () => {
    const sound = fixtures.filter(({ name }) =>
      /^(?:rss-(?:content|gbk|shiftjis|noguid)|atom-de|rdf)/.test(name),
    );
    expect(sound.length).toBeGreaterThanOrEqual(5);
    for (const fixture of sound) {
      const whole = (await parseFeed(fixture.bytes, { url: fixture.url })).entries;
      const cut = fc.integer({ min: 0, max: fixture.bytes.length });
      await fc.assert(
        fc.asyncProperty(cut, async (length) => {
          const feed = await parseFeed(fixture.bytes.subarray(0, length), { url: fixture.url }).catch(
            () => undefined,
          );
          const entries = feed?.entries ?? [];
          const complete = entries.slice(0, -1);
          expect(complete).toEqual(whole.slice(0, complete.length));
          // The last entry may have lost its end, but must keep its identity.
          const last = entries.at(-1);
          expect(last?.title).toBe(last === undefined ? undefined : whole[entries.length - 1]?.title);
        }),
        { numRuns: 40 },
      );
    }
  });

  test('entries do not depend on the order of their elements', async () => {
    const parts = [
      '<title>T</title>',
      '<link>https://n.example/1</link>',
      '<guid>g</guid>',
      '<pubDate>2021-02-01</pubDate>',
      '<description>D</description>',
      '<category>c</category>',
    ];
    const expected = (await parseFeed(bytes(rss(`<item>${parts.join('')}</item>`)), { url })).entries;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(parts, { minLength: parts.length }), async (shuffled) => {
        const feed = await parseFeed(bytes(rss(`<item>${shuffled.join('')}</item>`)), { url });
        expect(feed.entries).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

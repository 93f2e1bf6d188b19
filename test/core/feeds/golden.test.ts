import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assembleFeed } from '../../../src/core/feeds/assemble-feed.ts';
import type { Feed } from '../../../src/core/feeds/feed.ts';
import { DEFAULT_FEED_LIMITS } from '../../../src/core/feeds/limits.ts';
import { isPlainFeed } from '../../../src/core/feeds/plain-feed.ts';
import { readTolerant } from '../../../src/core/feeds/read-tolerant.ts';
import { readWithRssParser } from '../../../src/core/feeds/read-with-rss-parser.ts';
import { decodeDocument } from '../../../src/core/encoding/decode.ts';
import { feedFixtures, readFixture } from '../../golden/feed-fixtures.ts';

const fixtures = feedFixtures();

describe('every fixture reads as its golden file says', () => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    expect(existsSync(fixture.golden), 'a golden file: npm run golden:feeds').toBe(true);
    expect(await readFixture(fixture)).toEqual(JSON.parse(readFileSync(fixture.golden, 'utf8')));
  });

  test('no golden file is left without its fixture', () => {
    const known = new Set(fixtures.map((fixture) => decodeURIComponent(fixture.golden.pathname)));
    const root = new URL('../../../fixtures/feeds/', import.meta.url);
    const files = readdirSync(root, { recursive: true }).map((name) => new URL(String(name), root).pathname);
    expect(files.filter((name) => name.endsWith('.parsed.json') && !known.has(name))).toEqual([]);
  });
});

describe('what people expect of the feeds', () => {
  const withExpectation = fixtures.flatMap((fixture) =>
    fixture.expected === undefined ? [] : [[fixture.name, fixture, fixture.expected] as const],
  );

  test('at least 16 are compared', () => expect(withExpectation.length).toBeGreaterThanOrEqual(16));

  test.each(withExpectation)('%s', async (_, fixture, expected) => {
    const read = (await readFixture(fixture)) as Feed & { announced?: { url: string }[] };
    if (expected.feeds !== undefined) {
      expect(read.announced?.map((feed) => feed.url)).toEqual(expected.feeds);
      return;
    }
    const optional = new Set(expected.optional?.map((entry) => entry.id));
    const entries = read.entries.filter((entry) => !optional.has(entry.id));
    expect(
      entries.map(({ id, link, title, published }) => ({
        id,
        link,
        title: title ?? null,
        published: published === undefined ? null : String(published).replace(/\.\d+Z$/, 'Z'),
      })),
    ).toEqual(
      expected.entries.map(({ id, link, link_raw, title, published }) => ({
        // Tracking parameters are removed later, by URL cleaning.
        id: link_raw === undefined || id !== link ? id : link_raw,
        link: link_raw ?? link,
        title,
        published,
      })),
    );
  });
});

describe('rss-parser and the tolerant reader agree on plain feeds', () => {
  const plain = fixtures.flatMap((fixture) => {
    const { text } = decodeDocument(fixture.bytes, { kind: 'xml' });
    return isPlainFeed(text) ? [[fixture.name, text, fixture.url] as const] : [];
  });

  test('at least 16 are compared', () => expect(plain.length).toBeGreaterThan(15));

  test.each(plain)('%s', async (_, text, url) => {
    const byRssParser = await readWithRssParser(text, DEFAULT_FEED_LIMITS.maxEntries);
    if (byRssParser === undefined) return;
    const tolerant = readTolerant(text, url, DEFAULT_FEED_LIMITS);
    expect(assembleFeed(byRssParser, url, DEFAULT_FEED_LIMITS)).toEqual(
      assembleFeed(tolerant!, url, DEFAULT_FEED_LIMITS),
    );
  });

  test('rss-parser reads most of them', async () => {
    const read = await Promise.all(plain.map(([, text]) => readWithRssParser(text, 5000)));
    expect(read.filter((document) => document !== undefined).length).toBeGreaterThan(plain.length / 2);
  });
});

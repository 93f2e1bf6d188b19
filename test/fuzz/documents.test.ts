import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutate } from '../../bench/mutate-feed.ts';
import { extractPage } from '../../src/core/articles/extract-article.ts';
import { toMarkdown } from '../../src/core/articles/markdown.ts';
import { decodeDocument } from '../../src/core/encoding/decode.ts';
import { NotAFeedError } from '../../src/core/feeds/not-a-feed.ts';
import { parseFeed } from '../../src/core/feeds/parse-feed.ts';
import { feedFixtures } from '../golden/feed-fixtures.ts';

/** Documents that broke something once, or were written to. None is ever removed; what fuzzing finds is added. */
function corpus(name: string): string[] {
  return JSON.parse(readFileSync(`fixtures/fuzz/${name}.json`, 'utf8')) as string[];
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const MUTANTS = 300;
/** Larger documents would take most of the time. Bytes. */
const LARGEST = 20_000;

async function checkFeed(bytes: Uint8Array): Promise<void> {
  try {
    const feed = await parseFeed(bytes, { url: 'https://fuzz.example/feeds/rss.xml' });
    for (const { id, link, title, published } of feed.entries) {
      expect(id).not.toBe('');
      if (link !== undefined) expect(link).toMatch(/^https?:/);
      expect(title ?? '').not.toContain('\0');
      if (published !== undefined) expect(published.getTime()).not.toBeNaN();
    }
  } catch (error) {
    expect(error).toBeInstanceOf(NotAFeedError);
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
}

function checkPage(bytes: Uint8Array): void {
  const { text } = decodeDocument(bytes, { contentType: undefined, kind: 'html' });
  const { article, blocks } = extractPage(text, 'https://fuzz.example/2026/page.html');
  expect(article.canonicalUrl).toMatch(/^https?:/);
  if (article.published !== undefined) expect(new Date(article.published).getTime()).not.toBeNaN();
  expect(typeof toMarkdown(article, blocks)).toBe('string');
}

const feeds = corpus('feeds');
test.each(feeds)('the feed %j', (feed) => checkFeed(bytesOf(feed)));
test('feeds like these and those of the golden files', async () => {
  const golden = feedFixtures().flatMap(({ bytes }) => (bytes.length <= LARGEST ? [bytes] : []));
  const seeds = [...feeds.filter((feed) => feed !== '').map(bytesOf), ...golden];
  for (let index = 0; index < MUTANTS; index += 1) await checkFeed(mutate(seeds, 13, index));
});

const pages = corpus('pages');
test.each(pages)('the page %j', (page) => checkPage(bytesOf(page)));
test('pages like these and those of the golden files', () => {
  const golden = readdirSync('fixtures/sites', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('page.html'))
    .map((name) => readFileSync(`fixtures/sites/${name}`))
    .filter(({ length }) => length <= LARGEST);
  expect(golden.length).toBeGreaterThan(10);
  const seeds = [...pages.filter((page) => page !== '').map(bytesOf), ...golden];
  for (let index = 0; index < MUTANTS; index += 1) checkPage(mutate(seeds, 13, index));
});

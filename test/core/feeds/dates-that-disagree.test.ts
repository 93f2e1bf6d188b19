import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';
import { itemsFromEntries } from '../../../src/core/items/item-from-entry.ts';
import { type KnownItem, matchEntries } from '../../../src/core/items/match-entries.ts';

const NOW = new Date('2026-03-05T14:07:00Z');
const NAMES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom"';

async function read(entries: readonly string[], now = NOW) {
  const items = entries.map((inner, i) => `<item><title>Report ${i} on the harbour</title>${inner}</item>`);
  const document = `<rss version="2.0" ${NAMES}><channel><title>Courier</title>${items.join('')}</channel></rss>`;
  const feed = await parseFeed(new TextEncoder().encode(document), {
    url: 'https://courier.example/feed',
    seen: { now, before: {} },
  });
  return feed.entries;
}

async function datesOf(entries: readonly string[]): Promise<(string | undefined)[]> {
  return (await read(entries)).map(({ published }) => published?.toISOString().slice(0, 16));
}

const BUILT = '<pubDate>Thu, 05 Mar 2026 14:00:00 GMT</pubDate>';

describe('dates of one entry that disagree', () => {
  test.each([
    ['the epoch', '<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate><dc:date>2026-03-04T08:00:00Z</dc:date>'],
    ['the epoch in a zone', '<pubDate>Wed, 31 Dec 1969 19:00:00 -0500</pubDate><dc:date>2026-03-04T08:00:00Z</dc:date>'],
    ['an event to come', '<pubDate>Fri, 05 Jun 2026 09:00:00 GMT</pubDate><dcterms:issued>2026-03-04T08:00:00Z</dcterms:issued>'],
    ['the year zero', '<dc:date>2026-03-04T08:00:00Z</dc:date><pubDate>0001-01-01T00:00:00Z</pubDate>'],
    ['an age', '<pubDate>2 days ago</pubDate><dc:date>2026-03-04T08:00:00Z</dc:date>'],
    ['an age beside atom:updated', '<pubDate>yesterday</pubDate><atom:updated>2026-03-04T08:00:00Z</atom:updated>'],
  ])('%s loses to a date that can be true', async (_, inner) => {
    expect(await datesOf([inner])).toEqual(['2026-03-04T08:00']);
  }); // biome-ignore format: a table

  test('the time at which the feed was made loses to dates that differ', async () => {
    const days = [4, 3, 2].map((day) => `${BUILT}<dc:date>2026-03-0${day}T08:00:00Z</dc:date>`);
    expect(await datesOf(days)).toEqual(['2026-03-04T08:00', '2026-03-03T08:00', '2026-03-02T08:00']);
  });

  test('a time that all entries share is their date if they have no other', async () => {
    expect(await datesOf([BUILT, BUILT, BUILT])).toEqual(Array(3).fill('2026-03-05T14:00'));
    const both = `${BUILT}<dc:date>2026-03-05T14:00:01Z</dc:date>`;
    expect(await datesOf([both, both, both])).toEqual(Array(3).fill('2026-03-05T14:00'));
  });

  test('a date that only some entries have is not that of all', async () => {
    const days = [BUILT, `${BUILT}<dc:date>2026-03-04T08:00:00Z</dc:date>`, BUILT];
    expect((await datesOf(days))[0]).toBe('2026-03-05T14:00');
  });
});

describe('entries that print their age', () => {
  test.each([
    ['with a link', (i: number) => `<link>https://courier.example/a/${i}</link>`],
    ['without a link', () => ''],
    [
      'without a link, with text',
      (i: number) => `<description>The pier ${i} is closed until June.</description>`,
    ],
    ['with a shared link', () => '<link>https://courier.example/news</link>'],
  ])('are the same at the next poll %s', async (_, inner) => {
    const poll = async (age: string, now: Date) => {
      const entries = await read(
        [0, 1, 2].map((i) => `${inner(i)}<pubDate>${age}</pubDate>`),
        now,
      );
      return itemsFromEntries(entries, 'https://courier.example/feed', {
        now,
        firstPoll: false,
        backfillAge: 86_400,
      });
    };
    const first = await poll('2 hours ago', NOW);
    expect(first.map(({ published }) => published?.toISOString())).toEqual(
      Array(3).fill('2026-03-05T12:07:00.000Z'),
    );
    const known: KnownItem[] = first.map((item, i) => ({ id: String(i), ...item }));
    const later = await poll('3 hours ago', new Date(NOW.getTime() + 2_000_000));
    expect([...matchEntries(later, known).knownOf.values()].map(({ id }) => id).sort()).toEqual([
      '0',
      '1',
      '2',
    ]);
    expect(later.map(({ key }) => key)).toEqual(first.map(({ key }) => key));
  });
});

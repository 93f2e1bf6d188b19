import { describe, expect } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';
import { variantTest } from '../support/cases.ts';

const read = async (text: string) => {
  const { entries } = await parseFeed(Buffer.from(text), {
    url: 'https://www.o.example/feed',
    seen: { now: new Date('2026-03-02T12:00:00Z'), before: {} },
  });
  return entries;
};
const rss = (item: string) =>
  `<rss version="2.0"><channel><title>O</title><link>https://www.o.example/</link><item>${item}</item></channel></rss>`;
const json = (item: unknown) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 'O', items: [item] });

describe('a date with an offset and a zone', () => {
  const DATES: Readonly<Record<string, string>> = {
    '2026-03-02 10:00:00 +0000 UTC': '10:00:00.000',
    '2026-03-02 10:00:00 -0100 EST': '11:00:00.000',
    '2026-03-02 10:00:00.123456789 +0100 CET': '09:00:00.123',
    '2026-03-02 10:00:00 +0300 +03': '07:00:00.000',
    '2026-03-02 10:00:00 +0530 IST m=+0.000012': '04:30:00.000',
    '2026-03-02T10:00:00+01:00 (CET)': '09:00:00.000',
    'Mon, 02 Mar 2026 10:00:00 CET +0100': '09:00:00.000',
    'Mon, 02 Mar 2026 10:00:00 +01:00:00': '09:00:00.000',
  };
  for (const [written, time] of Object.entries(DATES))
    variantTest(written, async () => {
      const [entry] = await read(rss(`<title>T</title><link>/1</link><pubDate>${written}</pubDate>`));
      expect(entry?.published?.toISOString()).toBe(`2026-03-02T${time}Z`);
    });
});

describe('a day of the Ethiopian calendar in numbers', () => {
  for (const written of [
    '23/6/2018 ዓ.ም',
    '23.06.2018 ዓ/ም',
    '2018-06-23 ዓ.ም.',
    '፳፫ የካቲት ፳፻፲፰',
    'ሰኞ 23-6-2018 ዓም',
  ])
    variantTest(written, async () => {
      const [entry] = await read(rss(`<title>T</title><link>/1</link><pubDate>${written}</pubDate>`));
      expect(entry?.published?.toISOString()).toBe('2026-03-02T00:00:00.000Z');
    });
  variantTest('a Gregorian one beside Ethiopian words stays', async () => {
    const [entry] = await read(rss('<title>T</title><link>/1</link><pubDate>ሰኞ 02/03/2026</pubDate>'));
    expect(entry?.published?.toISOString().slice(0, 4)).toBe('2026');
  });
});

describe('texts of a JSON Feed in objects', () => {
  for (const name of ['rendered', 'value', '#text'])
    variantTest(name, async () => {
      const wrapped = (text: string) => ({ [name]: text });
      const [entry] = await read(
        json({
          id: 1,
          url: 'https://o.example/1',
          title: wrapped('Chips &amp; bans'),
          content_html: wrapped('<p>Said.</p>'),
        }),
      );
      expect([entry?.title, entry?.content]).toEqual(['Chips & bans', '<p>Said.</p>']);
    });
});

describe('marks of CDATA without the exclamation mark', () => {
  for (const title of ['<[CDATA[Lettre ouverte]]>', '&lt;[CDATA[Lettre ouverte]]&gt;'])
    variantTest(title, async () => {
      expect((await read(rss(`<title>${title}</title><link>/1</link>`)))[0]?.title).toBe('Lettre ouverte');
    });
});

describe('a link that begins with the feed’s host, without a scheme', () => {
  for (const [link, expected] of [
    ['o.example/2026/chips', 'https://o.example/2026/chips'],
    ['O.example/chips?a=1', 'https://o.example/chips?a=1'],
    ['www.o.example/chips', 'https://www.o.example/chips'],
    ['news.html', 'https://www.o.example/news.html'],
    ['other.example/chips', 'https://www.o.example/other.example/chips'],
  ] as const)
    variantTest(link, async () => {
      expect((await read(rss(`<title>T</title><link>${link}</link>`)))[0]?.link).toBe(expected);
    });
});

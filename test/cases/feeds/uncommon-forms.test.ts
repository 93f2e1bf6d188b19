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

describe('days of the Ethiopian calendar in numbers, without the mark of its era', () => {
  const daysOf = async (language: string, dates: readonly string[], now = '2026-03-02T12:00:00Z') => {
    const items = dates.map(
      (date, i) => `<item><title>T${i}</title><link>/${i}</link><pubDate>${date}</pubDate></item>`,
    );
    const { entries, dates: habits } = await parseFeed(
      Buffer.from(
        `<rss version="2.0"><channel><title>O</title><language>${language}</language>${items.join('')}</channel></rss>`,
      ),
      { url: 'https://www.o.example/feed', seen: { now: new Date(now), before: {} } },
    );
    return { days: entries.map(({ published }) => published?.toISOString().slice(0, 10)), habits };
  };
  for (const [language, dates] of [
    ['am', ['23/6/2018', '20/6/2018', '5/13/2017']],
    ['am-ET', ['23.06.2018', '20.06.2018', '05.13.2017']],
    ['ti', ['2018-06-23', '2018-06-20', '2017-13-05']],
    ['ti-ER', ['ሰኑይ 23-06-2018', 'ዓርቢ 20-06-2018', '05-13-2017']],
  ] as const)
    variantTest(`${language}, ${dates[0]}`, async () => {
      const { days, habits } = await daysOf(language, dates);
      expect(days).toEqual(['2026-03-02', '2026-02-27', '2025-09-10']);
      expect(habits?.calendar).toBe('ethiopic');
    });
  variantTest('with the hour', async () => {
    const { days } = await daysOf('am', ['23/06/2018 10:30', '22/06/2018 18:05']);
    expect(days).toEqual(['2026-03-02', '2026-03-01']);
  });
  variantTest('beginning with the new year in September, seven years behind', async () => {
    const { days } = await daysOf('am', ['2/1/2019', '5/13/2018'], '2026-09-12T12:00:00Z');
    expect(days).toEqual(['2026-09-12', '2026-09-10']);
  });
  for (const [name, language, dates] of [
    ['in another language', 'en', ['23/06/2018', '20/06/2018']],
    ['one of which is of this Gregorian year', 'am', ['02/03/2026', '23/06/2018']],
    ['none of which is recent in either calendar', 'am', ['23/06/2014', '20/06/2014']],
    ['that a machine wrote', 'am', ['2018-06-23T10:00:00+03:00', '2018-06-22T10:00:00+03:00']],
  ] as const)
    variantTest(`no: dates ${name}`, async () => {
      const { days, habits } = await daysOf(language, dates);
      expect(days.at(-1)?.slice(0, 4)).toBe(/\d{4}/.exec(dates.at(-1) ?? '')?.[0]);
      expect(habits?.calendar).toBeUndefined();
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

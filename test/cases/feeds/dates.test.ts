import { describe, expect } from 'vitest';
import { inferDateHabits } from '../../../src/core/dates/infer-date-habits.ts';
import { readDate } from '../../../src/core/dates/read-date.ts';
import { caseTest, variantTest } from '../support/cases.ts';
import { fixture, OUTLET, outlet, REPORTS, rss } from '../support/outlet.ts';

describe('impossible dates', { timeout: 120_000 }, () => {
  caseTest('feeds/06-date-1970', async () => {
    await using watched = await outlet();
    await watched.poll('2026-03-02T09:05:00Z', fixture('feeds/06-date-1970/poll-1.xml'));
    await watched.poll('2026-03-02T12:05:00Z', fixture('feeds/06-date-1970/poll-2.xml'));
    expect(await watched.alerts()).toEqual([REPORTS.ban.title]);
  });

  for (const zero of [
    '1970-01-01T00:00:00Z',
    '0',
    'Wed, 31 Dec 1969 19:00:00 -0500',
    '30 Nov 0002 00:00:00 GMT',
  ]) {
    variantTest(`${zero} is no date`, async () => {
      await using watched = await outlet();
      const old = {
        report: 'domestic',
        title: 'Älteres',
        text: 'x',
        link: `${OUTLET}/alt`,
        date: zero,
      } as const;
      await watched.poll('2026-03-02T09:05:00Z', rss([old]));
      await watched.poll(
        '2026-03-02T12:05:00Z',
        rss([{ report: 'japan', link: `${OUTLET}/j`, date: zero }, old]),
      );
      expect(await watched.alerts()).toEqual([REPORTS.japan.title]);
    });
  }

  caseTest('feeds/08-no-time-zone', async () => {
    await using watched = await outlet();
    const now = '2026-03-02T09:05:00Z';
    await watched.poll(now, fixture('feeds/08-no-time-zone/feed.xml'));
    const items = await watched.items();
    expect(items.map((item) => item.published_at?.toISOString())).toEqual(
      Array(2).fill('2026-03-02T09:00:33.000Z'),
    );
    expect(await watched.alerts()).toHaveLength(2);
  });

  caseTest('feeds/09-all-dates-ahead', async () => {
    await using watched = await outlet();
    const now = '2026-03-02T09:00:00Z';
    await watched.poll(now, fixture('feeds/09-all-dates-ahead/feed.xml'));
    const { next_poll_at } = await watched.feed.feed();
    expect(next_poll_at.getTime() - Date.parse(now)).toBeGreaterThan(100 * 60_000);
  });
});

describe('ambiguous dates are resolved by the other dates of the feed', { timeout: 120_000 }, () => {
  caseTest('feeds/07-day-first-dates', async () => {
    await using watched = await outlet();
    const whole = fixture('feeds/07-day-first-dates/poll-2026-03-11.xml');
    const without = (text: string, id: string) =>
      text.replace(new RegExp(`<item>(?:(?!<item>)[^])*${id}[^]*?</item>`), '');
    const second = without(whole, 'id-customs');
    await watched.poll('2026-03-01T09:05:00Z', without(second, 'id-ban'));
    await watched.poll('2026-03-02T09:05:00Z', second);
    await watched.poll('2026-03-11T09:05:00Z', whole);
    const dates = (await watched.items()).slice(-2).map((item) => item.published_at?.toISOString());
    expect(dates).toEqual(['2026-03-02T08:00:00.000Z', '2026-03-11T08:00:00.000Z']);
    expect(await watched.alerts()).toHaveLength(2);
  });

  const NOW = new Date('2026-03-11T12:00:00Z');
  const evidence = { now: NOW, url: 'https://paper.example/feed', language: undefined, before: {} };
  for (const [name, texts, more, expected] of [
    ['month first, shown by another date', ['03/02/2026 08:00', '02/28/2026 08:00'], {}, { dayFirst: false }],
    ['day first, by the language', ['03/02/2026 08:00'], { language: 'it' }, { dayFirst: true }],
    [
      'day first, as the other order lies ahead',
      ['11/03/2026 08:00'],
      { language: 'en' },
      { dayFirst: true },
    ],
    ['day first, as it was before', ['03/02/2026'], { before: { dayFirst: true } }, { dayFirst: true }],
    [
      'Korean time, by the domain',
      ['2026-03-11 20:30:00'],
      { url: 'https://news.example.kr/rss' },
      { zone: 'Asia/Seoul' },
    ],
    ['hours ahead, nothing tells why', ['2026-03-11 14:30:00'], {}, { zone: 'Etc/GMT-3' }],
    ['a zone that is written holds', ['2026-03-11T20:30:00+09:00'], { language: 'ja' }, {}],
    ['an event next month is no zone', ['2026-04-20 10:00:00'], { language: 'ja' }, {}],
  ] as const) {
    variantTest(name, () => {
      expect(inferDateHabits(texts, { ...evidence, ...more })).toMatchObject({
        dayFirst: undefined,
        zone: undefined,
        ...expected,
      });
      for (const text of texts.slice(0, 1))
        expect(readDate(text, { source: 'feed', ...expected })).toBeInstanceOf(Date);
    });
  }
});

describe('the page’s date and the feed’s', { timeout: 120_000 }, () => {
  const page = (title: string, text: string, date: string) =>
    `<html><head><title>${title}</title><meta property="article:published_time" content="${date}"></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;

  caseTest('pages/04-old-article-fresh-feed-date', async () => {
    await using watched = await outlet((path) =>
      fixture(`pages/04-old-article-fresh-feed-date/${path.split('/').at(-1)}.html`),
    );
    const feed = fixture('pages/04-old-article-fresh-feed-date/feed.xml').replaceAll(
      'http://127.0.0.1:18990/old',
      OUTLET,
    );
    const first = feed.replace(/<item>(?:(?!<item>)[^])*o1<[^]*$/, '</channel></rss>');
    await watched.poll('2026-11-28T09:00:00Z', first.replace(`${OUTLET}/clock`, 'http://127.0.0.1:1/clock'));
    await watched.poll('2026-11-28T11:10:00Z', feed);
    expect(await watched.alerts()).toEqual([]);
  });

  for (const [name, date, feedDate, alerts] of [
    ['an old page behind a fresh date', '2025-12-01T08:00:00Z', 'Mon, 02 Mar 2026 11:00:00 GMT', 0],
    ['an old page behind no date', '2025-12-01T08:00:00Z', undefined, 0],
    ['a page of yesterday', '2026-03-01T08:00:00Z', 'Mon, 02 Mar 2026 11:00:00 GMT', 1],
    ['a page of the epoch', '1970-01-01T00:00:00Z', 'Mon, 02 Mar 2026 11:00:00 GMT', 1],
  ] as const) {
    variantTest(name, async () => {
      const { title, text } = REPORTS.customs;
      await using watched = await outlet(() => page(title, text, date));
      await watched.poll('2026-03-01T12:00:00Z', rss([]));
      await watched.poll(
        '2026-03-02T12:00:00Z',
        rss([{ report: 'customs', link: `${OUTLET}/zoll`, date: feedDate }]),
      );
      expect(await watched.alerts()).toHaveLength(alerts);
    });
  }

  caseTest('pages/13-date-in-the-future', async () => {
    await using watched = await outlet(() => fixture('pages/13-date-in-the-future/page.html'));
    const feed = fixture('pages/13-date-in-the-future/feed.xml').replaceAll('http://127.0.0.1:18990', OUTLET);
    await watched.poll('2026-11-28T11:06:38Z', feed);
    const article = await watched.bench.pipeline.db
      .selectFrom('articles')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(article.published_at?.toISOString()).toBe('2026-11-28T11:05:38.000Z');
    expect(article.reported_at).toEqual(article.published_at);
  });
});

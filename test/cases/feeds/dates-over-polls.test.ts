import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { variantTest } from '../support/cases.ts';
import { OUTLET, outlet } from '../support/outlet.ts';
import { type FeedAnswer, polledFeed } from '../support/polled-feed.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

interface Dated {
  readonly n: number;
  readonly date?: string | undefined;
  readonly token?: string;
}
const XML = { 'content-type': 'application/xml' };
const WORDS = ['levies', 'harbours', 'wafers', 'tenders', 'licences', 'quotas', 'lathes', 'ingots', 'resins'];
const item = ({ n, date, token }: Dated) =>
  `<item><title>Note ${n} on ${WORDS[n % WORDS.length]}</title><link>${OUTLET}/${token ?? ''}n${n}</link><description>Text ${n} about ${WORDS[n % WORDS.length]}.</description>${date === undefined ? '' : `<pubDate>${date}</pubDate>`}</item>`;
const rss = (items: readonly Dated[], language = '') =>
  `<rss version="2.0"><channel><title>O</title><link>${OUTLET}/</link>${language === '' ? '' : `<language>${language}</language>`}${items.map(item).join('')}</channel></rss>`;
const answer = (at: string, body: string): FeedAnswer => ({ at, headers: XML, body });
/** Polls and gives the date of each item, by its number; `late` marks backlog. */
async function datesAfter(answers: readonly FeedAnswer[]) {
  const { items, states } = await polledFeed(bench, answers);
  const found = Object.fromEntries(
    items.map(({ title, published_at, backlog }) => [
      /\d+/.exec(title)?.[0],
      `${published_at?.toISOString().slice(0, 16) ?? 'none'}${backlog ? ' late' : ''}`,
    ]),
  );
  return { found, count: items.length, habits: states.at(-1)?.habits, states };
}

describe('the order of day and month is kept from earlier polls', { timeout: 60_000 }, () => {
  variantTest('a day above twelve at the first poll settles those of the next month', async () => {
    const { found } = await datesAfter([
      answer(
        '2026-02-26T09:00:00Z',
        rss([
          { n: 1, date: '25/02/2026' },
          { n: 2, date: '24/02/2026' },
        ]),
      ),
      answer(
        '2026-03-04T09:00:00Z',
        rss([
          { n: 4, date: '04/03/2026' },
          { n: 3, date: '02/03/2026' },
        ]),
      ),
    ]);
    expect(found).toMatchObject({ 3: '2026-03-02T00:00', 4: '2026-03-04T00:00' });
  });
  variantTest('months first in an American feed, until a poll has only ambiguous ones', async () => {
    const { found } = await datesAfter([
      answer('2026-02-26T09:00:00Z', rss([{ n: 1, date: '2/25/2026' }])),
      answer(
        '2026-05-06T09:00:00Z',
        rss([
          { n: 2, date: '5/6/2026 8:00 AM' },
          { n: 3, date: '5/4/2026 7:00 PM' },
        ]),
      ),
    ]);
    expect(found).toMatchObject({ 2: '2026-05-06T08:00', 3: '2026-05-04T19:00' });
  });
  variantTest('the order shows late; new entries follow it and none is repeated', async () => {
    const { found, count } = await datesAfter([
      answer('2026-03-04T09:00:00Z', rss([{ n: 1, date: '04/03/2026 08:30' }], 'pt-BR')),
      answer(
        '2026-03-13T09:00:00Z',
        rss(
          [
            { n: 2, date: '13/03/2026 08:30' },
            { n: 1, date: '04/03/2026 08:30' },
          ],
          'pt-BR',
        ),
      ),
      answer(
        '2026-04-05T09:00:00Z',
        rss(
          [
            { n: 3, date: '05/04/2026 08:30' },
            { n: 2, date: '13/03/2026 08:30' },
          ],
          'pt-BR',
        ),
      ),
    ]);
    expect(count).toBe(3);
    expect(found['3']).toMatch(/^2026-04-05T\d\d:\d\d$/);
  });
  variantTest('tokens in the links, and the order is found at the second poll', async () => {
    const { count } = await datesAfter([
      answer(
        '2026-02-11T09:00:00Z',
        rss([
          { n: 1, date: '10/02/2026', token: 'a/' },
          { n: 2, date: '09/02/2026', token: 'b/' },
        ]),
      ),
      answer(
        '2026-02-13T09:00:00Z',
        rss([
          { n: 3, date: '13/02/2026', token: 'c/' },
          { n: 1, date: '10/02/2026', token: 'd/' },
          { n: 2, date: '09/02/2026', token: 'e/' },
        ]),
      ),
    ]);
    expect(count).toBe(3);
  });
});

describe('the zone of times without one is kept from earlier polls', { timeout: 60_000 }, () => {
  variantTest('summer time begins between two polls', async () => {
    const { found, count } = await datesAfter([
      answer('2026-03-28T09:00:00Z', rss([{ n: 1, date: '28.03.2026 09:50' }], 'de')),
      answer(
        '2026-03-30T09:00:00Z',
        rss(
          [
            { n: 2, date: '30.03.2026 10:55' },
            { n: 1, date: '28.03.2026 09:50' },
          ],
          'de',
        ),
      ),
      answer(
        '2026-03-30T12:00:00Z',
        rss(
          [
            { n: 3, date: '30.03.2026 13:55' },
            { n: 2, date: '30.03.2026 10:55' },
          ],
          'de',
        ),
      ),
    ]);
    expect(count).toBe(3);
    expect(found).toMatchObject({ 2: '2026-03-30T08:55', 3: '2026-03-30T11:55' });
  });
  variantTest('a feed that begins to name its zone', async () => {
    const { found, count } = await datesAfter([
      answer('2026-03-02T09:00:00Z', rss([{ n: 1, date: 'Mon, 02 Mar 2026 17:55:00' }])),
      answer(
        '2026-03-02T11:00:00Z',
        rss([
          { n: 2, date: 'Mon, 02 Mar 2026 18:59:00 +0900' },
          { n: 1, date: 'Mon, 02 Mar 2026 17:55:00 +0900' },
        ]),
      ),
    ]);
    expect(count).toBe(2);
    expect(found['2']).toBe('2026-03-02T09:59');
  });
});

describe('what is no date makes no entry old', { timeout: 60_000 }, () => {
  for (const zero of [
    '1970-01-01T00:00:00Z',
    'Thu, 01 Jan 1970 01:00:00 +0100',
    '0001-01-01T00:00:00Z',
    '0000-00-00 00:00:00',
    '1899-12-30T00:00:00Z',
    'Wed, 30 Nov -0001 00:00:00 +0000',
    '1601-01-01T00:00:00Z',
    '1980-01-01',
    '9999-12-31T23:59:59Z',
    '2038-01-19T03:14:07Z',
    'Invalid Date',
    'NaN',
    'null',
    '0',
    '-62135596800',
    '{{ post.date }}',
  ])
    variantTest(`${zero} at a later poll`, async () => {
      const { found } = await datesAfter([
        answer('2026-03-02T09:00:00Z', rss([{ n: 1, date: 'Mon, 02 Mar 2026 08:00:00 GMT' }])),
        answer(
          '2026-03-02T10:00:00Z',
          rss([
            { n: 2, date: zero },
            { n: 1, date: 'Mon, 02 Mar 2026 08:00:00 GMT' },
          ]),
        ),
      ]);
      expect(found['2']).toBe('none');
    });
});

describe('backlog', { timeout: 60_000 }, () => {
  const recent = (n: number, hours: number, at = '2026-03-02T09:00:00Z'): Dated => ({
    n,
    date: new Date(Date.parse(at) - hours * 3_600_000).toUTCString(),
  });
  variantTest('a feed that shows its archive at a later poll, dated', async () => {
    const old = [3, 4, 5].map((n) => recent(n, 24 * 300 * n));
    const { found } = await datesAfter([
      answer('2026-03-02T09:00:00Z', rss([recent(1, 2), recent(2, 5)])),
      answer('2026-03-02T10:00:00Z', rss([recent(1, 2), recent(2, 5), ...old])),
    ]);
    expect(['3', '4', '5'].map((n) => found[n]?.endsWith('late'))).toEqual([true, true, true]);
  });
  variantTest('an outage of five days: what appeared meanwhile is news', async () => {
    const { found } = await datesAfter([
      answer('2026-03-02T09:00:00Z', rss([recent(1, 2)])),
      { at: '2026-03-04T09:00:00Z', status: 500 },
      answer(
        '2026-03-07T09:00:00Z',
        rss([recent(2, 1, '2026-03-07T09:00:00Z'), recent(3, 60, '2026-03-07T09:00:00Z'), recent(1, 2)]),
      ),
    ]);
    expect([found['2'], found['3']].some((date) => date?.endsWith('late'))).toBe(false);
  });
  variantTest('a single undated entry on top is news', async () => {
    const { found } = await datesAfter([
      answer('2026-03-02T09:00:00Z', rss([{ n: 1 }, { n: 2 }])),
      answer('2026-03-02T10:00:00Z', rss([{ n: 3 }, { n: 1 }, { n: 2 }])),
    ]);
    expect(found['3']).toBe('none');
  });
  const page = (date: string) => (path: string) =>
    path.startsWith('/n')
      ? `<html><head><title>Note ${path.slice(2)} on ${WORDS[Number(path.slice(2)) % WORDS.length]}</title><meta property="article:published_time" content="${date}"></head><body><article><h1>Note ${path.slice(2)} on ${WORDS[Number(path.slice(2)) % WORDS.length]}</h1><p>The United States Commerce Department banned exports of advanced AI chips to China, and sales of the accelerator by NVIDIA to Chinese customers now need an export licence, which will be denied, officials in Washington said in the morning.</p></article></body></html>`
      : undefined;
  const alertsOf = async (date: string, entry: Dated) => {
    await using watched = await outlet(page(date));
    await watched.poll('2026-03-02T09:00:00Z', rss([recent(1, 3000)]));
    await watched.poll('2026-03-02T10:00:00Z', rss([entry, recent(1, 3000)]));
    const articles = await watched.bench.pipeline.db
      .selectFrom('articles')
      .select(['title', 'published_at'])
      .execute();
    return { alerts: (await watched.alerts()).length, articles };
  };
  variantTest('a feed that dates an old page as of now', async () => {
    expect(await alertsOf('2025-04-11T07:00:00Z', recent(2, 0, '2026-03-02T09:59:00Z'))).toMatchObject({
      alerts: 0,
    });
  });
  variantTest('an undated entry of an old page, dated as Persian papers do', async () => {
    expect(await alertsOf('۱۴۰۳/۰۴/۱۱', { n: 2 })).toMatchObject({ alerts: 0 });
  });
  variantTest('a page that dates itself after its first sight', async () => {
    const { alerts, articles } = await alertsOf('2026-03-09T07:00:00Z', recent(2, 1));
    expect(alerts).toBe(1);
    expect(articles.find(({ title }) => title.startsWith('Note 2'))?.published_at?.toISOString()).toBe(
      '2026-03-02T08:00:00.000Z',
    );
  });
  variantTest('an undated entry with an undated page is news', async () => {
    expect(await alertsOf('', { n: 2 })).toMatchObject({ alerts: 1 });
  });
});

describe('dates in the future', { timeout: 60_000 }, () => {
  const FIRST = Date.parse('2026-03-02T09:00:00Z');
  /** Milliseconds from the third poll to the next. */
  const interval = async (hoursAhead: readonly number[]) => {
    const entries = hoursAhead.map((hours, n) => ({
      n,
      date: new Date(FIRST + hours * 3_600_000).toUTCString(),
    }));
    const { states } = await datesAfter(
      [0, 1, 2].map((poll) => answer(new Date(FIRST + poll * 86_400_000).toISOString(), rss(entries))),
    );
    return (states.at(-1)?.next_poll_at.getTime() ?? 0) - (FIRST + 2 * 86_400_000);
  };
  for (const [name, hours] of [
    ['of events', [430, 740, 1_550, 2_420]],
    ['of one moment in years', Array(6).fill(16_000)],
    ['every hour of the day after tomorrow', Array.from({ length: 20 }, (_, i) => 63 + i)],
  ] as [string, number[]][])
    variantTest(`${name} do not make the interval shorter than past ones`, async () => {
      const past = await interval(hours.map((ahead) => -ahead));
      // The next poll is up to a tenth earlier or later by chance.
      expect(await interval(hours)).toBeGreaterThan(past * 0.75);
    });
});

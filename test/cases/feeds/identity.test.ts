import { describe, expect } from 'vitest';
import { caseTest, variantTest } from '../support/cases.ts';
import { type Entry, fixture, OUTLET, outlet, REPORTS, rss } from '../support/outlet.ts';

const FIRST = '2026-03-02T09:00:00Z';
const LATER = '2026-03-02T19:00:00Z';
const DAYS_LATER = '2026-03-06T09:00:00Z';
const DATE = 'Mon, 02 Mar 2026 08:00:00 GMT';
const reports = Object.keys(REPORTS) as (keyof typeof REPORTS)[];
const titles = reports.map((report) => REPORTS[report].title);

/** Polls a feed once for each document and returns its items and alerts. */
async function polled(documents: readonly string[], page?: string) {
  // Undated entries of a first poll count as backlog unless that is switched off.
  await using watched = await outlet(() => page, { backfillAge: 0 });
  for (const [i, document] of documents.entries())
    await watched.poll([FIRST, LATER, DAYS_LATER][i] as string, document);
  return { alerts: await watched.alerts(), items: await watched.items() };
}

/** Whether each of the four reports became one item with an article and one alert. */
async function expectEachOnce(documents: readonly string[], page?: string) {
  const { alerts, items } = await polled(documents, page);
  expect(alerts.toSorted()).toEqual(titles.toSorted());
  expect(items).toHaveLength(4);
  expect(new Set(items.map((item) => item.article_id)).size).toBe(4);
}

const each = (make: (report: keyof typeof REPORTS, i: number) => Partial<Entry>) =>
  rss(reports.map((report, i) => ({ report, date: DATE, ...make(report, i) })));

describe('one link for several entries', { timeout: 120_000 }, () => {
  caseTest('feeds/01-one-link-for-all-items', async () => {
    const path = 'feeds/01-one-link-for-all-items';
    const { alerts, items } = await polled(
      [fixture(`${path}/poll-1.xml`), fixture(`${path}/poll-2-four-days-later.xml`)],
      fixture(`${path}/notices.html`),
    );
    expect(items).toHaveLength(4);
    expect(alerts.toSorted()).toEqual(items.map((item) => item.title).toSorted());
  });

  variantTest('anchors on one page, without guids', async () => {
    const document = each((report) => ({ link: `${OUTLET}/ticker.html#${report}` }));
    await expectEachOnce([document, document], '<html><title>Ticker</title><h1>Ticker</h1></html>');
  });

  variantTest('all entries link to the home page, one at each poll', async () => {
    const entry = (report: keyof typeof REPORTS): Entry => ({
      report,
      link: `${OUTLET}/`,
      guid: `n-${report}`,
      date: DATE,
    });
    const windows = [reports.slice(0, 1), reports.slice(1, 2), reports.slice(2)];
    await expectEachOnce(
      windows.map((window) => rss(window.map(entry))),
      '<html><h1>Willkommen</h1></html>',
    );
  });

  variantTest('numbered notices with one headline and no dates', async () => {
    const document = rss(
      reports.map((report, i) => ({
        report,
        title: 'Bekanntmachung der Behörde',
        link: `${OUTLET}/amt/`,
        guid: `nr-${i}`,
      })),
    );
    const { items } = await polled([document, document]);
    expect(items).toHaveLength(4);
    expect(new Set(items.map((item) => item.article_id)).size).toBe(4);
  });

  variantTest('a list page that had one entry, and has another at the next poll', async () => {
    const entry = (report: keyof typeof REPORTS, date: string): Entry => ({
      report,
      link: `${OUTLET}/latest/`,
      guid: `bulletin-of-${report}`,
      date,
    });
    const { alerts } = await polled([
      rss([entry('ban', DATE)]),
      rss([entry('japan', 'Mon, 02 Mar 2026 18:30:00 GMT')]),
      rss([entry('japan', 'Mon, 02 Mar 2026 18:30:00 GMT')]),
    ]);
    expect(alerts).toEqual([REPORTS.ban.title, REPORTS.japan.title]);
  });
});

describe('entries without a link', { timeout: 120_000 }, () => {
  caseTest('feeds/02-items-without-link', async () => {
    const whole = fixture('feeds/02-items-without-link/feed.xml');
    const first = whole.replace(/<item>(?:(?!<item>)[^])*ep-japan[^]*?<\/item>/, '');
    const { alerts, items } = await polled([first, whole]);
    expect(first).not.toContain('ep-japan');
    expect(items).toHaveLength(4);
    expect(new Set(items.map((item) => item.article_id)).size).toBe(4);
    expect(alerts).toHaveLength(4);
  });

  variantTest('and without guids', async () => {
    const document = each(() => ({}));
    await expectEachOnce([document, document]);
  });

  variantTest('and without guids and dates, with a counter in the text', async () => {
    const at = (n: number) =>
      each((report) => ({ date: undefined, text: `${REPORTS[report].text} (${n} Kommentare)` }));
    const { items } = await polled([at(3), at(9)]);
    expect(items).toHaveLength(4);
  });

  variantTest('in a feed that moves for good', async () => {
    const document = each((report) => ({ guid: `ep-${report}` }));
    let moved = false;
    await using watched = await outlet((path) =>
      path === '/new.xml'
        ? { headers: { 'content-type': 'application/rss+xml' }, body: document }
        : undefined,
    );
    await watched.poll(FIRST, document);
    const { source } = watched.bench.pipeline;
    const redirecting = {
      get: async (request: Parameters<typeof source.get>[0]) => {
        const isOld = request.url.endsWith('/feed.xml');
        if (!moved || !isOld) return source.get(request);
        const to = `${watched.server.url}/new.xml`;
        return {
          ...(await source.get({ url: to, kind: 'feed' })),
          redirects: [{ from: request.url, to, status: 301 }],
        };
      },
    };
    moved = true;
    const again = await watched.bench.watch(`${watched.server.url}/feed.xml`, { source: redirecting });
    for (const hour of [10, 12, 14, 16, 18]) await again.poll(`2026-03-0${hour > 16 ? 4 : 3}T${hour}:00:00Z`);
    await again.ingest();
    expect((await again.feed()).url).toMatch(/new\.xml$/);
    expect(await watched.items()).toHaveLength(4);
    expect(await watched.alerts()).toHaveLength(4);
  });
});

describe('ids, links and titles that change', { timeout: 120_000 }, () => {
  caseTest('feeds/13-volatile-links', async () => {
    const path = 'feeds/13-volatile-links';
    const { alerts, items } = await polled([fixture(`${path}/poll-1.xml`), fixture(`${path}/poll-2.xml`)]);
    expect(items).toHaveLength(4);
    expect(alerts).toHaveLength(4);
  });

  const kinds: Record<string, (report: keyof typeof REPORTS, poll: number, i: number) => Partial<Entry>> = {
    'a token in the link, the guid stays': (report, poll) => ({
      guid: `g-${report}`,
      link: `${OUTLET}/${report}?t=${poll}x`,
    }),
    'a token in the path, without guid and date': (report, poll) => ({
      link: `${OUTLET}/s${poll}abc/${report}`,
      date: undefined,
    }),
    'a new guid at each poll, the link stays': (report, poll) => ({
      guid: `${report}-${poll}`,
      link: `${OUTLET}/${report}`,
    }),
    'the guid is the link with a session': (report, poll) => ({
      guid: `${OUTLET}/${report}?PHPSESSID=abcdef0123456789${poll}`,
      isPermaLink: true,
      link: `${OUTLET}/${report}?PHPSESSID=abcdef0123456789${poll}`,
      date: undefined,
    }),
    'guid and link are new, title and date stay': (report, poll) => ({
      guid: `${poll}-${report}`,
      link: `${OUTLET}/${poll}/${report}`,
    }),
    'http and www., then https without': (report, poll) => ({
      link: `${poll === 0 ? 'http://www.' : 'https://'}paper.example/${report}`,
      date: undefined,
    }),
    'an AMP form, then a fragment': (report, poll) => ({
      link: `https://paper.example/${report}${['/amp/', '', '#xtor=RSS-1'][poll]}`,
      date: undefined,
    }),
    'a guid becomes a permalink': (report, poll) =>
      poll === 0
        ? { guid: `id-${report}`, link: `${OUTLET}/${report}` }
        : { guid: `${OUTLET}/${report}`, isPermaLink: true },
    'the title is edited, guid and link stay': (report, poll) => ({
      guid: `g-${report}`,
      link: `${OUTLET}/${report}`,
      title: poll === 0 ? REPORTS[report].title : `Update ${poll}: ${REPORTS[report].title}`,
    }),
    'dates follow the clock of the server': (report, poll) => ({
      link: `${OUTLET}/${report}?t=${poll}x`,
      date: new Date([FIRST, LATER, DAYS_LATER][poll] as string).toUTCString(),
    }),
    'a counter in the title, a new guid and a new token': (report, poll) => ({
      guid: `${report}${poll}`,
      link: `${OUTLET}/${report}?v=${poll}`,
      title: `${REPORTS[report].title} (${poll * 7 + 3} comments)`,
    }),
  };
  for (const [name, make] of Object.entries(kinds)) {
    variantTest(name, async () => {
      const documents = [0, 1, 2].map((poll) => each((report, i) => make(report, poll, i)));
      const { alerts, items } = await polled(documents);
      expect(items).toHaveLength(4);
      expect(alerts).toHaveLength(4);
    });
  }

  variantTest('guids that number the entries from the top do not identify them', async () => {
    const windows = [['ban'], ['customs', 'ban'], ['japan', 'domestic', 'customs', 'ban']] as const;
    const documents = windows.map((window) =>
      rss(
        window.map((report, i) => ({
          report,
          guid: `${i + 1}`,
          link: `${OUTLET}/${report}`,
          date: '2026-03-02',
        })),
      ),
    );
    await expectEachOnce(documents);
  });

  variantTest('a daily headline is news each day', async () => {
    const entry = (report: keyof typeof REPORTS, day: number): Entry => ({
      report,
      title: 'Daily briefing on export controls and customs',
      guid: `day-${day}`,
      link: `${OUTLET}/briefing/${day}`,
      date: new Date(Date.UTC(2026, 2, day, 6)).toUTCString(),
    });
    const { items } = await polled([
      rss([entry('ban', 1)]),
      rss([entry('customs', 2), entry('ban', 1)]),
      rss([entry('japan', 6), entry('customs', 2)]),
    ]);
    expect(items).toHaveLength(3);
  });
});

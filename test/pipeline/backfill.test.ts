import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PollBench, type PollStep, pollBench, rssOf } from '../support/poll-step.ts';
import { type ScriptedServer, scriptedServer } from '../support/scripted-server.ts';

const DAY = '2026-03-10';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench({ backfillAge: 12 * 3_600 });
});
afterAll(() => bench[Symbol.asyncDispose]());

interface Site extends AsyncDisposable {
  readonly server: ScriptedServer;
  readonly step: PollStep;
  /** The entries in the feed now, by their hours. */
  window: readonly number[];
  readonly pages: Record<string, string>;
}

/** A site whose articles are named after the hour in which they were published. */
async function site(): Promise<Site> {
  const pages: Record<string, string> = {};
  const state = { window: [] as readonly number[] };
  const server = await scriptedServer(({ path }, base) => {
    if (path === '/feed.xml') {
      const items = state.window.map((hour) => ({
        title: `Hour ${hour}`,
        link: `${base}/${hour}.html`,
        published: at(hour),
      }));
      return {
        headers: { 'content-type': 'application/rss+xml' },
        body: rssOf(items, `<link>${base}/</link>`),
      };
    }
    if (path === '/damaged-news.xml') return { headers: { 'content-encoding': 'x-unknown' }, body: 'x' };
    const page = pages[path];
    return page === undefined
      ? undefined
      : { headers: { 'content-type': 'application/xml' }, body: page.replaceAll('BASE', base) };
  });
  const step = await bench.watch(`${server.url}/feed.xml`);
  return Object.assign(state, {
    server,
    step,
    pages,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  });
}

function at(hour: number): string {
  return new Date(Date.parse(`${DAY}T00:00:00Z`) + hour * 3_600_000).toISOString();
}

function urlset(hours: readonly number[], base = 'BASE'): string {
  const urls = hours.map(
    (hour) =>
      `<url><loc>${base}/${hour}.html</loc><news:news><news:publication_date>${at(hour)}</news:publication_date><news:title>Hour ${hour}</news:title></news:news></url>`,
  );
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${urls.join('')}</urlset>`;
}

async function items({ step }: Site): Promise<{ hour: number; by: string; backlog: boolean }[]> {
  const rows = await bench.pipeline.db
    .selectFrom('items')
    .select(['url', 'arrived_by', 'backlog'])
    .where('feed_id', '=', step.id)
    .orderBy('published_at')
    .execute();
  return rows.map((row) => ({
    hour: Number(/\/(\d+)\.html/.exec(row.url)?.[1]),
    by: row.arrived_by,
    backlog: row.backlog,
  }));
}

async function events({ step }: Site): Promise<string[]> {
  const rows = await bench.pipeline.db
    .selectFrom('ledger')
    .select('event')
    .where('feed_id', '=', step.id)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.event);
}

describe('a feed that published more than it lists', () => {
  test('is completed from the news sitemap that robots.txt names; the old part without alerts', async () => {
    await using outlet = await site();
    outlet.pages['/robots.txt'] = 'User-agent: *\nDisallow: /private\nSitemap: BASE/news.xml';
    outlet.pages['/news.xml'] = urlset([2, 3, 4, 5, 20, 21, 22, 23, 24, 25, 26]);
    outlet.window = [5, 4, 3];
    await outlet.step.poll(at(5));
    outlet.window = [26, 25, 24];
    const feed = await outlet.step.poll(at(26));
    expect(feed).toMatchObject({ gaps: 1, gap: null, last_error: null, failures: 0 });
    expect(feed.last_gap_at).toEqual(new Date(at(26)));
    expect(await items(outlet)).toEqual([
      { hour: 3, by: 'feed', backlog: false },
      { hour: 4, by: 'feed', backlog: false },
      { hour: 5, by: 'feed', backlog: false },
      { hour: 20, by: 'sitemap', backlog: false },
      { hour: 21, by: 'sitemap', backlog: false },
      { hour: 22, by: 'sitemap', backlog: false },
      { hour: 23, by: 'sitemap', backlog: false },
      { hour: 24, by: 'feed', backlog: false },
      { hour: 25, by: 'feed', backlog: false },
      { hour: 26, by: 'feed', backlog: false },
    ]);
    expect(await events(outlet)).toEqual(['feed.gap', 'feed.backfilled']);
    // Hour 2 is before the gap.
    outlet.window = [27, 26, 25];
    expect((await outlet.step.poll(at(27))).gaps).toBe(1);
  });

  test('is completed through an index, one level down; what is older than feeds.backfillAge is backlog', async () => {
    await using outlet = await site();
    outlet.pages['/robots.txt'] = 'Sitemap: BASE/index.xml';
    const child = (name: string, hour: number) =>
      `<sitemap><loc>BASE/${name}</loc><lastmod>${at(hour)}</lastmod></sitemap>`;
    outlet.pages['/index.xml'] =
      `<sitemapindex>${child('old.xml', 1)}${child('deeper.xml', 40)}${child('news-today.xml', 39)}</sitemapindex>`;
    outlet.pages['/old.xml'] = urlset([30]);
    outlet.pages['/deeper.xml'] = `<sitemapindex>${child('deepest.xml', 40)}</sitemapindex>`;
    outlet.pages['/deepest.xml'] = urlset([31]);
    outlet.pages['/news-today.xml'] = urlset([10, 35]);
    outlet.window = [5];
    await outlet.step.poll(at(5));
    outlet.window = [40];
    await outlet.step.poll(at(40));
    expect(await items(outlet)).toEqual([
      { hour: 5, by: 'feed', backlog: false },
      { hour: 10, by: 'sitemap', backlog: true },
      { hour: 35, by: 'sitemap', backlog: false },
      { hour: 40, by: 'feed', backlog: false },
    ]);
    expect(outlet.server.requests.map(({ path }) => path)).not.toContain('/deepest.xml');
  });

  test('takes nothing from a sitemap that robots.txt forbids, or that speaks for another site', async () => {
    await using outlet = await site();
    outlet.pages['/robots.txt'] =
      'User-agent: *\nDisallow: /news.xml\nSitemap: BASE/news.xml\nSitemap: BASE/other-news.xml';
    outlet.pages['/news.xml'] = urlset([10]);
    outlet.pages['/other-news.xml'] = urlset([11], 'https://elsewhere.example');
    outlet.window = [5];
    await outlet.step.poll(at(5));
    outlet.window = [12];
    await outlet.step.poll(at(12));
    expect((await items(outlet)).map(({ hour }) => hour)).toEqual([5, 12]);
    expect(outlet.server.requests.map(({ path }) => path)).not.toContain('/news.xml');
  });

  test('takes the newest 200 of a sitemap, and leaves what another feed has brought', async () => {
    await using outlet = await site();
    outlet.pages['/news-sitemap.xml'] = urlset(Array.from({ length: 300 }, (_, index) => index + 6));
    outlet.window = [5];
    await outlet.step.poll(at(5));
    outlet.window = [400];
    await outlet.step.poll(at(400));
    const filled = (await items(outlet)).filter(({ by }) => by === 'sitemap').map(({ hour }) => hour);
    expect([filled[0], filled.at(-1), filled.length]).toEqual([106, 305, 200]);
  });

  test('is polled as usual while its sitemap fails, and given up after three attempts', async () => {
    await using outlet = await site();
    outlet.pages['/robots.txt'] = 'Sitemap: BASE/damaged-news.xml';
    outlet.window = [5];
    await outlet.step.poll(at(5));
    const gaps = [];
    for (const hour of [12, 13, 14, 15]) {
      outlet.window = [12, hour];
      const feed = await outlet.step.poll(at(hour));
      expect(feed).toMatchObject({ failures: 0, last_error: null, gaps: 1, polled_at: new Date(at(hour)) });
      gaps.push(feed.gap?.tries);
    }
    expect(gaps).toEqual([1, 2, undefined, undefined]);
    const asked = outlet.server.requests.filter(({ path }) => path === '/damaged-news.xml');
    expect(asked).toHaveLength(3);
  });

  test('is completed by a later poll, when the sitemap is back', async () => {
    await using outlet = await site();
    outlet.pages['/robots.txt'] = 'Sitemap: BASE/damaged-news.xml\nSitemap: BASE/plain.xml';
    outlet.window = [5];
    await outlet.step.poll(at(5));
    outlet.window = [12];
    await outlet.step.poll(at(12));
    delete outlet.pages['/robots.txt'];
    outlet.pages['/news-sitemap.xml'] = urlset([7, 8, 9]);
    // The feed itself has not changed. The cached robots.txt has expired.
    expect(await outlet.step.poll(at(12 + 25))).toMatchObject({ gap: null, gaps: 1 });
    expect((await items(outlet)).map(({ hour }) => hour)).toEqual([5, 7, 8, 9, 12]);
    // The backfilled items were stored last but are not the newest of the feed.
    outlet.window = [38, 12];
    expect((await outlet.step.poll(at(38))).gaps).toBe(1);
  });
});

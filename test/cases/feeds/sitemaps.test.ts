import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench, rssOf } from '../../support/poll-step.ts';
import { scriptedServer } from '../../support/scripted-server.ts';
import { variantTest } from '../support/cases.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench({ backfillAge: 12 * 3_600 });
});
afterAll(() => bench[Symbol.asyncDispose]());

const at = (hour: number) => new Date(Date.parse('2026-03-10T00:00:00Z') + hour * 3_600_000).toISOString();
const XML = { 'content-type': 'application/xml' };

/** A sitemap of pages `BASE/HOUR.html`; those of old articles are numbered below zero. */
const plain = (hours: readonly number[]) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${hours.map((hour) => `<url><loc>BASE/${hour}.html</loc><lastmod>${at(hour)}</lastmod></url>`).join('')}</urlset>`;
const news = (hours: readonly number[]) =>
  `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${hours.map((hour) => `<url><loc>BASE/${hour}.html</loc><news:news><news:publication><news:name>P</news:name><news:language>de</news:language></news:publication><news:publication_date>${at(hour)}</news:publication_date><news:title><![CDATA[Stunde ${hour} & mehr]]></news:title></news:news></url>`).join('')}</urlset>`;
const index = (names: readonly string[]) =>
  `<sitemapindex>${names.map((name) => `<sitemap><loc>BASE/${name}</loc></sitemap>`).join('')}</sitemapindex>`;
const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
/** Articles of the years before, oldest first. */
const OLD = Array.from({ length: 7_000 }, (_, n) => n - 7_100);

/** The hours of the items that the site's sitemaps brought, after a gap from hour 5 to hour 12. */
async function filled(pages: Readonly<Record<string, string>>) {
  let hours = [5, 4, 3];
  await using server = await scriptedServer(({ path }, base) => {
    const other = base.replace('127.0.0.1', 'localhost');
    const page =
      path === '/feed.xml'
        ? rssOf(
            hours.map((hour) => ({
              title: `Hour ${hour}`,
              link: `${base}/${hour}.html`,
              published: at(hour),
            })),
            `<link>${base}/</link>`,
          )
        : pages[path];
    return page === undefined
      ? undefined
      : { headers: XML, body: page.replaceAll('BASE', base).replaceAll('OTHER', other) };
  });
  const step = await bench.watch(`${server.url}/feed.xml`);
  await step.poll(at(5));
  hours = [14, 13, 12];
  await step.poll(at(14));
  const items = await bench.pipeline.db
    .selectFrom('items')
    .select(['url', 'title'])
    .where('feed_id', '=', step.id)
    .where('arrived_by', '=', 'sitemap')
    .orderBy('published_at')
    .execute();
  return {
    hours: items.map(({ url }) => Number(/\/(-?\d+)\.html/.exec(url)?.[1])),
    titles: items.map(({ title }) => title),
  };
}

describe('a gap is filled from', { timeout: 60_000 }, () => {
  for (const [name, pages] of [
    [
      'a sitemap of 7,000 pages, oldest first',
      { '/robots.txt': 'Sitemap: BASE/map.xml', '/map.xml': plain([...OLD, 7, 8, 9]) },
    ],
    [
      'a sitemap of 7,000 pages, newest first',
      { '/robots.txt': 'Sitemap: BASE/map.xml', '/map.xml': plain([9, 8, 7, ...OLD.toReversed()]) },
    ],
    [
      'an index of months without lastmod, oldest first',
      {
        '/robots.txt': 'Sitemap: BASE/index.xml',
        '/index.xml': index(
          ['2024', '2025', '2026'].flatMap((year) =>
            months.slice(0, year === '2026' ? 3 : 12).map((month) => `map-${year}-${month}.xml`),
          ),
        ),
        '/map-2026-03.xml': plain([7, 8, 9]),
        '/map-2024-01.xml': plain([-9000]),
      },
    ],
    [
      'an index of 700 days without lastmod, newest last',
      {
        '/robots.txt': 'Sitemap: BASE/index.xml',
        '/index.xml': index([
          ...Array.from(
            { length: 700 },
            (_, n) =>
              `maps/${at(24 * (n - 700))
                .slice(0, 10)
                .replaceAll('-', '/')}.xml`,
          ),
          'maps/2026/03/10.xml',
        ]),
        '/maps/2026/03/10.xml': plain([7, 8, 9]),
      },
    ],
    [
      'an index of numbers without lastmod, the newest in the last',
      {
        '/robots.txt': 'Sitemap: BASE/index.xml',
        '/index.xml': index(['post-1.xml', 'post-2.xml', 'post-3.xml']),
        '/post-3.xml': plain([7, 8, 9]),
        '/post-1.xml': plain([-900]),
      },
    ],
    [
      'an index of numbers without lastmod, the newest in the first',
      {
        '/robots.txt': 'Sitemap: BASE/index.xml',
        '/index.xml': index(['post-1.xml', 'post-2.xml', 'post-3.xml']),
        '/post-1.xml': plain([7, 8, 9]),
        '/post-3.xml': plain([-900]),
      },
    ],
    [
      'a sitemap on a host of its own, which robots.txt names',
      { '/robots.txt': 'Sitemap: OTHER/news.xml', '/news.xml': news([7, 8, 9]) },
    ],
    [
      'a news sitemap with a mark of UTF-8 and carriage returns in robots.txt',
      {
        '/robots.txt': '\ufeffUser-agent: *\r\nDisallow:\r\nsitemap : BASE/news.xml\r\n',
        '/news.xml': `\ufeff${news([7, 8, 9])}`,
      },
    ],
  ] as [string, Record<string, string>][])
    variantTest(name, async () => {
      expect((await filled(pages)).hours).toEqual([7, 8, 9]);
    });

  variantTest('a news sitemap, with the titles as they are', async () => {
    const { titles } = await filled({ '/news-sitemap.xml': news([7, 9]) });
    expect(titles).toEqual(['Stunde 7 & mehr', 'Stunde 9 & mehr']);
  });
});

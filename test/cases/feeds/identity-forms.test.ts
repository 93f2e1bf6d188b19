import { describe, expect } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';
import { itemsFromEntries, withoutPage } from '../../../src/core/items/item-from-entry.ts';
import { type KnownItem, matchEntries } from '../../../src/core/items/match-entries.ts';
import { variantTest } from '../support/cases.ts';
import { type Entry, OUTLET, REPORTS, rss } from '../support/outlet.ts';

const TIMES = [
  '2026-03-02T09:00:00Z',
  '2026-03-02T19:00:00Z',
  '2026-03-03T09:00:00Z',
  '2026-03-06T09:00:00Z',
];
const DATE = 'Mon, 02 Mar 2026 08:00:00 GMT';
const DATES = [DATE, 'Mon, 02 Mar 2026 18:00:00 GMT', 'Tue, 03 Mar 2026 08:00:00 GMT'];
type Report = keyof typeof REPORTS;
const reports = Object.keys(REPORTS) as Report[];

/** The number of items stored after polling these documents one after the other. */
async function itemsAfter(documents: readonly string[]): Promise<number> {
  const known: KnownItem[] = [];
  for (const [poll, document] of documents.entries()) {
    const now = new Date(TIMES[poll] as string);
    const feed = await parseFeed(Buffer.from(document), { url: `${OUTLET}/feed.xml` });
    const items = itemsFromEntries(feed.entries, `${OUTLET}/feed.xml`, {
      now,
      firstPoll: poll === 0,
      backfillAge: 0,
      site: feed.link,
    });
    const { knownOf } = matchEntries(items, known.toReversed());
    const links = new Set(known.map(({ names }) => names.link));
    for (const item of items) {
      const before = knownOf.get(item.key);
      const { names, linkUse, published, entryHash } = links.has(item.names.link) ? withoutPage(item) : item;
      const row = { id: before?.id ?? item.key, names, linkUse, published, entryHash };
      if (before === undefined) known.push(row);
      else known[known.findIndex(({ id }) => id === before.id)] = { ...row, linkUse: before.linkUse };
    }
  }
  return known.length;
}

const each = (make: (report: Report, i: number) => Partial<Entry>, order: readonly Report[] = reports) =>
  rss(order.map((report) => ({ report, date: DATE, ...make(report, reports.indexOf(report)) })));
let drawn = 0;
/** A word that occurs in no other entry. */
const token = () => `${(drawn += 1)}f3a9${(drawn * 7919).toString(36)}c0ffee00${drawn}`;
const atom = (entry: (report: Report) => string, base = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${base}><title>Outlet</title><id>urn:outlet</id>${reports.map((report) => `<entry><title>${REPORTS[report].title}</title><summary>${REPORTS[report].text}</summary>${entry(report)}</entry>`).join('')}</feed>`;
const json = (item: (report: Report, i: number) => object) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Outlet',
    items: reports.map((report, i) => ({
      title: REPORTS[report].title,
      content_text: REPORTS[report].text,
      ...item(report, i),
    })),
  });
/** Documents with one entry each; the previous entry has left the feed. */
const rolling = (entry: (report: Report, poll: number) => Partial<Entry>) =>
  reports.map((report, poll) => rss([{ report, ...entry(report, poll) }]));
const GROWING: readonly (readonly Report[])[] = [
  ['ban'],
  ['customs', 'ban'],
  ['japan', 'domestic', 'customs', 'ban'],
];
const growing = (entry: (report: Report, place: number) => Partial<Entry>) =>
  GROWING.map((window) => rss(window.map((report, place) => ({ report, ...entry(report, place) }))));

/** Documents of four reports. Each must become one item: none may be lost or stored twice. */
const FEEDS: Readonly<Record<string, () => readonly string[]>> = {
  'a session in path and guid, without dates': () =>
    [0, 1, 2].map(() => {
      const link = (report: Report, session: string) => `${OUTLET}/${report};jsessionid=${session}?x=1`;
      const session = token();
      return each((report) => ({
        date: undefined,
        link: link(report, session),
        guid: link(report, session),
        isPermaLink: true,
      }));
    }),
  'a guid that stays, a link that is new, a title that is edited': () =>
    [0, 1, 2].map((poll) =>
      each((report) => ({
        guid: `g-${report}`,
        link: `${OUTLET}/v${poll}/${token()}`,
        title: `${REPORTS[report].title}${poll === 0 ? '' : ` – Update ${poll}`}`,
      })),
    ),
  'another system: new guids, links and host': () => [
    each((_, i) => ({ guid: `${i + 100}`, link: `${OUTLET}/?p=${i + 100}` })),
    each((report) => ({
      guid: `tag:new.example,2026:${token()}`,
      link: `https://new.example/2026/03/${report}`,
    })),
  ],
  'another domain: new guids, paths, dates and texts': () => [
    each((report) => ({ guid: `https://old.example/${report}`, link: `https://old.example/${report}` })),
    each((report) => ({
      guid: `https://new.example/p/9${report}`,
      link: `https://new.example/p/9${report}`,
      date: DATES[1] as string,
      text: `${REPORTS[report].text} The post first appeared elsewhere.`,
    })),
  ],
  'links that differ in ?id= alone': () =>
    [1, 2].map(() => each((_, i) => ({ link: `${OUTLET}/news.php?id=${i + 1}` }))),
  'the same with tracking that changes': () =>
    ['utm_source=a', 'fbclid=xyz1234567890', 'mc_cid=1&amp;mc_eid=2'].map((tracking) =>
      each((_, i) => ({ date: undefined, link: `${OUTLET}/news.php?id=${i + 1}&amp;${tracking}` })),
    ),
  'parameters in another order': () =>
    [(i: number) => `a=1&amp;id=${i}`, (i: number) => `id=${i}&amp;a=1`].map((query) =>
      each((_, i) => ({ date: undefined, link: `${OUTLET}/x?${query(i)}` })),
    ),
  'one guid for all': () => [1, 2].map(() => each((report) => ({ guid: '0', link: `${OUTLET}/${report}` }))),
  'guids that are places, without dates': () =>
    growing((report, place) => ({ guid: `${place + 1}`, link: `${OUTLET}/${report}` })),
  'guids that are places, without links': () =>
    growing((_, place) => ({ guid: `item${place + 1}`, date: DATE })),
  'guids that are places, and nothing else': () => growing((_, place) => ({ guid: `${place}` })),
  'new guids, and links to the home page': () =>
    [1, 2, 3].map(() => each(() => ({ guid: token(), link: `${OUTLET}/` }))),
  'new guids, without links and dates': () =>
    [1, 2, 3].map(() => each(() => ({ guid: token(), date: undefined }))),
  'a guid that is made of the title, which is edited': () =>
    ['', 'Exklusiv: '].map((before) =>
      each((report) => ({
        guid: token(),
        link: `${OUTLET}/${report}-chips-and-more-2026`,
        title: `${before}${REPORTS[report].title}`,
      })),
    ),
  'one entry in two sections': () => [
    rss(
      reports.flatMap((report) =>
        ['world', 'tech'].map((section) => ({
          report,
          guid: `g-${report}`,
          date: DATE,
          link: `${OUTLET}/${section}/${report}`,
        })),
      ),
    ),
  ],
  'dates that move ahead': () =>
    DATES.map((date) => each((report) => ({ guid: `g-${report}`, link: `${OUTLET}/${report}`, date }))),
  'guids with a version, and dates that move ahead': () =>
    DATES.map((date, version) =>
      each((report) => ({ guid: `g-${report}?v=${version}`, link: `${OUTLET}/${report}`, date })),
    ),
  'guids that hold the date of the edition': () =>
    DATES.map((date, poll) =>
      each((report) => ({
        guid: `g-${report}-${Date.parse(date)}`,
        link: `${OUTLET}/2026/03/02/${report}`,
        date,
        title: `${poll === 0 ? '' : 'Update: '}${REPORTS[report].title}`,
      })),
    ),
  'entries that vanish and come back': () => {
    const whole = each((report) => ({ guid: `g-${report}`, link: `${OUTLET}/${report}` }));
    return [whole, rss([]), rss([]), whole];
  },
  'another order at each poll': () =>
    [reports, reports.toReversed(), reports].map((order) =>
      each((report) => ({ link: `${OUTLET}/${report}`, date: undefined }), order),
    ),
  'RSS 0.91 with anchors': () =>
    [1, 2].map(() =>
      each((report) => ({ date: undefined, link: `${OUTLET}/news.html#${report}` })).replace(
        '"2.0"',
        '"0.91"',
      ),
    ),
  'RSS 1.0 with a counter in rdf:about': () =>
    [1, 2].map(
      (poll) =>
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="${OUTLET}/"><title>O</title></channel>${reports.map((report) => `<item rdf:about="${OUTLET}/${report}?rss=${poll}"><title>${REPORTS[report].title}</title><link>${OUTLET}/${report}?rss=${poll}</link></item>`).join('')}</rdf:RDF>`,
    ),
  'Atom with relative links': () =>
    [1, 2].map(() =>
      atom((report) => `<id>${report}</id><link href="${report}.html"/>`, ` xml:base="${OUTLET}/blog/"`),
    ),
  'Atom with the id of the feed': () =>
    [1, 2].map(() => atom((report) => `<id>urn:outlet</id><link href="${OUTLET}/${report}"/>`)),
  'Atom with the hour of the update in ids': () =>
    ['08', '12', '18'].map((hour) =>
      atom(
        (report) =>
          `<id>tag:outlet.example,2026-03-02:${report}/${hour}</id><link href="${OUTLET}/${report}"/><published>2026-03-02T08:00:00Z</published><updated>2026-03-02T${hour}:00:00Z</updated>`,
      ),
    ),
  'Atom without ids and links': () => [1, 2].map(() => atom(() => '<updated>2026-03-02T08:00:00Z</updated>')),
  'JSON ids that are numbers, then text': () =>
    [Number, String].map((form) => json((report, i) => ({ id: form(900 + i), url: `${OUTLET}/${report}` }))),
  'JSON without ids': () => [1, 2].map(() => json((report) => ({ external_url: `${OUTLET}/${report}` }))),
  'JSON without ids and addresses': () =>
    [10, 11].map((hour) => json(() => ({ date_modified: `2026-03-02T${hour}:00:00Z` }))),
  'notices under one headline, of one day': () =>
    [1, 2].map(() =>
      each((report) => ({
        title: 'Press release',
        date: '2026-03-02',
        link: `${OUTLET}/pr.asp?nr=${report}`,
      })),
    ),
  'the same, one at a time': () =>
    rolling((report) => ({
      title: 'Bekanntmachung über Ausfuhrkontrollen',
      date: '2026-03-02',
      link: `${OUTLET}/pr.asp?nr=${report}`,
      guid: `n:${report}`,
    })),
  'the same, one at a time, without guids, by the day of Tokyo': () =>
    rolling((report) => ({
      title: '輸出管理に関するお知らせ一覧と説明',
      date: '2026-03-02T00:00:00+09:00',
      link: `${OUTLET}/pr/${report}-2026-03-more-words`,
    })),
  'issues of a series on one page': () =>
    rolling((_, poll) => ({
      title: 'Wochenrückblick Exportkontrolle und Zoll',
      date: new Date(Date.parse(TIMES[poll] as string) - 3_600_000).toUTCString(),
      link: `${OUTLET}/woche/`,
      guid: `issue-${poll}`,
    })),
  'pages behind a fragment': () =>
    [1, 2].map(() => each((report) => ({ link: `${OUTLET}/#/article/${report}`, date: undefined }))),
  'posts in one thread': () =>
    [1, 2].map(() => each((_, i) => ({ link: `${OUTLET}/thread/77?page=2#post-${i}` }))),
  'one fragment for all, now and then': () =>
    ['#rss', '', '#xtor=RSS-12'].map((fragment) =>
      each((report) => ({ link: `${OUTLET}/${report}${fragment}`, date: undefined })),
    ),
  'a home page with a token': () => [1, 2].map((poll) => each(() => ({ link: `${OUTLET}/?ref=rss${poll}` }))),
  'a home page by its file': () =>
    [1, 2].map(() => each(() => ({ link: `${OUTLET}/index.html`, date: undefined }))),
  'one entry at a time, on the home page of a language': () => rolling(() => ({ link: `${OUTLET}/en/` })),
  'one entry at a time, on a list': () => rolling(() => ({ link: `${OUTLET}/press/news` })),
  'guids with the day of the week': () =>
    ['mon', 'tue'].map((day) =>
      each((report) => ({ guid: `${day}:${report}`, link: `${OUTLET}/go.php?u=${token()}` })),
    ),
  'guids among blanks': () =>
    [(report: Report) => ` g-${report}\n`, (report: Report) => `g-${report}`].map((guid) =>
      each((report) => ({ guid: guid(report), link: `${OUTLET}/x/${token()}`, date: undefined })),
    ),
};

/** The same page under several forms of its link, without guids and dates. */
const DRESSES: Readonly<Record<string, readonly string[]>> = {
  'a slash at the end': ['https://paper.example/REPORT', 'https://paper.example/REPORT/'],
  'an internationalised name': [
    'http://zoll-prüft.example/REPORT',
    'http://xn--zoll-prft-v9a.example/REPORT',
  ],
  'capitals, a port, a full stop': [
    'https://PAPER.example/REPORT',
    'https://paper.example:443/REPORT',
    'https://paper.example./REPORT',
  ],
  'percent signs': [
    'https://paper.example/caf%C3%A9-REPORT',
    'https://paper.example/café-REPORT',
    'https://paper.example/caf%c3%a9-REPORT',
  ],
  'hosts for telephones': [
    'https://m.paper.example/REPORT',
    'https://www.paper.example/REPORT',
    'https://mobile.paper.example/REPORT',
  ],
  'caches of AMP': [
    'https://paper.example/REPORT',
    'https://paper-example.cdn.ampproject.org/c/s/paper.example/REPORT',
    'https://www.google.com/amp/s/paper.example/REPORT',
  ],
};

describe('four reports are four items', () => {
  for (const [name, documents] of Object.entries(FEEDS))
    variantTest(name, async () => {
      expect(await itemsAfter(documents())).toBe(4);
    });
  for (const [name, links] of Object.entries(DRESSES))
    variantTest(`links with ${name}`, async () => {
      const documents = links.map((link) =>
        each((report) => ({ date: undefined, link: link.replace('REPORT', report) })),
      );
      expect(await itemsAfter(documents)).toBe(4);
    });
});

import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { variantTest } from '../support/cases.ts';
import {
  answers,
  atom,
  basic,
  GUID,
  HOUR,
  iso,
  json,
  NEWS,
  rdf,
  rfc822,
  rss,
  START,
} from '../support/news-feeds.ts';
import { OUTLET } from '../support/outlet.ts';
import { polledFeed } from '../support/polled-feed.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());
const itemsAfter = async (documents: readonly string[]) =>
  (await polledFeed(bench, answers(documents))).items.length;

describe('guids of few digits are known by a date that no other entry has', () => {
  const en = [
    'Customs seize chips at Holyhead',
    'New bridge opens at Dolgellau',
    'Council debates its budget',
  ];
  const cy = ['Tollau’n atafaelu sglodion', 'Pont newydd yn Nolgellau', 'Cyngor yn trafod cyllideb'];
  const day = (i: number) => START - (i + 1) * HOUR;

  variantTest('a feed in Welsh and English in turn, with a link for each language', async () => {
    const document = (poll: number) =>
      rss(
        (poll % 2 ? en : cy).map((title, i) => ({
          title,
          link: `${OUTLET}/${poll % 2 ? 'en' : 'cy'}/${900 + i}`,
          [GUID]: `stori-${900 + i}`,
          pubDate: rfc822(day(i)),
        })),
      );
    expect(await itemsAfter([0, 1, 2, 3].map(document))).toBe(3);
  });
  variantTest(
    'ids that are numbers at first and texts later, while slugs follow corrected headlines',
    async () => {
      const document = (poll: number) =>
        json(
          NEWS.map(({ title, text, slug }, i) => ({
            id: poll ? String(500 + i) : 500 + i,
            url: `${OUTLET}/balita/${poll ? `${slug}-2` : slug}`,
            title: poll ? `${title} (binago)` : title,
            content_text: text,
            date_published: iso(day(i)),
          })),
        );
      expect(await itemsAfter([0, 1].map(document))).toBe(NEWS.length);
    },
  );
  variantTest('Atom ids of two digits, headlines and links translated by a machine', async () => {
    const document = (poll: number) =>
      atom(
        NEWS.slice(0, 4).map(({ title, slug }, i) => ({
          fields: { title: poll ? en[i % 3]! + i : title, id: `n${40 + i}`, updated: iso(day(i)) },
          link: `${OUTLET}/${poll ? `auto/${i}` : slug}`,
        })),
      );
    expect(await itemsAfter([0, 1, 0].map(document))).toBe(4);
  });
  variantTest('positions stay no names: new entries push the others down', async () => {
    const all = Array.from({ length: 6 }, (_, i) => ({
      title: `${NEWS[i % 5]!.title} ${i}`,
      link: `${OUTLET}/a/${i}`,
      pubDate: rfc822(START - (9 - i) * HOUR),
    }));
    const document = (first: number) =>
      rss([first + 2, first + 1, first].map((n, at) => ({ ...all[n]!, [GUID]: `item-${at + 1}` })));
    expect(await itemsAfter([0, 1, 2, 3].map(document))).toBe(6);
  });
  variantTest('positions of entries that all have the date of the poll', async () => {
    const document = (poll: number) =>
      rss(
        [0, 1, 2].map((at) => ({
          title: `${NEWS[at]!.title} ${poll}`,
          link: `${OUTLET}/x/${poll}-${at}`,
          [GUID]: `${at + 1}`,
          pubDate: rfc822(START),
        })),
      );
    expect(await itemsAfter([0, 1].map(document))).toBe(6);
  });
});

describe('an entry that a document shows twice is one', () => {
  const other = { ...basic(NEWS[1]!), link: `${OUTLET}/a/2`, [GUID]: 'lt-2' };
  const own = { title: NEWS[0]!.title, description: NEWS[0]!.text };

  variantTest('pinned with a parameter and the date of the pin, in changing order', async () => {
    const entry = { ...own, link: `${OUTLET}/lt/1`, [GUID]: 'lt-1', pubDate: rfc822(START - HOUR) };
    const pinned = { ...entry, link: `${OUTLET}/lt/1?sticky=1`, pubDate: rfc822(START - 3 * HOUR) };
    expect(
      await itemsAfter([
        rss([entry, other, pinned]),
        rss([pinned, other, entry]),
        rss([entry, pinned, other]),
      ]),
    ).toBe(2);
  });
  variantTest('in RDF, in two sections that add a parameter each', async () => {
    const item = (section: string, at: number) => ({
      about: `${OUTLET}/2026/03/toll-beslaglegger-kretser?rubrik=${section}`,
      fields: {
        ...own,
        link: `${OUTLET}/2026/03/toll-beslaglegger-kretser?rubrik=${section}`,
        'dc:identifier': 'urn:no:88-213',
        'dc:date': iso(START - at * HOUR),
      },
    });
    expect(await itemsAfter([rdf([item('innenriks', 2), item('okonomi', 1)])])).toBe(1);
  });
  variantTest('in Atom, once with a parameter for the app', async () => {
    const entry = (link: string, at: number) => ({
      fields: { ...own, id: 'tag:outlet.example,2026:7731', updated: iso(START - at * HOUR) },
      link,
    });
    const document = atom([
      entry(`${OUTLET}/n/laevast-leiti`, 1),
      entry(`${OUTLET}/n/laevast-leiti?app=1`, 2),
    ]);
    expect(await itemsAfter([document, document])).toBe(1);
  });
  variantTest('notices of two offices that are numbered and worded alike stay two', async () => {
    const notice = (office: string, at: number) => ({
      title: 'Kancelář je dnes zavřená',
      description: 'Kancelář je dnes z technických důvodů zavřená, omlouváme se za potíže.',
      link: `${OUTLET}/oznameni?urad=${office}`,
      [GUID]: 'oznameni-12',
      pubDate: rfc822(START - at * HOUR),
    });
    expect(await itemsAfter([rss([notice('brno', 1), notice('plzen', 2)])])).toBe(2);
  });
});

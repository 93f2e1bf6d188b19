import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { variantTest } from '../support/cases.ts';
import { GUID, HOUR, NEWS, START, answers, atom, basic, polls, rfc822, rss } from '../support/news-feeds.ts';
import { OUTLET } from '../support/outlet.ts';
import { polledFeed } from '../support/polled-feed.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

/** Different reports that look alike: [documents, how many items they are]. */
const APART: Readonly<Record<string, () => readonly [documents: readonly string[], items: number]>> = {
  'filings under one title, of one second, one more at each poll': () => [
    polls(4, (poll) =>
      atom(
        Array.from({ length: poll + 2 }, (_, i) => poll + 1 - i).map((n) => ({
          fields: {
            title: '4 - Huang Jensen (0001197649) (Reporting)',
            id: `urn:tag:sec.example,2008:accession-number=0001045810-26-0000${30 + n}`,
            updated: '2026-03-02T03:31:07-05:00',
            summary: `Filed: 2026-03-02 AccNo: 0001045810-26-0000${30 + n} Size: ${n + 5} KB`,
          },
          link: `https://sec.example/Archives/edgar/data/1197649/00010458102600${30 + n}-index.htm`,
        })),
      ),
    ),
    5,
  ],
  'rulings under one title, of one minute, without guids': () => [
    polls(3, (poll) =>
      rss(
        Array.from({ length: poll + 3 }, (_, i) => poll + 2 - i).map((n) => ({
          title: 'Rozhodnutí o zákazu vývozu',
          description: `Rozhodnutí číslo ${n + 100} se týká firmy ${['Alfa', 'Beta', 'Gama', 'Delta', 'Epsilon'][n]}.`,
          pubDate: 'Mon, 02 Mar 2026 07:17:00 GMT',
          link: `${OUTLET}/rozhodnuti/${n + 100}`,
        })),
      ),
    ),
    5,
  ],
  'numbers as guids that begin again after the database was restored': () => [
    [
      rss(
        NEWS.slice(0, 2).map((r, i) => ({
          ...basic(r),
          [GUID]: `${5_101 + i}`,
          link: `${OUTLET}/n/${r.slug}`,
        })),
      ),
      rss(
        NEWS.slice(2, 4).map((r, i) => ({
          ...basic(r),
          pubDate: rfc822(START + HOUR / 2),
          [GUID]: `${5_101 + i}`,
          link: `${OUTLET}/n/${r.slug}`,
        })),
      ),
    ],
    4,
  ],
  'posts of a live page, new ones on top': () => [
    polls(3, (poll) =>
      rss(
        Array.from({ length: poll + 2 }, (_, i) => poll + 1 - i).map((n) => ({
          title: NEWS[n]?.title ?? `Živě ${n}`,
          description: NEWS[n]?.text ?? 'Konec.',
          [GUID]: `${OUTLET}/live/chips#entry-${n}`,
          link: `${OUTLET}/live/chips#entry-${n}`,
        })),
      ),
    ),
    4,
  ],
  'a column with one title, one address for each day': () => [
    polls(3, (poll) =>
      rss([
        {
          title: 'Morgenlage Halbleiter',
          description: NEWS[poll]?.text,
          [GUID]: `lage-${poll}`,
          pubDate: rfc822(START + (poll - 1) * HOUR),
          link: `${OUTLET}/lage/2026-03-0${poll + 1}`,
        },
      ]),
    ),
    3,
  ],
  'two offices that number their notices alike': () => [
    polls(2, () =>
      rss(
        ['praha', 'brno'].flatMap((office) =>
          [1, 2].map((n) => ({
            title: 'Oznámení celního úřadu',
            description: `${office} oznamuje věc ${n}: ${NEWS[n]?.text}`,
            [GUID]: `${n}`,
            link: `${OUTLET}/${office}/${n}`,
          })),
        ),
      ),
    ),
    4,
  ],
};

describe('reports that look alike are items of their own', { timeout: 60_000 }, () => {
  for (const [name, make] of Object.entries(APART))
    variantTest(name, async () => {
      const [documents, count] = make();
      const { items } = await polledFeed(bench, answers(documents));
      expect(items.map(({ url }) => url)).toHaveLength(count);
    });
});

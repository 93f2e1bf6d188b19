import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { variantTest } from '../support/cases.ts';
import { OUTLET } from '../support/outlet.ts';
import { polledFeed } from '../support/polled-feed.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

/** The entries of one poll: title and date. Links have a new token at each poll, and there are no guids. */
type Entries = readonly (readonly [title: string, date: string])[];

type Form = (entries: Entries, poll: number, language: string) => string;
const FORMS: Readonly<Record<string, Form>> = {
  'a token in a parameter': (entries, poll, language) =>
    `<rss version="2.0"><channel><title>O</title><link>${OUTLET}/</link><language>${language}</language>${entries
      .map(
        ([title, date], i) =>
          `<item><title>${title}</title><link>${OUTLET}/read?t=${poll}x${i}</link><description>${title}, ${poll} readers.</description><pubDate>${date}</pubDate></item>`,
      )
      .join('')}</channel></rss>`,
  'a token in the path, dc:date': (entries, poll, language) =>
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>O</title><link>${OUTLET}/</link><language>${language}</language>${entries
      .map(
        ([title, date], i) =>
          `<item><title>${title}</title><link>${OUTLET}/go/${poll * 7919 + i}</link><description>${title} (${poll})</description><dc:date>${date}</dc:date></item>`,
      )
      .join('')}</channel></rss>`,
  Atom: (entries, poll, language) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><title>O</title>${entries
      .map(
        ([title, date], i) =>
          `<entry><title>${title}</title><link href="${OUTLET}/?visit=${poll}-${i}"/><published>${date}</published><summary>${title} ${poll}</summary></entry>`,
      )
      .join('')}</feed>`,
  'JSON Feed': (entries, poll, language) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'O',
      language,
      items: entries.map(([title, date], i) => ({
        url: `${OUTLET}/a?k=${poll}${i}`,
        title,
        content_text: `${title} ${poll}`,
        date_published: date,
      })),
    }),
};

/** Titles of all stored items after the polls. */
async function titlesAfter(
  form: Form,
  polls: readonly (readonly [at: string, entries: Entries])[],
  language = '',
) {
  const answers = polls.map(([at, entries], poll) => ({
    at,
    headers: { 'content-type': 'application/xml' },
    body: form(entries, poll, language),
  }));
  const { items, states } = await polledFeed(bench, answers);
  return { titles: items.map(({ title }) => title).sort(), habits: states.at(-1)?.habits };
}

describe('a zone that is found at a later poll repeats no item', { timeout: 60_000 }, () => {
  for (const [name, form] of Object.entries(FORMS)) {
    variantTest(`${name}: ahead of UTC, and one report more each poll`, async () => {
      const [one, two]: Entries = [
        ['Quota on lathes', '2026-03-02 08:10:00'],
        ['Tender', '2026-03-02 07:00:00'],
      ];
      const { titles, habits } = await titlesAfter(form, [
        ['2026-03-02T09:00:00Z', [one!, two!]],
        ['2026-03-02T10:00:00Z', [['Ships wait', '2026-03-02 17:55:00'], one!, two!]],
        [
          '2026-03-02T12:00:00Z',
          [['Docks open', '2026-03-02 19:50:00'], ['Ships wait', '2026-03-02 17:55:00'], one!, two!],
        ],
      ]);
      expect(habits?.dates?.zone).toBe('Etc/GMT-8');
      expect(titles).toEqual(['Docks open', 'Quota on lathes', 'Ships wait', 'Tender']);
    });
  }

  variantTest('summer time begins, and the zone is found anew', async () => {
    const form = FORMS['a token in a parameter']!;
    const winter: Entries = [
      ['Quota', '28.03.2026 09:50'],
      ['Tender', '28.03.2026 08:00'],
    ];
    const { titles } = await titlesAfter(
      form,
      [
        ['2026-03-28T08:52:00Z', winter],
        ['2026-03-30T09:00:00Z', [['Ships', '30.03.2026 10:55'], ...winter]],
        ['2026-03-30T10:00:00Z', [['Docks', '30.03.2026 11:55'], ['Ships', '30.03.2026 10:55'], ...winter]],
      ],
      'en',
    );
    expect(titles).toEqual(['Docks', 'Quota', 'Ships', 'Tender']);
  });

  variantTest('order of day and month, and zone, at once', async () => {
    const form = FORMS['a token in the path, dc:date']!;
    const first: Entries = [['Quota', '02/03/2026 08:10']];
    const { titles } = await titlesAfter(form, [
      ['2026-03-12T09:00:00Z', first],
      ['2026-03-13T09:00:00Z', [['Ships', '13/03/2026 11:58'], ...first]],
      ['2026-03-13T10:00:00Z', [['Docks', '13/03/2026 12:58'], ['Ships', '13/03/2026 11:58'], ...first]],
    ]);
    expect(titles).toEqual(['Docks', 'Quota', 'Ships']);
  });

  variantTest(
    'a later issue of a series, as many hours later as the zone is ahead, is an item of its own',
    async () => {
      const form = FORMS['a token in a parameter']!;
      const { titles } = await titlesAfter(form, [
        ['2026-03-02T09:00:00Z', [['Rates', '2026-03-02 08:00:00']]],
        [
          '2026-03-02T10:00:00Z',
          [
            ['Ships', '2026-03-02 17:55:00'],
            ['Rates', '2026-03-02 08:00:00'],
          ],
        ],
        [
          '2026-03-02T18:00:00Z',
          [
            ['Rates', '2026-03-03 01:00:00'],
            ['Ships', '2026-03-02 17:55:00'],
          ],
        ],
        [
          '2026-03-03T01:30:00Z',
          [
            ['Rates', '2026-03-03 09:00:00'],
            ['Rates', '2026-03-03 01:00:00'],
          ],
        ],
      ]);
      expect(titles).toEqual(['Rates', 'Rates', 'Rates', 'Ships']);
    },
  );
});

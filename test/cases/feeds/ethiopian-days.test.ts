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

const WORDS = ['levies', 'harbours', 'wafers', 'tenders'];
/** An answer with these reports, by number; the links have the token of the poll. */
const answer = (at: string, language: string, token: string, days: Readonly<Record<number, string>>) => ({
  at,
  headers: { 'content-type': 'application/xml' },
  body: `<rss version="2.0"><channel><title>O</title><link>${OUTLET}/</link><language>${language}</language>${Object.entries(
    days,
  )
    .map(
      ([n, day]) =>
        `<item><title>Note ${n} on ${WORDS[Number(n)]}</title><link>${OUTLET}/${token}n${n}</link><pubDate>${day}</pubDate></item>`,
    )
    .join('')}</channel></rss>`,
});

describe('days of the Ethiopian calendar in numbers', { timeout: 60_000 }, () => {
  for (const language of ['am', 'ti'])
    variantTest(`are no archive, in ${language}; links with new tokens repeat nothing`, async () => {
      const { items } = await polledFeed(bench, [
        answer('2026-03-02T09:00:00Z', language, 'a', { 1: '1/6/2018', 2: '23/6/2018' }),
        answer('2026-03-03T09:00:00Z', language, 'b', { 2: '23/6/2018', 3: '24/6/2018' }),
      ]);
      const found = items.map(({ title, published_at, backlog }) => [
        title.slice(0, 6),
        published_at?.toISOString().slice(0, 10),
        backlog,
      ]);
      expect(found).toEqual([
        ['Note 1', '2026-02-08', true],
        ['Note 2', '2026-03-02', false],
        ['Note 3', '2026-03-03', false],
      ]);
    });
});

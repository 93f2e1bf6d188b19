import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { variantTest } from '../support/cases.ts';
import { answers, each, GUID, polls, rfc822, START, token } from '../support/news-feeds.ts';
import { OUTLET } from '../support/outlet.ts';
import { polledFeed } from '../support/polled-feed.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

/** How many items five entries are whose guids alone, in these spellings, stay from poll to poll. */
async function itemsOf(...guids: readonly ((i: number) => string)[]) {
  const documents = polls(guids.length, (poll) =>
    each((report, i) => ({
      title: poll === 0 ? report.title : `${'αβγδε'[i]?.repeat(9)} ${token()}`,
      [GUID]: guids[poll]?.(i),
      link: `${OUTLET}/${poll}/${token()}`,
      pubDate: rfc822(START - i * 60_000 + poll),
      // With the same text as well they would be the same under other names.
      description: Array.from({ length: 20 }, token).join(' '),
    })),
  );
  const { items } = await polledFeed(bench, answers(documents));
  return items.length;
}
const uuid = (i: number) => `0A${i}BC3D4-55E6-4F77-8899-AABBCCDDEE0${i}`;

describe('a guid in another spelling is the same', { timeout: 60_000 }, () => {
  for (const [name, ...forms] of [
    ['http, then https', (i) => `http://paper.example/?p=${i}`, (i) => `https://paper.example/?p=${i}`],
    [
      'with www., then without',
      (i) => `https://www.paper.example/?p=${i}`,
      (i) => `https://paper.example/?p=${i}`,
    ],
    [
      'both, and back',
      (i) => `http://www.paper.example/?p=${i}`,
      (i) => `https://paper.example/?p=${i}`,
      (i) => `http://www.paper.example/?p=${i}`,
    ],
    [
      'a UUID in capitals, then in small letters',
      (i) => `urn:uuid:${uuid(i)}`,
      (i) => `urn:uuid:${uuid(i).toLowerCase()}`,
    ],
    ['a bare UUID, the other way round', (i) => uuid(i).toLowerCase(), uuid],
  ] as [string, ...((i: number) => string)[]][])
    variantTest(name, async () => {
      expect(await itemsOf(...forms)).toBe(5);
    });
  variantTest('another path, number or host is another', async () => {
    expect(
      await itemsOf(
        (i) => `https://paper.example/?p=${i}`,
        (i) => `https://paper.example/?p=${i + 70}`,
      ),
    ).toBe(10);
    expect(
      await itemsOf(
        (i) => `https://a.example/?p=${i}`,
        (i) => `https://b.example/?p=${i}`,
      ),
    ).toBe(10);
    expect(
      await itemsOf(
        (i) => `Ab${i}c`,
        (i) => `aB${i}C`,
      ),
    ).toBe(10);
  });
});

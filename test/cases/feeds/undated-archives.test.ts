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

type Format = (numbers: readonly number[]) => { readonly type: string; readonly body: string };

const rss: Format = (numbers) => ({
  type: 'application/rss+xml',
  body: `<rss version="2.0"><channel><title>O</title><link>${OUTLET}/</link>${numbers.map((n) => `<item><title>Bericht ${n} über Wafer</title><link>${OUTLET}/b/${n}</link></item>`).join('')}</channel></rss>`,
});
const rdf: Format = (numbers) => ({
  type: 'application/rdf+xml',
  body: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="${OUTLET}/"><title>O</title><link>${OUTLET}/</link></channel>${numbers.map((n) => `<item rdf:about="${OUTLET}/k/${n}"><title>半導体の記事 第${n}号</title><link>${OUTLET}/k/${n}</link></item>`).join('')}</rdf:RDF>`,
});
const json: Format = (numbers) => ({
  type: 'application/feed+json',
  body: JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'O',
    items: numbers.map((n) => ({
      id: `${n}`,
      url: `${OUTLET}/n/${n}`,
      title: `Nota ${n}`,
      content_text: `Texto ${n}`,
    })),
  }),
});

const range = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => (from < to ? from + i : from - i));

/** Polls a feed with these numbers each hour. Gives those whose items are alerted. */
async function told(format: Format, polls: readonly (readonly number[])[]): Promise<number[]> {
  const { items } = await polledFeed(
    bench,
    polls.map((numbers, hour) => {
      const { type, body } = format(numbers);
      return {
        at: `2026-03-01T${String(hour + 6).padStart(2, '0')}:00:00Z`,
        headers: { 'content-type': type },
        body,
      };
    }),
  );
  return items
    .filter(({ backlog }) => !backlog)
    .map(({ title }) => Number(/\d+/.exec(title)?.[0]))
    .sort((a, b) => a - b);
}

describe('a feed without dates that shows more of its archive', { timeout: 60_000 }, () => {
  for (const [name, format] of Object.entries({ rss, rdf, json })) {
    variantTest(`${name}: thirty older entries below the known ten, at the second poll`, async () => {
      expect(await told(format, [range(40, 31), range(40, 1)])).toEqual([]);
    });
    variantTest(`${name}: with a new one above, which is told`, async () => {
      expect(await told(format, [range(40, 31), range(41, 31), range(42, 1)])).toEqual([41, 42]);
    });
    variantTest(`${name}: half as many as are known, where the newest stand first`, async () => {
      expect(await told(format, [range(40, 31), range(41, 31), range(41, 25)])).toEqual([41]);
    });
    variantTest(`${name}: the newest stand last, so that many new ones below are news`, async () => {
      expect(await told(format, [range(1, 10), range(1, 12), range(1, 30)])).toEqual(range(11, 30));
    });
    variantTest(`${name}: some new ones below, where nothing shows the order`, async () => {
      expect(await told(format, [range(1, 10), range(1, 16)])).toEqual(range(11, 16));
    });
    variantTest(`${name}: entries that take the places of others are news`, async () => {
      expect(await told(format, [range(40, 31), range(50, 41), range(60, 48)])).toEqual(range(41, 60));
    });
  }
});

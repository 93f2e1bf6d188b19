import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { scriptedServer } from '../support/scripted-server.ts';

const RSS = { 'content-type': 'application/rss+xml' };

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

describe('the first poll of a feed', () => {
  const entries = (base: string) =>
    [
      ['new', '2026-03-02T00:00:00Z'],
      ['old', '2026-02-25T00:00:00Z'],
    ].map(([name, published]) => ({
      title: `${name}`,
      link: `${base}/${name}.html`,
      published: `${published}`,
    }));

  test('marks what is older than feeds.backfillAge as backlog; later polls do not', async () => {
    let more: { title: string; link: string; published: string }[] = [];
    const server = await scriptedServer((_, base) => ({
      headers: RSS,
      body: rssOf([...more, ...entries(base)]),
    }));
    await using _server = server;
    const step = await bench.watch(`${server.url}/feed.xml`, { settings: { backfillAge: 48 * 3_600 } });
    await step.poll('2026-03-02T06:00:00Z');
    more = [{ title: 'late', link: `${server.url}/late.html`, published: '2026-02-27T00:00:00Z' }];
    await step.poll('2026-03-02T07:00:00Z');
    const rows = await bench.pipeline.db
      .selectFrom('items')
      .where('feed_id', '=', step.id)
      .select(['title', 'backlog'])
      .orderBy('title')
      .execute();
    expect(rows).toEqual([
      { title: 'late', backlog: false },
      { title: 'new', backlog: false },
      { title: 'old', backlog: true },
    ]);
  });

  test.each([
    ['of the settings', { settings: { backfillAge: 0 } }],
    ['of the feed', { settings: { backfillAge: 3_600 }, backfillAge: 0 }],
  ])('has no backlog where the age %s is 0', async (_, options) => {
    await using server = await scriptedServer((_request, base) => ({
      headers: RSS,
      body: rssOf(entries(base)),
    }));
    const step = await bench.watch(`${server.url}/feed.xml`, options);
    await step.poll('2026-03-02T06:00:00Z');
    const rows = await bench.pipeline.db
      .selectFrom('items')
      .select('backlog')
      .where('feed_id', '=', step.id)
      .execute();
    expect(rows).toEqual([{ backlog: false }, { backlog: false }]);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { type ScriptedAnswer, scriptedServer } from '../support/scripted-server.ts';

const RSS = { 'content-type': 'application/rss+xml' };

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

test('a feed that breaks off brings the entries before the break, and edits none', async () => {
  const entries = Array.from({ length: 6 }, (_, i) => ({
    title: `Report number ${i} of the harbour office`,
    link: `https://cut.example/reports/2026-${100 + i}`,
    description: `Ships of the line ${i} wait outside the harbour until the tide turns in the evening.`,
  }));
  const whole = rssOf(entries);
  let answer: ScriptedAnswer = { headers: { ...RSS, etag: '"one"' }, body: whole };
  await using server = await scriptedServer(() => answer);
  const step = await bench.watch(`${server.url}/feed.xml`);
  await step.poll('2026-03-02T09:00:00Z');
  await step.ingest();
  const more = rssOf([
    { title: 'A newer report of the harbour office', link: 'https://cut.example/reports/2026-200' },
    ...entries,
  ]);
  const end = more.indexOf('Ships of the line 3') + 9;
  answer = { headers: { ...RSS, etag: '"two"' }, body: more.slice(0, end) };
  const row = await step.poll('2026-03-02T10:00:00Z');
  const { db } = bench.pipeline;
  const items = await db
    .selectFrom('items')
    .select(['title', 'summary', 'state'])
    .where('feed_id', '=', row.id)
    .execute();
  expect(items).toHaveLength(7);
  expect(items.filter(({ state }) => state === 'new').map(({ title }) => title)).toEqual([
    'A newer report of the harbour office',
  ]);
  expect(items.find(({ title }) => title.includes('number 3'))?.summary).toContain('Ships of the line 3');
  expect(row).toMatchObject({ failures: 0, gaps: 0 });
});

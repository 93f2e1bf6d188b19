import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { type ScriptedServer, scriptedServer } from '../support/scripted-server.ts';

const START = '2026-03-02T08:00:00Z';
let bench: PollBench;
let outlet: ScriptedServer;
let feed = '';

beforeAll(async () => {
  bench = await pollBench();
  outlet = await scriptedServer(() => ({ headers: { 'content-type': 'application/rss+xml' }, body: feed }));
  // An example of a row that the server refuses.
  await sql`ALTER TABLE items ADD CONSTRAINT no_bad CHECK (title NOT LIKE 'Bad%')`.execute(bench.pipeline.db);
});
beforeEach(async () => {
  await sql`TRUNCATE feeds, items CASCADE`.execute(bench.pipeline.db);
});
afterAll(async () => {
  await outlet[Symbol.asyncDispose]();
  await bench[Symbol.asyncDispose]();
});

const titles = async () =>
  (await bench.pipeline.db.selectFrom('items').select('title').orderBy('id').execute()).map(
    ({ title }) => title,
  );
/** Letters that do not compress: PostgreSQL compresses repeated ones, and an index entry may then be longer. */
const noise = (length: number) =>
  Array.from({ length: Math.ceil(length / 43) }, (_, n) =>
    createHash('sha256').update(String(n)).digest('base64url'),
  )
    .join('')
    .slice(0, length);
const entry = (title: string, n: number) => ({ title, link: `https://a.example/${n}`, guid: `g${n}` });

test('only the bad ones of several new entries are left out', async () => {
  feed = rssOf(['One', 'Bad', 'Two', 'Three', 'Bad again', 'Four'].map(entry));
  const step = await bench.watch(`${outlet.url}/new.xml`);
  const row = await step.poll(START);
  expect(await titles()).toEqual(['One', 'Two', 'Three', 'Four']);
  expect(row).toMatchObject({ failures: 0, last_error: null });
});

test('only the bad one of several changed entries stays unchanged', async () => {
  feed = rssOf(['One', 'Two', 'Three'].map(entry));
  const step = await bench.watch(`${outlet.url}/changed.xml`);
  await step.poll(START);
  feed = rssOf(['One more', 'Bad two', 'Three more', 'Four'].map(entry));
  await step.poll('2026-03-02T09:00:00Z');
  expect(await titles()).toEqual(['One more', 'Two', 'Three more', 'Four']);
});

test.each([
  ['a link', { link: `https://a.example/${noise(20_000)}` }],
  ['a link of 3,000 letters', { link: `https://a.example/${noise(3_000)}` }],
  ['a guid', { guid: noise(20_000) }],
  ['a title', { title: 'Word '.repeat(60_000) }],
  ['a title without a space', { title: '字'.repeat(60_000) }],
  ['a description', { description: 'Word '.repeat(600_000) }],
])('an endless %s is stored once and cut to its limit', async (_, endless) => {
  feed = rssOf([{ ...entry('Endless', 1), ...endless }, entry('Other', 2)]);
  const step = await bench.watch(`${outlet.url}/endless.xml`);
  await step.poll(START);
  feed = feed.replace('Other', 'Another');
  await step.poll('2026-03-02T09:00:00Z');
  const rows = await bench.pipeline.db.selectFrom('items').selectAll().orderBy('id').execute();
  expect(rows).toHaveLength(2);
  expect(rows[0]!.title.length).toBeLessThanOrEqual(2_000);
  expect(rows[0]!.guid.length).toBeLessThanOrEqual(4_000);
  expect(rows[0]!.url.length).toBeLessThanOrEqual(8_200);
  expect(rows[0]!.summary?.length ?? 0).toBeLessThanOrEqual(2_000_000);
});

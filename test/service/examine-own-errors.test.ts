import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sql } from 'kysely';
import { examineOwnErrors } from '../../src/service/doctor/examine-own-errors.ts';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { scriptedServer, type ScriptedServer } from '../support/scripted-server.ts';

vi.setConfig({ testTimeout: 120_000 });

let bench: PollBench;
let outlet: ScriptedServer;
const START = new Date();
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

beforeEach(async () => {
  bench = await pollBench();
  outlet = await scriptedServer(({ path }, base) =>
    path.endsWith('.xml')
      ? {
          headers: { 'content-type': 'application/rss+xml' },
          body: rssOf([{ title: 'Report', link: `${base}/1.html` }]),
        }
      : {
          headers: { 'content-type': 'text/html' },
          body: '<title>Report</title><p>The ferry left on time.</p>',
        },
  );
});
afterEach(async () => {
  await outlet[Symbol.asyncDispose]();
  await bench[Symbol.asyncDispose]();
});

const examine = (minutes: number) => examineOwnErrors(bench.pipeline.db, later(minutes));

test('a feed that cannot be stored for ten minutes is reported, and no longer once it is', async () => {
  const { db } = bench.pipeline;
  const step = await bench.watch(`${outlet.url}/feed.xml`);
  await sql`ALTER TABLE items RENAME COLUMN guid TO gone`.execute(db);
  await step.poll(later(1));
  await expect.poll(async () => (await step.feed()).schedule_reason).toBe('an error of our own');
  expect(await examine(2)).toMatchObject({ state: 'ok' });
  // Each time it is due again, so it is never overdue.
  expect(await examine(11)).toMatchObject({
    state: 'bad',
    says: expect.stringContaining('1 feed, 0 items and 0 deliveries'),
  });
  await sql`ALTER TABLE items RENAME COLUMN gone TO guid`.execute(db);
  await step.poll(later(12));
  expect(await examine(13)).toMatchObject({ state: 'ok' });
});

test('an item that cannot be stored for ten minutes is reported with what the database says', async () => {
  const { db } = bench.pipeline;
  const step = await bench.watch(`${outlet.url}/feed.xml`);
  await step.poll(later(1));
  await sql`ALTER TABLE articles RENAME TO gone`.execute(db);
  await step.ingest();
  const outcome = () => db.selectFrom('items').select('outcome').executeTakeFirst();
  await expect.poll(outcome).toMatchObject({ outcome: expect.stringContaining('an error of our own') });
  expect(await examine(2)).toMatchObject({ state: 'ok' });
  expect(await examine(12)).toMatchObject({
    state: 'bad',
    says: expect.stringMatching(/0 feeds, 1 item and 0 deliveries .*relation "articles" does not exist/),
  });
});

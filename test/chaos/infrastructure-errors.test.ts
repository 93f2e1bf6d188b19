import { sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import type { Channel } from '../../src/io/channels/channel.ts';
import { openDatabase } from '../../src/io/store/database.ts';
import { retryItems } from '../../src/io/store/items/item-attempts.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { deliverAlert } from '../../src/pipeline/deliveries/deliver-alert.ts';
import { ingestItem } from '../../src/pipeline/articles/ingest-item.ts';
import { pendingWrites } from '../../src/pipeline/pending-writes.ts';
import { pollFeed } from '../../src/pipeline/feeds/poll-feed.ts';
import { insertAlerts } from '../support/deliver-rows.ts';
import { otherProcess } from '../support/other-process.ts';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { type ScriptedServer, scriptedServer } from '../support/scripted-server.ts';

const START = new Date('2026-03-02T08:00:00Z');
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const never = new AbortController().signal;
const TEXT = 'The ministry widened its export ban on AI chips on Monday. '.repeat(8);
const page = (more = '') =>
  `<html><head><title>Ban</title>${more}</head><body><article><h1>Ban</h1><p>${TEXT}</p></article></body></html>`;

// Each has its own threads and lexicons.
vi.setConfig({ testTimeout: 120_000 });

let bench: PollBench;
let outlet: ScriptedServer;
let body = page();
let fetches = 0;
let feed = rssOf([]);

beforeEach(async () => {
  bench = await pollBench();
  body = page();
  fetches = 0;
  outlet = await scriptedServer(({ path }, base) => {
    if (path === '/feed.xml') return { headers: { 'content-type': 'application/rss+xml' }, body: feed };
    if (path !== '/ban.html') return undefined;
    fetches += 1;
    feed = rssOf([{ title: 'Ban', link: `${base}/ban.html` }]);
    return { headers: { 'content-type': 'text/html; charset=utf-8' }, body };
  });
  feed = rssOf([{ title: 'Ban', link: `${outlet.url}/ban.html` }]);
});
afterEach(async () => {
  await outlet[Symbol.asyncDispose]();
  await bench[Symbol.asyncDispose]();
});

/** The test's database, used by a worker whose statements wait only a moment for a lock. */
async function impatient(limits: string) {
  const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(bench.pipeline.db);
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${rows[0]!.name}`;
  const holder = new Client({ connectionString: url.href });
  await holder.connect();
  const db = openDatabase(`${url.href}?${limits}`, { maxConnections: 4, onError: () => {} });
  return {
    pipeline: { ...bench.pipeline, db } satisfies Pipeline,
    async hold(table: string) {
      await holder.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    },
    release: () => holder.query('ROLLBACK'),
    async [Symbol.asyncDispose]() {
      await holder.end();
      await db.destroy();
    },
  };
}

const onlyItem = () => bench.pipeline.db.selectFrom('items').selectAll().executeTakeFirstOrThrow();

test.each(['articles', 'ledger', 'stories'])(
  'a long lock on %s uses up no attempt of an item, however often it is read',
  async (table) => {
    const step = await bench.watch(`${outlet.url}/feed.xml`);
    await step.poll(START);
    await using worker = await impatient('lock_timeout=100&statement_timeout=2000');
    const { id } = await onlyItem();
    await worker.hold(table);
    for (let minutes = 1; minutes <= 8; minutes += 1) {
      bench.setClock(later(minutes * 60));
      await ingestItem(worker.pipeline, id, never);
      await expect.poll(() => pendingWrites(worker.pipeline.db).has(`item ${id}`)).toBe(false);
    }
    expect(await onlyItem()).toMatchObject({ state: 'new', attempts: 0, started: 0 });
    await worker.release();
    bench.setClock(later(10 * 60));
    await ingestItem(worker.pipeline, id, never);
    expect(await onlyItem()).toMatchObject({ state: 'done' });
    expect((await onlyItem()).outcome).toContain('read from the page');
    expect(await bench.pipeline.db.selectFrom('alerts').selectAll().execute()).toHaveLength(1);
  },
);

test('a lock on items does not count against a feed, and its entries are stored in the end', async () => {
  const step = await bench.watch(`${outlet.url}/feed.xml`);
  await using worker = await impatient('lock_timeout=100');
  bench.setClock(START);
  await bench.pipeline.db.updateTable('feeds').set({ next_poll_at: START }).execute();
  await worker.hold('items');
  await pollFeed(worker.pipeline, step.id, never);
  await expect.poll(() => pendingWrites(worker.pipeline.db).has(`feed ${step.id}`)).toBe(false);
  expect(await step.feed()).toMatchObject({ failures: 0, started: 0, last_error: null });
  expect((await step.feed()).next_poll_at.getTime()).toBeLessThanOrEqual(later(1).getTime());
  await worker.release();
  bench.setClock(later(1));
  await pollFeed(worker.pipeline, step.id, never);
  expect(await onlyItem()).toMatchObject({ title: 'Ban' });
});

test('a delivered message is not sent again although the database could not record it for a while', async () => {
  await insertAlerts(bench.pipeline.db, { count: 1, dueAt: START });
  await using worker = await impatient('lock_timeout=100');
  let sent = 0;
  const channel: Channel = {
    kind: 'webhook',
    name: 'hook',
    maxStories: 10,
    async send() {
      sent += 1;
      await worker.hold('ledger');
      return { status: 'delivered', answer: '204' };
    },
  };
  const pipeline = { ...worker.pipeline, channels: new Map([['hook', { channel, pace: undefined }]]) };
  bench.setClock(START);
  const { id } = await bench.pipeline.db.selectFrom('deliveries').select('id').executeTakeFirstOrThrow();
  const sending = deliverAlert(pipeline, id, never);
  await expect.poll(() => pendingWrites(worker.pipeline.db).has(`delivery ${id}`)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  // Long after its lease has expired, this process still has the receiver's confirmation in memory.
  bench.setClock(later(10));
  await deliverAlert(pipeline, id, never);
  await worker.release();
  await sending;
  expect(sent).toBe(1);
  const row = await bench.pipeline.db.selectFrom('deliveries').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'delivered', attempts: 1 });
  const told = await bench.pipeline.db
    .selectFrom('ledger')
    .where('event', '=', 'attempt')
    .selectAll()
    .execute();
  expect(told).toHaveLength(1);
});

test('an infrastructure error before the send uses up no attempt of a delivery', async () => {
  await insertAlerts(bench.pipeline.db, { count: 1, dueAt: START });
  await using worker = await impatient('lock_timeout=100');
  const { id } = await bench.pipeline.db.selectFrom('deliveries').select('id').executeTakeFirstOrThrow();
  const channel: Channel = {
    kind: 'webhook',
    name: 'hook',
    maxStories: 10,
    send: async () => ({ status: 'delivered', answer: '204' }),
  };
  const pipeline = { ...worker.pipeline, channels: new Map([['hook', { channel, pace: undefined }]]) };
  await worker.hold('matches');
  for (let minutes = 1; minutes <= 5; minutes += 1) {
    bench.setClock(later(minutes));
    await deliverAlert(pipeline, id, never);
  }
  const row = () => bench.pipeline.db.selectFrom('deliveries').selectAll().executeTakeFirstOrThrow();
  expect(await row()).toMatchObject({ state: 'pending', attempts: 0, first_attempt_at: null });
  await worker.release();
  bench.setClock(later(10));
  await deliverAlert(pipeline, id, never);
  expect(await row()).toMatchObject({ state: 'delivered', attempts: 1 });
});

test('work that kills the process is counted before it starts, and rests after three times', async () => {
  const step = await bench.watch(`${outlet.url}/feed.xml`);
  await step.poll(START);
  const { id } = await onlyItem();
  for (let death = 1; death <= 3; death += 1) {
    await using other = await otherProcess(bench.pipeline);
    // Stands for a process that died: its fetch never returns.
    void ingestItem({ ...other, source: { get: () => new Promise(() => {}) } }, id, never);
    await expect.poll(async () => (await onlyItem()).started).toBe(death);
  }
  await ingestItem(bench.pipeline, id, never);
  expect(fetches).toBe(0);
  expect(await onlyItem()).toMatchObject({
    state: 'done',
    outcome: 'read from the feed: reading its page has ended the process 3 times',
  });
});

test('an item that kills processes repeatedly rests, and is given up after nine rests', async () => {
  const step = await bench.watch(`${outlet.url}/feed.xml`);
  await step.poll(START);
  const { id } = await onlyItem();
  await bench.pipeline.db.updateTable('items').set({ started: 4 }).execute();
  await ingestItem(bench.pipeline, id, never);
  const resting = await onlyItem();
  expect(resting).toMatchObject({ state: 'new', started: 3, attempts: 1 });
  expect(resting.due_at.getTime()).toBeGreaterThan(START.getTime() + 5_000);
  await bench.pipeline.db.updateTable('items').set({ started: 4, attempts: 8, due_at: START }).execute();
  await ingestItem(bench.pipeline, id, never);
  expect(await onlyItem()).toMatchObject({ state: 'failed', started: 0 });
  expect(await retryItems(bench.pipeline.db, [id], START)).toEqual([id]);
  await ingestItem(bench.pipeline, id, never);
  expect(await onlyItem()).toMatchObject({ state: 'done' });
});

test.each([
  [
    'NUL in JSON-LD',
    page(
      '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"A\\u0000B"},"keywords":["x\\u0000"],"articleSection":"\\ud800"}</script>',
    ),
  ],
  [
    'NUL and half a pair in the text',
    page('<meta name="author" content="A&#0;B&#xD800;">').replace('Monday', 'Mon\0day'),
  ],
])('%s uses up no attempt', async (_name, hostile) => {
  body = hostile;
  const step = await bench.watch(`${outlet.url}/feed.xml`);
  await step.poll(START);
  await step.ingest();
  expect((await onlyItem()).outcome).toContain('read from the page');
  expect(await bench.pipeline.db.selectFrom('alerts').selectAll().execute()).toHaveLength(1);
});

import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Channel } from '../../src/io/channels/channel.ts';
import type { PageSource } from '../../src/io/http/page-source.ts';
import { claimSlot } from '../../src/io/store/hosts/claim-slots.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { deliverAlert } from '../../src/pipeline/deliveries/deliver-alert.ts';
import { fetchPolitely } from '../../src/pipeline/fetching/fetch-politely.ts';
import { ingestItem } from '../../src/pipeline/articles/ingest-item.ts';
import { pollFeed } from '../../src/pipeline/feeds/poll-feed.ts';
import { insertAlerts } from '../support/deliver-rows.ts';
import { otherProcess } from '../support/other-process.ts';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { type ScriptedServer, scriptedServer } from '../support/scripted-server.ts';

const START = new Date('2026-03-02T08:00:00Z');
const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000);
const never = new AbortController().signal;
/** Stands for a process that died: its fetch never returns. */
const deadly: PageSource = { get: () => new Promise(() => {}) };

vi.setConfig({ testTimeout: 120_000 });

let bench: PollBench;
let outlet: ScriptedServer;
const disposables: AsyncDisposable[] = [];

beforeEach(async () => {
  bench = await pollBench();
  bench.setClock(START);
  outlet = await scriptedServer(({ path }, base) => {
    if (path.endsWith('.xml'))
      return {
        headers: { 'content-type': 'application/rss+xml' },
        body: rssOf([1, 2, 3, 4].map((n) => ({ title: `Report ${n}`, link: `${base}/${n}.html` }))),
      };
    if (!path.endsWith('.html')) return undefined;
    return {
      headers: { 'content-type': 'text/html' },
      body: `<title>Report ${path.slice(1, 2)}</title><h1>Report ${path.slice(1, 2)}</h1><p>${'The port was quiet today and the ferry left on time. '.repeat(9)}</p>`,
    };
  });
});
afterEach(async () => {
  for (const one of disposables.splice(0)) await one[Symbol.asyncDispose]();
  await outlet[Symbol.asyncDispose]();
  await bench[Symbol.asyncDispose]();
});

/** A process that stops responding once it has begun these. */
async function dyingProcess(): Promise<Pipeline> {
  const other = await otherProcess({ ...bench.pipeline, source: deadly });
  disposables.push(other);
  return other;
}

const items = () => bench.pipeline.db.selectFrom('items').selectAll().orderBy('id').execute();
const startsOf = async () => (await items()).map(({ started }) => started);

test('items that were being read beside one that kills the process are still read from their pages', async () => {
  const step = await bench.watch(`${outlet.url}/feed.xml`);
  await step.poll(START);
  const ids = (await items()).map(({ id }) => id);
  for (let death = 1; death <= 3; death += 1) {
    bench.setClock(later(death * 60));
    const dying = await dyingProcess();
    // The first one kills the process while the others are being read by it too.
    void ingestItem(dying, ids[0]!, never);
    await expect.poll(async () => (await startsOf())[0]).toBe(death);
    for (const id of ids.slice(1)) void ingestItem(dying, id, never);
    // From the second death on, the others wait while one is tried.
    await expect.poll(startsOf).toEqual([death, 1, 1, 1]);
    await expect
      .poll(async () => (await items()).filter(({ due_at }) => due_at > later(death * 60)).length)
      .toBe(death === 1 ? 0 : 3);
  }
  bench.setClock(later(600));
  for (const id of ids) await ingestItem(bench.pipeline, id, never);
  const [first, ...others] = await items();
  expect(first!.outcome).toBe('read from the feed: reading its page has ended the process 3 times');
  for (const other of others) expect(other.outcome).toContain('read from the page');
});

test('feeds that were being polled beside one that kills the process lose no poll', async () => {
  const steps = [];
  for (const name of ['a', 'b', 'c']) steps.push(await bench.watch(`${outlet.url}/${name}.xml`));
  const { db } = bench.pipeline;
  const feeds = () => db.selectFrom('feeds').selectAll().orderBy('id').execute();
  for (let death = 1; death <= 3; death += 1) {
    bench.setClock(later(death * 60));
    await db.updateTable('feeds').set({ next_poll_at: START }).execute();
    const dying = await dyingProcess();
    void pollFeed(dying, steps[0]!.id, never);
    await expect.poll(async () => (await feeds())[0]!.started).toBe(death);
    for (const { id } of steps.slice(1)) {
      const polling = pollFeed(dying, id, never);
      // When the process dies for the first time all of them are being read; after that they are tried one at a time.
      if (death > 1) await polling;
    }
    await expect.poll(async () => (await feeds()).map(({ started }) => started)).toEqual([death, 1, 1]);
  }
  bench.setClock(later(600));
  for (const { id } of steps) await pollFeed(bench.pipeline, id, never);
  const [deadlyOne, ...others] = await feeds();
  expect(deadlyOne).toMatchObject({ failures: 1, last_error: 'polling it has ended the process 3 times' });
  for (const other of others) expect(other).toMatchObject({ failures: 0, started: 0, last_error: null });
});

test('a killed worker blocks a host’s slot for twenty seconds, a living one for as long as it needs', async () => {
  const { db } = bench.pipeline;
  const place = { concurrency: 1, spacing: 0 };
  const dying: Pipeline = {
    ...bench.pipeline,
    source: deadly,
    settings: { ...bench.pipeline.settings, perHost: place },
  };
  void fetchPolitely(dying, { url: 'http://slow.example/', kind: 'page' });
  await expect.poll(() => db.selectFrom('hosts').select('leases').execute()).toHaveLength(1);
  const [row] = await db.selectFrom('hosts').selectAll().execute();
  const until = Object.values(row!.leases)[0]!;
  const limits = { concurrency: 1, spacingMs: 0, leaseMs: 1_000, patienceMs: 0 };
  const at = (seconds: number) => new Date((until + seconds) * 1_000);
  expect(await claimSlot(db, 'slow.example', 'x', limits, at(-1))).toMatchObject({ granted: false });
  expect(await claimSlot(db, 'slow.example', 'x', limits, at(1))).toMatchObject({ granted: true });
  const { rows } = await sql<{ seconds: number }>`
    SELECT ${until}::float8 - extract(epoch FROM now())::float8 AS seconds`.execute(db);
  expect(rows[0]!.seconds).toBeLessThanOrEqual(20);

  const slow: Pipeline = {
    ...dying,
    settings: { ...dying.settings, lease: 0.4 },
    source: {
      get: async ({ url }) => {
        await pause(1_500);
        return { url, status: 200, headers: {}, body: Buffer.from(''), redirects: [] };
      },
    },
  };
  const fetching = fetchPolitely(slow, { url: 'http://living.example/', kind: 'page' });
  await pause(1_000);
  expect(await claimSlot(db, 'living.example', 'y', limits)).toMatchObject({ granted: false });
  await fetching;
  await expect.poll(() => claimSlot(db, 'living.example', 'y', limits)).toMatchObject({ granted: true });
});

test('a killed worker blocks a delivery for twenty seconds, a living one for as long as it needs', async () => {
  const { db } = bench.pipeline;
  await insertAlerts(db, { count: 1, dueAt: START });
  const { id } = await db.selectFrom('deliveries').select('id').executeTakeFirstOrThrow();
  const sent: string[] = [];
  const hook = (name: string, ms: number): Channel => ({
    kind: 'webhook',
    name: 'hook',
    maxStories: 10,
    async send() {
      sent.push(name);
      await pause(ms);
      return { status: 'delivered', answer: '204' };
    },
  });
  const withHook = (pipeline: Pipeline, channel: Channel): Pipeline => ({
    ...pipeline,
    channels: new Map([['hook', { channel, pace: undefined }]]),
  });
  const dying = withHook(await dyingProcess(), hook('dying', 2 ** 30));
  void deliverAlert(dying, id, never);
  await expect.poll(() => sent).toEqual(['dying']);
  bench.setClock(later(19));
  await deliverAlert(withHook(bench.pipeline, hook('early', 0)), id, never);
  bench.setClock(later(21));
  // The test's clock advances with the lease, like a worker that renews it often.
  const brief = {
    ...bench.pipeline,
    now: () => new Date(),
    settings: { ...bench.pipeline.settings, lease: 3 },
  };
  const delivering = deliverAlert(withHook(brief, hook('slow', 5_000)), id, never);
  await expect.poll(() => sent).toEqual(['dying', 'slow']);
  await pause(4_000);
  const other = await otherProcess(brief);
  disposables.push(other);
  await deliverAlert(withHook(other, hook('second', 0)), id, never);
  await delivering;
  expect(sent).toEqual(['dying', 'slow']);
  const row = await db.selectFrom('deliveries').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'delivered', leased_until: null });
});

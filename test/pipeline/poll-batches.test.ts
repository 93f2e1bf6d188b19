import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageRequest } from '../../src/io/http/page-source.ts';
import { sql } from 'kysely';
import type { Database } from '../../src/io/store/database.ts';
import { endPolls, startPolls } from '../../src/io/store/feeds/feed-polls.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { claimSlots } from '../../src/io/store/hosts/claim-slots.ts';
import { releaseSlots } from '../../src/io/store/hosts/hosts.ts';
import { runWithSemaphore, createSemaphore } from '../../src/pipeline/semaphore.ts';
import { pollFeed } from '../../src/pipeline/feeds/poll-feed.ts';
import { sweeps } from '../../src/pipeline/sweep.ts';
import { statementsOf } from '../support/count-statements.ts';
import { inStep } from '../support/in-step.ts';
import { type PollBench, pollBench } from '../support/poll-step.ts';

// Feeds that have not changed, each on its own host: every address in 127/8 is this machine.

const FEEDS = 64;
const AT = new Date('2026-11-20T12:00:00Z');
const never = new AbortController().signal;
const server = createServer((_request, response) => void response.writeHead(304, { etag: '"1"' }).end());
let bench: PollBench;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  bench = await pollBench();
  bench.setClock(AT);
  await addFeeds(
    bench.pipeline.db,
    Array.from({ length: FEEDS }, (_, at) => ({
      url: `http://127.0.3.${at + 1}:${port}/feed.xml`,
      outlet: 'Example Daily',
      origin: 'cli',
    })),
  );
});
afterAll(async () => {
  await bench[Symbol.asyncDispose]();
  server.closeAllConnections();
  server.close();
});

/** Makes all feeds due, with the n-th overdue by n seconds, and returns their ids, longest overdue first. */
async function allDue(): Promise<string[]> {
  const { db } = bench.pipeline;
  const rows = await db.selectFrom('feeds').select('id').orderBy('id').execute();
  for (const [at, { id }] of rows.entries())
    await db
      .updateTable('feeds')
      .set({
        next_poll_at: new Date(AT.getTime() - at * 1_000),
        etag: '"1"',
        unconditional_at: AT,
        leased_until: null,
      })
      .where('id', '=', id)
      .execute();
  return rows.map(({ id }) => id).toReversed();
}

test('a poll that is answered 304 takes one statement at full load, and is counted before it begins', async () => {
  const { db } = bench.pipeline;
  const ids = await allDue();
  const source = inStep(bench.pipeline.source, 16);
  const started: number[] = [];
  const pipeline = {
    ...bench.pipeline,
    source: {
      ...source,
      async get(request: PageRequest) {
        const row = await db.selectFrom('feeds').select('started').where('url', '=', request.url).execute();
        started.push(...row.map((one) => one.started));
        return source.get(request);
      },
    },
  };
  const semaphore = createSemaphore(16);
  const seen = await statementsOf(() =>
    runWithSemaphore(ids, semaphore, never, (id) => pollFeed(pipeline, id, never)),
  );
  // This test counts how often each was started.
  const own = seen.length - FEEDS;
  console.log(`statements a poll: ${(own / FEEDS).toFixed(2)}`);
  expect(own / FEEDS).toBeLessThanOrEqual(1);
  expect(started).toEqual(Array.from({ length: FEEDS }, () => 1));
  const after = await db
    .selectFrom('feeds')
    .select(['started', 'last_status', 'leased_until', 'etag', 'schedule', 'polled_at'])
    .execute();
  for (const row of after)
    expect(row).toMatchObject({
      started: 0,
      last_status: 304,
      leased_until: null,
      etag: '"1"',
      polled_at: AT,
      schedule: { failures: 0 },
    });
});

test('where many feeds are due they share jobs, and the longest overdue come first', async () => {
  const ids = await allDue();
  const jobs: { readonly id: string; readonly payload: { feedId: string; more?: string[] } }[] = [];
  const queues = {
    enqueue: async (_name: string, added: readonly unknown[]) => void jobs.push(...(added as typeof jobs)),
  };
  await sweeps.feeds({ ...bench.pipeline, queues });
  expect(jobs.flatMap(({ payload: { feedId, more = [] } }) => [feedId, ...more])).toEqual(ids);
  expect(jobs.map(({ payload }) => 1 + (payload.more?.length ?? 0))).toEqual([25, 25, 14]);
});

test('the tasks of all jobs share the process’s semaphore; one that fails ends its job and no other', async () => {
  const semaphore = createSemaphore(3);
  let [under, most, done] = [0, 0, 0];
  const work = async (task: number) => {
    under += 1;
    most = Math.max(most, under);
    await new Promise((resolve) => setTimeout(resolve, 1));
    under -= 1;
    if (task === 4) throw new Error('the fourth');
    done += 1;
  };
  const jobs = [
    [1, 2, 3],
    [4, 5],
    [6, 7, 8, 9],
  ].map((tasks) => runWithSemaphore(tasks, semaphore, never, work));
  const ended = await Promise.allSettled(jobs);
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect({ under, most, done }).toEqual({ under: 0, most: 3, done: 8 });
  await expect(runWithSemaphore([1, 2], semaphore, AbortSignal.abort(), work)).rejects.toThrow('abort');
  expect(done).toBe(8);
});

test('a task that ends its permit early lets another begin; freed permits are given out together', async () => {
  const semaphore = createSemaphore(4);
  const begun: number[] = [];
  const gates = Array.from({ length: 10 }, () => Promise.withResolvers<void>());
  const stored = Promise.withResolvers<void>();
  const all = gates.map(({ promise }, at) =>
    semaphore(async (permit) => {
      begun.push(at);
      await promise;
      permit.end();
      permit.end();
      // A request after the end needs no permit, and gives none away.
      await permit.lend('slow.example', () => stored.promise);
    }),
  );
  await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
  gates[0]?.resolve();
  gates[1]?.resolve();
  await expect.poll(() => begun).toEqual([0, 1, 2, 3, 4, 5]);
  // One alone waits for others, but not for ever.
  gates[2]?.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toHaveLength(6);
  await expect.poll(() => begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
  for (const gate of gates) gate.resolve();
  stored.resolve();
  await Promise.all(all);
  expect(begun).toHaveLength(10);
});

test('tasks that are first are given permits before others, and after those that take theirs back', async () => {
  const semaphore = createSemaphore(1, { patience: 5, gathers: false });
  const begun: string[] = [];
  const gate = Promise.withResolvers<void>();
  const lent = Promise.withResolvers<void>();
  const returns = semaphore(async (permit) => {
    await permit.lend('slow.example', () => lent.promise);
    begun.push('back');
  });
  const holds = semaphore(() => gate.promise, 'first');
  const rest = [
    semaphore(async () => void begun.push('other 1')),
    semaphore(async () => void begun.push('first 1'), 'first'),
    semaphore(async () => void begun.push('other 2')),
    semaphore(async () => void begun.push('first 2'), 'first'),
  ];
  await new Promise((resolve) => setTimeout(resolve, 50));
  lent.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  gate.resolve();
  await Promise.all([returns, holds, ...rest]);
  expect(begun).toEqual(['back', 'first 1', 'first 2', 'other 1', 'other 2']);
});

/** How many rows the transaction has read so far, by an index or without. */
async function rowsRead(tx: Database): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables
     WHERE relname IN ('feeds', 'hosts')`.execute(tx);
  return rows[0]!.read;
}

test('a group of polls reads no rows of other feeds and hosts, even if the tables were never analysed', async () => {
  const { db } = bench.pipeline;
  const urls = Array.from({ length: 4_000 }, (_, at) => `http://other-${at}.example/feed.xml`);
  await sql`
    INSERT INTO feeds (url, listed_url, outlet, origin, next_poll_at)
    SELECT url, url, 'Example Daily', 'cli', ${AT} FROM unnest(${urls}::text[]) AS url`.execute(db);
  await sql`INSERT INTO hosts (host) SELECT 'other-' || n FROM generate_series(1, 4000) AS n`.execute(db);
  const few = await db.selectFrom('feeds').select('id').where('url', 'in', urls.slice(0, 16)).execute();
  const hosts = few.map((_, at) => ({ host: `other-${at + 1}`, lease: randomUUID() }));
  const limits = { concurrency: 2, spacingMs: 0, leaseMs: 20_000, patienceMs: 2_000 };
  const read: number[] = [];
  await db.transaction().execute(async (tx) => {
    // The statements are prepared after a few calls, and planned without their values after some more.
    for (let round = 0; round < 12; round += 1) {
      const before = await rowsRead(tx);
      const started = await startPolls(
        tx,
        few.map(({ id }) => ({ id, now: AT })),
      );
      expect(started.size).toBe(few.length);
      await claimSlots(
        tx,
        hosts.map((one) => ({ ...one, limits })),
      );
      await releaseSlots(
        tx,
        hosts.map((one) => ({ ...one, isTaken: true })),
      );
      await endPolls(
        tx,
        few.map(({ id }) => ({ id, change: { last_status: 304 } })),
      );
      read.push((await rowsRead(tx)) - before);
    }
  });
  // The first five of a connection are planned with their values, and then the server may read all hosts once.
  for (const many of read.slice(6)) expect(many).toBeLessThanOrEqual(10 * few.length);
});

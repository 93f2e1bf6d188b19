import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { holdItems } from '../../src/pipeline/articles/hold-items.ts';
import { ingestItem } from '../../src/pipeline/articles/ingest-item.ts';
import { ITEM_QUEUE_LIMITS, sweeps } from '../../src/pipeline/sweep.ts';
import { insertItem } from '../support/insert-item.ts';
import { type PollBench, pollBench } from '../support/poll-step.ts';

const AT = new Date('2026-11-20T12:00:00Z');
const never = new AbortController().signal;
let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
  bench.setClock(AT);
});
afterAll(() => bench[Symbol.asyncDispose]());

/** Makes items of as many feeds due, and returns the sizes of the jobs that the sweep puts them into. */
async function sizesOf(count: number): Promise<number[]> {
  const { db } = bench.pipeline;
  await sql`TRUNCATE feeds, items CASCADE`.execute(db);
  for (let at = 0; at < count; at += 1) {
    const outlet = `outlet-${at}`;
    await addFeeds(db, [{ url: `https://${outlet}.example/feed`, outlet, origin: 'cli' }]);
    const values = { due_at: AT, link_use: 'none' as const, summary: 'The ministry published its list.' };
    await insertItem(db, `https://${outlet}.example/${count}`, values);
  }
  const jobs: { readonly payload: { readonly itemId: string; readonly more?: string[] } }[] = [];
  const queues = {
    enqueue: async (_name: string, added: readonly unknown[]) => void jobs.push(...(added as typeof jobs)),
  };
  expect(await sweeps.articles({ ...bench.pipeline, queues })).toBe(count);
  const ids = jobs.flatMap(({ payload: { itemId, more = [] } }) => [itemId, ...more]);
  expect(new Set(ids).size).toBe(count);
  return jobs.map(({ payload }) => 1 + (payload.more?.length ?? 0));
}

test('a few items have a job each, and many share jobs, of which there are at least two', async () => {
  expect(await sizesOf(3)).toEqual([1, 1, 1]);
  expect(await sizesOf(9)).toEqual([5, 4]);
  expect(await sizesOf(40)).toEqual([16, 16, 8]);
});

test('the first items of each feed share no job with further items of one feed, which come behind them', async () => {
  const { db } = bench.pipeline;
  await sql`TRUNCATE feeds, items CASCADE`.execute(db);
  const add = async (outlet: string, count: number) => {
    await addFeeds(db, [{ url: `https://${outlet}.example/feed`, outlet, origin: 'cli' }]);
    for (let n = 0; n < count; n += 1)
      await insertItem(db, `https://${outlet}.example/report-${n}`, { due_at: AT });
  };
  await add('outlet-0', 40);
  await add('outlet-1', 2);
  const jobs: { readonly payload: { itemId: string; more?: string[] }; readonly behind: number }[] = [];
  const queues = {
    enqueue: async (_name: string, added: readonly unknown[]) => void jobs.push(...(added as typeof jobs)),
  };
  await sweeps.articles({ ...bench.pipeline, queues });
  expect(jobs.map(({ payload, behind }) => [1 + (payload.more?.length ?? 0), behind])).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [16, 1],
    [16, 17],
    [6, 33],
  ]);
});

test('an item that a job of this process has is left out of a second job, and may come again after the first', async () => {
  const gate = Promise.withResolvers<void>();
  const worked: (readonly string[])[] = [];
  const first = holdItems(bench.pipeline, ['1', '2'], async (ids) => {
    worked.push(ids);
    await gate.promise;
  });
  await holdItems(bench.pipeline, ['2', '3'], async (ids) => void worked.push(ids));
  gate.resolve();
  await first;
  await expect(
    holdItems(bench.pipeline, ['2'], async (ids) => {
      worked.push(ids);
      throw new Error('unexpected');
    }),
  ).rejects.toThrow('unexpected');
  await holdItems(bench.pipeline, ['2'], async (ids) => void worked.push(ids));
  expect(worked).toEqual([['1', '2'], ['3'], ['2'], ['2']]);
});

test('an item that begins without a lease gets one, so that no sweep takes it while it is read', async () => {
  const { db } = bench.pipeline;
  await db.deleteFrom('items').execute();
  await addFeeds(db, [{ url: 'https://poll.example/feed', outlet: 'poll', origin: 'cli' }]);
  await insertItem(db, 'https://poll.example/1', { due_at: AT });
  const { id } = await db.selectFrom('items').select('id').executeTakeFirstOrThrow();
  const source = {
    ...bench.pipeline.source,
    async get() {
      const { leased_until } = await db.selectFrom('items').select('leased_until').executeTakeFirstOrThrow();
      expect(leased_until).toEqual(new Date(AT.getTime() + ITEM_QUEUE_LIMITS.leaseSeconds * 1_000));
      throw new Error('seen');
    },
  };
  await ingestItem({ ...bench.pipeline, source }, id, never);
  expect(await db.selectFrom('items').select('outcome').executeTakeFirstOrThrow()).toEqual({
    outcome: expect.stringContaining('seen'),
  });
});

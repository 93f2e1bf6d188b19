import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { openQueueBackend } from '../../../src/io/queue/backend.ts';
import { openQueues, type Queues, type QueuesOptions } from '../../../src/io/queue/queues.ts';
import { backends } from '../../support/backends.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';

/** Each test has its own queues, on Redis too. */
function prefixOf(database: TestDatabase): string {
  return new URL(database.url).pathname.slice(1);
}

describe.each(backends)('queues on $name', ({ redisUrl }) => {
  async function open(database: TestDatabase, options: Partial<QueuesOptions> = {}): Promise<Queues> {
    const backend = await openQueueBackend({
      redisUrl,
      databaseUrl: database.url,
      redisPrefix: prefixOf(database),
      onError: () => {},
    });
    return openQueues(backend, { onError: () => {}, onFailed: () => {}, ...options });
  }

  test('runs each job once and forgets it', async () => {
    await using database = await testDatabase();
    const queues = await open(database);
    const seen: string[] = [];
    const all = Promise.withResolvers<void>();
    await queues.enqueue(
      'articles',
      [1, 2, 3].map((id) => ({ id: `item-${id}`, payload: { itemId: String(id) } })),
    );
    queues.work('articles', async (job) => {
      seen.push(job.payload.itemId);
      if (seen.length === 3) all.resolve();
    });
    await all.promise;
    expect(seen.sort()).toEqual(['1', '2', '3']);
    await expect
      .poll(() => queues.counts())
      .toMatchObject({ articles: { waiting: 0, active: 0, failed: 0 } });
    await queues.close(5_000);
  });

  test('a job with a higher `behind` runs after jobs with a lower one, even those added later', async () => {
    await using database = await testDatabase();
    const queues = await open(database);
    const job = (id: number, behind: number) => ({
      id: `item-${id}`,
      payload: { itemId: String(id) },
      behind,
    });
    await queues.enqueue('articles', [job(1, 9), job(2, 3), job(3, 0)]);
    await queues.enqueue('articles', [job(4, 0), job(1, 9)]);
    expect((await queues.counts()).articles.waiting).toBe(4);
    const seen: string[] = [];
    queues.work(
      'articles',
      async ({ payload }) => {
        seen.push(payload.itemId);
      },
      { concurrency: 1 },
    );
    await expect.poll(() => seen).toEqual(['3', '4', '2', '1']);
    await queues.close(5_000);
  });

  test('a job that waits is not added a second time; one that is done may come again', async () => {
    await using database = await testDatabase();
    const queues = await open(database);
    const job = { id: 'feed-7', payload: { feedId: '7' } };
    await queues.enqueue('feeds', [job]);
    await queues.enqueue('feeds', [job]);
    expect((await queues.counts()).feeds.waiting).toBe(1);
    let runs = 0;
    queues.work('feeds', async () => {
      runs += 1;
    });
    await expect.poll(() => runs).toBe(1);
    await expect.poll(async () => (await queues.counts()).feeds.active).toBe(0);
    await queues.enqueue('feeds', [job]);
    await expect.poll(() => runs).toBe(2);
    await queues.close(5_000);
  });

  test('many jobs that are added together come in their order, and a worker takes no job while it has enough tasks', async () => {
    await using database = await testDatabase();
    const queues = await open(database);
    const job = (n: number) => ({
      id: `item-${n}`,
      payload: { itemId: String(n), more: [`${n}1`, `${n}2`, `${n}3`] },
    });
    await queues.enqueue('articles', [1, 2, 3, 4, 5, 6, 7, 8].map(job));
    const seen: string[] = [];
    const gate = Promise.withResolvers<void>();
    queues.work(
      'articles',
      async ({ payload }) => {
        seen.push(payload.itemId);
        if (seen.length <= 2) await gate.promise;
      },
      { concurrency: 8 },
    );
    // A job that is running may be counted only after others were fetched, so there may be more than two at first.
    await expect.poll(() => seen.length).toBeGreaterThanOrEqual(2);
    gate.resolve();
    await expect.poll(() => seen).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    await queues.close(5_000);
  });

  test('a worker takes another job when tasks of a job have ended, though the job goes on', async () => {
    await using database = await testDatabase();
    const queues = await open(database);
    const slow = Promise.withResolvers<void>();
    const begun: string[] = [];
    queues.work(
      'feeds',
      async ({ id, taskEnded }) => {
        begun.push(id);
        if (id !== 'first') return;
        await expect.poll(() => queues.counts()).toMatchObject({ feeds: { waiting: 2 } });
        for (let ended = 0; ended < 3; ended += 1) taskEnded();
        await slow.promise;
      },
      { concurrency: 4 },
    );
    await queues.enqueue('feeds', [{ id: 'first', payload: { feedId: '1', more: ['2', '3', '4'] } }]);
    await expect.poll(() => begun).toEqual(['first']);
    await queues.enqueue('feeds', [
      { id: 'second', payload: { feedId: '5' } },
      { id: 'third', payload: { feedId: '6' } },
    ]);
    // Both are taken at the same time, so either may begin first.
    await expect.poll(() => [...begun].sort(), { timeout: 3_000 }).toEqual(['first', 'second', 'third']);
    slow.resolve();
    await expect.poll(() => queues.counts()).toMatchObject({ feeds: { waiting: 0, active: 0 } });
    await queues.close(5_000);
  });

  test('an invalid payload fails at once and is reported', async () => {
    await using database = await testDatabase();
    const failed = Promise.withResolvers<string>();
    const queues = await open(database, { onFailed: (error) => failed.resolve(error.message) });
    queues.work('articles', async () => {
      throw new Error('never reached');
    });
    await queues.enqueue('articles', [{ id: 'item-x', payload: { itemId: 'not a number' } }]);
    expect(await failed.promise).toMatch(/job item-x of articles/);
    await queues.close(5_000);
  });

  test('close waits for the running job, and aborts it after the grace period', async () => {
    await using database = await testDatabase();
    const queues = await open(database);
    const started = Promise.withResolvers<void>();
    let aborted = false;
    queues.work('articles', async (job) => {
      started.resolve();
      await new Promise<void>((resolve) => job.signal.addEventListener('abort', () => resolve()));
      aborted = true;
    });
    await queues.enqueue('articles', [{ id: 'item-1', payload: { itemId: '1' } }]);
    await started.promise;
    await queues.close(300);
    expect(aborted).toBe(true);
  });

  test('the jobs of a killed worker are taken over by another', async () => {
    await using database = await testDatabase();
    const queues = await open(database, { lockMs: 1_000 });
    await queues.enqueue('articles', [{ id: 'item-1', payload: { itemId: '1' } }]);
    const child = fork(
      new URL('../../support/hold-job.ts', import.meta.url),
      [database.url, prefixOf(database), redisUrl ?? ''],
      { stdio: 'ignore' },
    );
    expect(await once(child, 'message')).toEqual(['1', undefined]);
    child.kill('SIGKILL');
    const done = Promise.withResolvers<string>();
    queues.work('articles', async (job) => done.resolve(job.payload.itemId));
    expect(await done.promise).toBe('1');
    await queues.close(2_000);
  });
});

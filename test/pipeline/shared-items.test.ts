import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/io/store/database.ts';
import { addFeeds } from '../../src/io/store/feeds.ts';
import { startItems } from '../../src/io/store/item-attempts.ts';
import { leaseDueItems, renewItems } from '../../src/io/store/lease-items.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { ITEM_QUEUE_LIMITS, sweeps } from '../../src/pipeline/sweep.ts';
import { backends } from '../support/backends.ts';
import { testDatabase } from '../support/database.ts';
import { runPipeline } from '../support/run-pipeline.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

/** Stores items of one feed that have been due for so many seconds. Returns their ids. */
async function itemsDue(db: Database, count: number, seconds: number, now = NOW): Promise<string[]> {
  await addFeeds(db, [
    { url: `https://due-${seconds}.example/feed`, outlet: 'Example Daily', origin: 'cli' },
  ]);
  const { rows } = await sql<{ id: string }>`
    INSERT INTO items (feed_id, guid, url, url_key, link_use, title, entry_hash, due_at, first_seen_at, last_seen_at)
    SELECT (SELECT max(id) FROM feeds), n, 'https://due.example/' || n, n, 'none', 'Report ' || n, '',
           ${new Date(now.getTime() - seconds * 1_000)}, ${now}, ${now}
      FROM generate_series(1, ${count}::int) AS n RETURNING id`.execute(db);
  return rows.map(({ id }) => id);
}

interface ItemJob {
  readonly id: string;
  readonly payload: { readonly itemId: string; readonly more?: readonly string[] };
}

const idsIn = (payload: object) =>
  Object.values(payload)
    .flat()
    .filter((id) => id !== undefined) as string[];
const idsOf = ({ payload }: ItemJob) => idsIn(payload);

/** The jobs that a sweep adds at that instant. */
async function jobsAt(db: Database, now: Date): Promise<ItemJob[]> {
  const jobs: ItemJob[] = [];
  const queues = {
    enqueue: async (_name: string, added: readonly unknown[]) => void jobs.push(...(added as ItemJob[])),
  };
  await sweeps.articles({ db, queues, now: () => now } as unknown as Pipeline);
  return jobs;
}

test('items that have waited share jobs; those that a poll may just have queued keep their own', async () => {
  await using database = await testDatabase();
  const { db } = database;
  const waiting = await itemsDue(db, 30, 60);
  const fresh = await itemsDue(db, 5, 1);
  const jobs = await jobsAt(db, NOW);
  const shared = jobs.filter(({ payload }) => payload.more !== undefined);
  expect(shared.flatMap(idsOf)).toEqual(waiting);
  expect(shared.map((job) => idsOf(job).length)).toEqual([8, 8, 8, 6]);
  expect(shared.map(({ id }) => id)).toEqual(shared.map(({ payload }) => `item-${payload.itemId}-more`));
  const own = jobs.filter(({ payload }) => payload.more === undefined);
  expect(own.map(({ id }) => id)).toEqual(fresh.map((id) => `item-${id}`));
});

test('a few items that have waited are spread over jobs, so that other processes get some', async () => {
  await using database = await testDatabase();
  const ids = await itemsDue(database.db, 4, 60);
  expect((await jobsAt(database.db, NOW)).map(({ id }) => id)).toEqual(ids.map((id) => `item-${id}`));
});

test('an item that is being read is not added to another job, even if it was never leased', async () => {
  await using database = await testDatabase();
  const { db } = database;
  const ids = await itemsDue(db, 3, 60);
  const { leaseSeconds } = ITEM_QUEUE_LIMITS;
  await startItems(db, ids.slice(0, 2), NOW, leaseSeconds);
  expect((await jobsAt(db, later(1))).flatMap(idsOf)).toEqual(ids.slice(2));
  await renewItems(db, ids.slice(0, 1), later(10), leaseSeconds);
  expect((await jobsAt(db, later(16.5))).flatMap(idsOf)).toEqual(ids.slice(1));
});

test('a renewal leaves out items that are done or postponed meanwhile', async () => {
  await using database = await testDatabase();
  const { db } = database;
  const ids = await itemsDue(db, 3, 60);
  const [done, postponed, read] = ids as [string, string, string];
  await db.updateTable('items').set({ state: 'done' }).where('id', '=', done).execute();
  await db
    .updateTable('items')
    .set({ due_at: later(5) })
    .where('id', '=', postponed)
    .execute();
  await renewItems(db, ids, NOW, 15);
  const leased = await db.selectFrom('items').select('id').where('leased_until', 'is not', null).execute();
  expect(leased).toEqual([{ id: read }]);
  const due = await leaseDueItems(db, later(6), ITEM_QUEUE_LIMITS);
  expect(due.map(({ id }) => id)).toEqual([postponed]);
});

describe.each(backends)('items that share jobs, queues on $name', ({ redisUrl }) => {
  test('each is read on its own account: one that fails costs the others nothing', {
    timeout: 180_000,
  }, async () => {
    await using database = await testDatabase();
    const { db } = database;
    await itemsDue(db, 12, 60, new Date());
    const broken = 'Report 7';
    const sizes: number[] = [];
    await using _reading = await runPipeline({
      databaseUrl: database.url,
      redisUrl,
      channels: [],
      roles: ['articles'],
      wrap: (pipeline) => ({
        ...pipeline,
        queues: {
          enqueue: async (name, jobs) => {
            if (name === 'articles') sizes.push(...jobs.map(({ payload }) => idsIn(payload).length));
            await pipeline.queues.enqueue(name, jobs);
          },
        },
        reader: {
          ...pipeline.reader,
          get load() {
            return pipeline.reader.load;
          },
          readArticle: (task, signal) =>
            task.entry.title === broken
              ? Promise.reject(new Error('not this one'))
              : pipeline.reader.readArticle(task, signal),
        },
      }),
    });
    const unread = async () => {
      const rows = await db.selectFrom('items').select(['state', 'attempts']).execute();
      return rows.filter(({ state, attempts }) => state === 'new' && attempts === 0).length;
    };
    await expect.poll(unread, { timeout: 120_000 }).toBe(0);
    const rows = await db
      .selectFrom('items')
      .select(['title', 'outcome', 'started'])
      .where('state', '=', 'new')
      .execute();
    expect(rows).toEqual([{ title: broken, outcome: 'unexpected error: not this one', started: 0 }]);
    // Twelve items were in four jobs; the one that failed may have come again in its own.
    expect(sizes.slice(0, 4)).toEqual([3, 3, 3, 3]);
  });
});

import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leaseDueFeeds } from '../../../src/io/store/feeds/feeds.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

const NOW = new Date('2026-03-02T08:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const [LEASE, DEPTH] = [30, 40];

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database[Symbol.asyncDispose]());

async function dueFeeds(count: number): Promise<void> {
  await sql`
    INSERT INTO feeds (url, listed_url, outlet, origin, next_poll_at)
    SELECT url, url, 'Example Daily', 'cli', ${NOW}::timestamptz - n * interval '1 second'
      FROM generate_series(1, ${count}::int) AS n, LATERAL (SELECT 'https://' || n || '.example/feed' AS url) AS named`.execute(
    database.db,
  );
}

const lease = (now: Date) => leaseDueFeeds(database.db, now, LEASE, DEPTH);

async function endPolls(ids: readonly string[]): Promise<void> {
  await sql`
    UPDATE feeds SET next_poll_at = ${later(3_600)}, leased_until = NULL WHERE id = ANY(${ids}::bigint[])`.execute(
    database.db,
  );
}

test('of many due feeds no more are leased at a time than the queue is to hold, the longest overdue first', async () => {
  await dueFeeds(100);
  const first = await lease(NOW);
  expect(first).toHaveLength(DEPTH);
  const urls = await database.db.selectFrom('feeds').select(['id', 'url']).execute();
  expect(urls.find(({ id }) => id === first[0])?.url).toBe('https://100.example/feed');
  expect(await lease(later(1))).toEqual([]);
  await endPolls(first.slice(0, 15));
  const next = await lease(later(2));
  expect(next).toHaveLength(15);
  expect(first).not.toEqual(expect.arrayContaining(next.slice(0, 1)));
});

test('feeds are leased again once their lease has ended, because their jobs may be lost', async () => {
  await dueFeeds(100);
  const first = await lease(NOW);
  expect((await lease(later(LEASE))).toSorted()).toEqual(first.toSorted());
});

test('leases of a clock that ran ahead keep no feed out', async () => {
  await dueFeeds(10);
  await database.db
    .updateTable('feeds')
    .set({ leased_until: later(86_400) })
    .execute();
  expect(await lease(NOW)).toHaveLength(10);
});

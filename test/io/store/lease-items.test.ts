import { sql } from 'kysely';
import { beforeEach, afterEach, expect, test } from 'vitest';
import { addFeeds, findFeed } from '../../../src/io/store/feeds/feeds.ts';
import { startItems } from '../../../src/io/store/items/item-attempts.ts';
import { keepItems, leaseDueItems, type LeasedItem } from '../../../src/io/store/items/lease-items.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

const NOW = new Date('2026-03-02T08:00:00Z');
const TURNS = { depth: 40, quota: 8, leaseSeconds: 15 };
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database[Symbol.asyncDispose]());

/** Creates a feed with items that have been due since then, `backlog` or not. Returns its id. */
async function feedWith(name: string, count: number, since: Date, backlog = false): Promise<string> {
  const url = `https://${name}.example/feed`;
  await addFeeds(database.db, [{ url, outlet: name, origin: 'cli' }]);
  const { id } = (await findFeed(database.db, url))!;
  await sql`
    INSERT INTO items (feed_id, guid, url, url_key, title, entry_hash, backlog, due_at, first_seen_at, last_seen_at)
    SELECT ${id}::bigint, n, ${url} || n, ${url} || n, 'Report ' || n, '', ${backlog}, ${since}::timestamptz + n * interval '1 ms', ${since}, ${since}
      FROM generate_series(1, ${count}::int) AS n`.execute(database.db);
  return id;
}

async function feedsOf(taken: readonly LeasedItem[]): Promise<string[]> {
  const ids = taken.map(({ id }) => id);
  const rows = await database.db
    .selectFrom('items')
    .select(['id', 'feed_id'])
    .where('id', 'in', ids)
    .execute();
  const feeds = new Map(rows.map((row) => [row.id, row.feed_id]));
  return ids.map((id) => feeds.get(id)!);
}

test('a fresh report is leased at once although ten thousand of another feed have waited longer', async () => {
  const flood = await feedWith('flood', 10_000, later(-3_600));
  const first = await leaseDueItems(database.db, NOW, TURNS);
  expect(first).toHaveLength(TURNS.depth);
  const normal = await feedWith('normal', 1, later(-1));
  // The queue is full until some of the first items are done.
  expect(await leaseDueItems(database.db, later(1), TURNS)).toEqual([]);
  await database.db
    .updateTable('items')
    .set({ state: 'done' })
    .where(
      'id',
      'in',
      first.slice(0, 10).map(({ id }) => id),
    )
    .execute();
  const next = await feedsOf(await leaseDueItems(database.db, later(1), TURNS));
  expect(next.filter((id) => id === flood)).toHaveLength(TURNS.quota);
  expect(next.slice(0, 2).toSorted()).toEqual([flood, normal].toSorted());
});

test('items that have begun leave their places in the queue to others', async () => {
  await feedWith('many', 200, later(-60));
  const first = await leaseDueItems(database.db, NOW, TURNS);
  expect(await leaseDueItems(database.db, later(1), TURNS)).toEqual([]);
  const begin = (from: number, to: number) => {
    const ids = first.slice(from, to).map(({ id }) => id);
    return startItems(database.db, ids, { now: later(1), leaseSeconds: TURNS.leaseSeconds });
  };
  await begin(0, 9);
  // Less than a quarter of the queue is free.
  expect(await leaseDueItems(database.db, later(2), TURNS)).toEqual([]);
  await begin(9, 12);
  expect(await leaseDueItems(database.db, later(2), TURNS)).toHaveLength(12);
});

test('fresh items of every feed come before the backlog of any', async () => {
  const old = await feedWith('old', 100, later(-7_200), true);
  const fresh = await feedWith('fresh', 30, later(-1));
  const taken = await feedsOf(await leaseDueItems(database.db, NOW, TURNS));
  expect(taken.slice(0, 20)).toEqual(Array(20).fill(fresh));
  expect(taken.slice(20)).toEqual(Array(20).fill(old));
});

test('a queued item is not leased again until its lease ends, or if its lease is from the future', async () => {
  await feedWith('one', 3, later(-1));
  const taken = await leaseDueItems(database.db, NOW, TURNS);
  expect(taken).toHaveLength(3);
  expect(await leaseDueItems(database.db, later(10), TURNS)).toEqual([]);
  expect(await leaseDueItems(database.db, later(16), TURNS)).toEqual(taken);
  expect(await leaseDueItems(database.db, later(-400 * 86_400), TURNS)).toEqual([]);
  await database.db
    .updateTable('items')
    .set({ leased_until: later(400 * 86_400) })
    .execute();
  expect(await leaseDueItems(database.db, later(20), TURNS)).toEqual(taken);
});

test('a kept item is not leased again; one that was put off keeps no lease', async () => {
  await feedWith('kept', 3, later(-1));
  const [first, second, third] = (await leaseDueItems(database.db, NOW, TURNS)).map(({ id }) => id);
  await database.db
    .updateTable('items')
    .set({ leased_until: null, due_at: later(12) })
    .where('id', '=', second!)
    .execute();
  await keepItems(database.db, [first!, second!], later(10), TURNS.leaseSeconds);
  const next = await leaseDueItems(database.db, later(16), TURNS);
  expect(next.map(({ id }) => id).toSorted()).toEqual([second, third].toSorted());
});

test('the turn of an item counts those of its feed that wait in the queue or are in hand', async () => {
  await feedWith('large', 1_000, later(-3_600));
  const first = await leaseDueItems(database.db, NOW, TURNS);
  const ids = first.map(({ id }) => id);
  await startItems(database.db, ids.slice(0, 30), { now: later(1), leaseSeconds: TURNS.leaseSeconds });
  await feedWith('normal', 2, later(0));
  const next = await leaseDueItems(database.db, later(1), TURNS);
  // The two of the other feed come first, whatever waits or runs of the large one.
  expect(next.map(({ turn }) => turn)).toEqual([
    1,
    2,
    ...Array.from({ length: next.length - 2 }, (_, n) => 41 + n),
  ]);
});

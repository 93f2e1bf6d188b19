import { sql } from 'kysely';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { repairDueTimes } from '../../../src/io/store/backup/repair-due-times.ts';
import { testDatabase } from '../../support/database.ts';
import { insertAlerts } from '../../support/deliver-rows.ts';
import { sentBy } from '../../support/count-statements.ts';
import { plansOf } from '../../support/statement-plans.ts';

const KINDS = ['feeds', 'items', 'deliveries'] as const;

test('what is due too late is found by an index, also before the server has statistics', async () => {
  await using database = await testDatabase();
  const { db, url } = database;
  for (const table of KINDS)
    await sql`ALTER TABLE ${sql.table(table)} SET (autovacuum_enabled = off)`.execute(db);
  await sql`
    INSERT INTO feeds (url, listed_url, outlet, origin, polled_at, next_poll_at)
    SELECT n::text, n::text, 'Example Daily', 'cli', now(), now() FROM generate_series(1, 3000) AS n`.execute(
    db,
  );
  await sql`
    INSERT INTO items (feed_id, guid, url, url_key, key, title, entry_hash, due_at, first_seen_at, last_seen_at)
    SELECT id, url, url, url, url, url, '', now(), now(), now() FROM feeds`.execute(db);
  await insertAlerts(db, { count: 3_000 });
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    for (const kind of KINDS) {
      const sent = await sentBy(() => repairDueTimes(db, kind, new Date(), 3_600));
      expect(sent).toHaveLength(1);
      for (const { whole, inOrder } of await plansOf(admin, sent[0]!))
        expect([...whole, ...inOrder]).toEqual([]);
    }
  } finally {
    await admin.end();
  }
}, 60_000);

test('what a clock that ran ahead has put off is due now, and nothing else', async () => {
  await using database = await testDatabase();
  const { db } = database;
  const now = new Date();
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
  await sql`
    INSERT INTO feeds (url, listed_url, outlet, origin, polled_at, next_poll_at) VALUES
      ('soon', 'soon', 'Example Daily', 'cli', ${at(-1)}, ${at(8)}),
      ('late', 'late', 'Example Daily', 'cli', ${at(-1)}, ${at(9)}),
      ('ahead', 'ahead', 'Example Daily', 'cli', ${at(1)}, ${at(2)})`.execute(db);
  await sql`
    INSERT INTO items (feed_id, guid, url, url_key, key, title, entry_hash, due_at, first_seen_at, last_seen_at)
    SELECT min(id), name, name, name, name, name, '', due, ${now}, ${now}
      FROM feeds, (VALUES ('near', ${at(0.05)}::timestamptz), ('far', ${at(0.1)}::timestamptz)) AS item (name, due)
     GROUP BY name, due`.execute(db);
  await insertAlerts(db, { count: 2, dueAt: at(1), name: 'near' });
  await insertAlerts(db, { count: 2, dueAt: at(2), name: 'far' });
  await sql`UPDATE deliveries SET created_at = ${now}`.execute(db);
  for (const kind of KINDS) await repairDueTimes(db, kind, now, 3_600);
  const feeds = await sql`
    SELECT url, next_poll_at = ${now} AS due, polled_at <= ${now} AS before FROM feeds ORDER BY url`.execute(
    db,
  );
  expect(feeds.rows).toEqual([
    { url: 'ahead', due: true, before: true },
    { url: 'late', due: true, before: true },
    { url: 'soon', due: false, before: true },
  ]);
  const items = await sql`SELECT guid FROM items WHERE due_at = ${now}`.execute(db);
  expect(items.rows).toEqual([{ guid: 'far' }]);
  const deliveries = await sql`SELECT count(*)::int AS due FROM deliveries WHERE due_at = ${now}`.execute(db);
  expect(deliveries.rows).toEqual([{ due: 2 }]);
}, 60_000);

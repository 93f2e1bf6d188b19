import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { backupLines } from '../../../src/io/store/backup/backup.ts';
import type { Database } from '../../../src/io/store/database.ts';
import { MigrationError, migrate } from '../../../src/io/store/migrate.ts';
import { removeOld } from '../../../src/io/store/retention.ts';
import { restoreLines } from '../../../src/io/store/backup/restore.ts';
import { testDatabase } from '../../support/database.ts';

const NOW = new Date('2026-11-28T12:00:00Z');

async function linesOf(db: Database): Promise<string[]> {
  return Array.fromAsync(backupLines(db, NOW));
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/**
 * Rows with values that a copy could damage: long numbers, microseconds, arrays, line breaks, references to later
 * rows.
 */
async function fill(db: Database): Promise<void> {
  await sql`INSERT INTO feeds (url, listed_url, outlet, origin, next_poll_at, leased_until)
    SELECT 'https://f' || n || '.example/', 'https://f' || n || '.example/', E'Outlet\n' || n, 'config',
           '2026-11-28 12:00:00.123456+00', CASE WHEN n = 1 THEN now() END
      FROM generate_series(1, 3) AS n`.execute(db);
  await sql`INSERT INTO stories (title, link, state, keys, outlets, first_report_at, last_report_at)
    SELECT 'Story "' || n || '" 半導体 \\ ', 'https://s.example/', '{"big": 12345678901234567890.12345}', ARRAY[n, -n],
           ARRAY['a,b', 'c"d'], now(), now() FROM generate_series(1, 1200) AS n`.execute(db);
  await sql`UPDATE stories SET merged_into = 1200 WHERE id = 1`.execute(db);
  await sql`DELETE FROM stories WHERE id = 1199`.execute(db);
  await sql`INSERT INTO ledger (at, event, detail) VALUES (now(), 'read', '{"id": 9007199254740993}')`.execute(
    db,
  );
  await sql`INSERT INTO hosts (host) VALUES ('h.example')`.execute(db);
}

/** A valid backup. */
let sound: readonly string[];
beforeAll(async () => {
  await using from = await testDatabase();
  await fill(from.db);
  sound = await linesOf(from.db);
});

test('a restore returns every value exactly, and ids continue', async () => {
  await using from = await testDatabase();
  await fill(from.db);
  const lines = await linesOf(from.db);
  await using to = await testDatabase({ migrated: false });
  const rows = await restoreLines(to.db, each(lines));
  expect(rows).toMatchObject({ feeds: 3, stories: 1199, ledger: 1 });
  const freed = lines.map((line) => line.replace(/"leased_until": "[^"]+"/, '"leased_until": null'));
  expect(await linesOf(to.db)).toEqual(freed);
  const added = await sql<{
    id: string;
  }>`INSERT INTO stories (title, link, state, first_report_at, last_report_at)
    VALUES ('new', '', '{}', now(), now()) RETURNING id`.execute(to.db);
  expect(added.rows[0]?.id).toBe('1201');
  expect(await migrate(to.db)).toEqual([]);
  await expect(sql`UPDATE stories SET merged_into = 77777 WHERE id = 2`.execute(to.db)).rejects.toThrow(
    /foreign key/,
  );
});

test('a migration that was added after one with a higher number is run, and none twice', async () => {
  await using made = await testDatabase();
  const indexes = ['deliveries_created', 'judgements_at'];
  for (const name of indexes) await sql`DROP INDEX ${sql.id(name)}`.execute(made.db);
  await sql`DELETE FROM kysely_migration WHERE name = '016-console-lists'`.execute(made.db);
  await using restored = await testDatabase({ migrated: false });
  await restoreLines(restored.db, each(await linesOf(made.db)));
  expect(await migrate(restored.db)).toEqual([]);
  expect(await migrate(made.db)).toEqual(['016-console-lists']);
  expect(await migrate(made.db)).toEqual([]);
  const { rows } = await sql`SELECT indexname FROM pg_indexes WHERE indexname = ANY (${indexes})`.execute(
    made.db,
  );
  expect(rows).toHaveLength(indexes.length);
});

test('a backup is consistent, whatever is written meanwhile, also by the nightly retention', async () => {
  await using from = await testDatabase();
  await fill(from.db);
  const lines: string[] = [];
  for await (const line of backupLines(from.db, NOW)) {
    if (lines.length === 1) {
      await sql`DELETE FROM ledger`.execute(from.db);
      const future = new Date(Date.now() + 60_000);
      const all = { stories: future, unmatched: future, raw: future, ledger: future };
      const removed = await removeOld(from.db, all, new AbortController().signal);
      expect(removed.stories).toBeGreaterThan(1_000);
    }
    lines.push(line);
  }
  const rowsOf = (table: string) => lines.filter((line) => line.startsWith(`["${table}"`));
  expect(rowsOf('ledger')).toHaveLength(1);
  expect(rowsOf('stories')).toHaveLength(1_199);
});

test.each<[why: string, spoil: (lines: string[]) => string[], says: RegExp]>([
  ['no backup', () => ['{"some":"thing"}'], /no backup of chipwatch/],
  ['an empty file', () => [], /no backup of chipwatch/],
  ['a file that was cut off', (lines) => lines.slice(0, -1), /cut off after line/],
  ['a line that was cut off', (lines) => [...lines.slice(0, -1), '{"end":tr'], /is not whole/],
  ['a lost row', (lines) => lines.toSpliced(3, 1), /should have \d+ rows, the file has/],
  ['a foreign table', (lines) => lines.toSpliced(2, 0, '["users",{"id":1}]'), /no row of a table/],
  [
    'a newer format',
    ([head, ...rest]) => [(head as string).replace('"format":1', '"format":2'), ...rest],
    /use a newer/,
  ],
])('%s restores nothing', async (_why, spoil, says) => {
  await using to = await testDatabase({ migrated: false });
  await expect(restoreLines(to.db, each(spoil([...sound])))).rejects.toThrow(says);
  // Afterwards the same database accepts the valid file.
  expect(await restoreLines(to.db, each(sound))).toMatchObject({ feeds: 3 });
});

test('a database that is in use is not overwritten', async () => {
  await using to = await testDatabase();
  await fill(to.db);
  await expect(restoreLines(to.db, each(sound))).rejects.toThrow(/not empty/);
  expect((await linesOf(to.db)).length).toBeGreaterThan(1000);
});

test('a database of a newer version is refused, by start and restore', async () => {
  await using from = await testDatabase();
  const lines = await linesOf(from.db);
  await sql`INSERT INTO kysely_migration VALUES ('999-of-the-future', now()::text)`.execute(from.db);
  await expect(migrate(from.db)).rejects.toThrow(MigrationError);
  await expect(migrate(from.db)).rejects.toThrow(/newer chipwatch \(it has run 999-of-the-future\)/);
  await using to = await testDatabase({ migrated: false });
  const [head, ...rest] = lines as [string, ...string[]];
  const future = [head.replace('"migrations":[', '"migrations":["999-of-the-future",'), ...rest];
  await expect(restoreLines(to.db, each(future))).rejects.toThrow(/newer chipwatch/);
});

test('a migration waits for a backup, a backup for a migration, and a start that migrates nothing for neither', async () => {
  await using made = await testDatabase();
  await fill(made.db);
  const rewrite = async () => {
    await sql`DELETE FROM kysely_migration WHERE name = '035-host-refusals'`.execute(made.db);
    await sql`ALTER TABLE hosts DROP COLUMN refusals, DROP COLUMN rests_until`.execute(made.db);
  };
  const running = backupLines(made.db, NOW);
  const lines = [(await running.next()).value as string];
  expect(await migrate(made.db)).toEqual([]);
  await rewrite();
  let isMigrated = false;
  const migrating = migrate(made.db).then((ran) => {
    isMigrated = true;
    return ran;
  });
  await expect.poll(() => waitingLocks(made.db)).toBe(1);
  for await (const line of running) {
    expect(isMigrated).toBe(false);
    lines.push(line);
  }
  expect(await migrating).toEqual(['035-host-refusals']);
  await using to = await testDatabase({ migrated: false });
  expect(await restoreLines(to.db, each(lines))).toMatchObject({ feeds: 3, stories: 1199 });

  const holder = await made.db.startTransaction().execute();
  await sql`SELECT pg_advisory_xact_lock(3853314791062309107)`.execute(holder);
  let hasBegun = false;
  const waiting = backupLines(made.db, NOW);
  const first = waiting.next().then((line) => {
    hasBegun = true;
    return line;
  });
  await expect.poll(() => waitingLocks(made.db)).toBe(1);
  expect(hasBegun).toBe(false);
  await holder.commit().execute();
  expect((await first).done).toBe(false);
  await waiting.return(undefined);
  await expect.poll(() => heldLocks(made.db)).toBe(0);
});

const locks = async (db: Database, isGranted: boolean): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(*)::int AS count FROM pg_locks JOIN pg_database d ON d.oid = database
      WHERE datname = current_database() AND locktype = 'advisory' AND granted = ${isGranted}`.execute(db);
  return rows[0]!.count;
};
const waitingLocks = (db: Database) => locks(db, false);
const heldLocks = (db: Database) => locks(db, true);

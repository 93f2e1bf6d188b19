import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import { expect, inject, onTestFinished, test } from 'vitest';
import { backupLines } from '../../src/io/store/backup/backup.ts';
import type { Database } from '../../src/io/store/database.ts';
import { migrate, ranMigrations } from '../../src/io/store/migrate.ts';
import { restoreLines } from '../../src/io/store/backup/restore.ts';
import { testDatabase } from '../support/database.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { sampleConfig, startService } from '../support/service-process.ts';

const NOW = new Date('2026-11-28T12:00:00Z');

async function backup(stories: number): Promise<string[]> {
  await using from = await testDatabase();
  await sql`INSERT INTO stories (title, link, state, first_report_at, last_report_at)
    SELECT 'Story ' || n, '', '{}', now(), now() FROM generate_series(1, ${stories}::int) AS n`.execute(
    from.db,
  );
  return await Array.fromAsync(backupLines(from.db, NOW));
}

/** The lines, the last of them after `released`. */
async function* slowly(lines: readonly string[], reached: () => void, released: Promise<void>) {
  yield* lines.slice(0, -1);
  reached();
  await released;
  yield lines.at(-1)!;
}

const countOf = async (db: Database) =>
  (await sql<{ count: number }>`SELECT count(*)::int AS count FROM stories`.execute(db)).rows[0]?.count;

test('a service that starts during a restore is refused in a sentence, damages nothing, and starts afterwards', {
  timeout: 120_000,
}, async () => {
  const lines = await backup(30);
  await using database = await freshDatabase(inject('databaseUrl'), 'empty');
  await using config = await sampleConfig('log: { format: json }');
  const environment = { CHIPWATCH_CONFIG: config.file, DATABASE_URL: database.url };
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const restoring = restoreLines(database.db, slowly(lines, reached.resolve, released.promise));
  await reached.promise;
  await using early = startService('feeds', environment);
  expect(await early.ended).toBe(1);
  expect(early.output.stderr).toMatch(/a backup is being restored into this database: [^\n]*start again/i);
  expect(early.output.stderr).not.toMatch(/\n\s+at /);
  await expect(
    restoreLines(
      database.db,
      slowly(lines, () => {}, released.promise),
    ),
  ).rejects.toThrow(/another restore/);
  released.resolve();
  expect(await restoring).toMatchObject({ stories: 30, feeds: 0 });
  expect(await Array.fromAsync(backupLines(database.db, NOW))).toEqual(lines);
  await using late = startService('feeds', environment);
  await late.seen('stderr', /"service.started"/, 60_000);
  expect(await late.stop('SIGTERM')).toBe(0);
  expect(await countOf(database.db)).toBe(30);
});

test('a restore that was killed is no record: no start takes it for one, and the next restore begins anew', {
  timeout: 60_000,
}, async () => {
  const lines = await backup(30);
  await using database = await freshDatabase(inject('databaseUrl'), 'empty');
  await killedRestore(database.url, lines.slice(0, -1));
  expect((await ranMigrations(database.db)).length).toBeGreaterThan(0);
  await expect(migrate(database.db)).rejects.toThrow(/a restore into this database was cut off: .*again/i);
  expect(
    await restoreLines(
      database.db,
      slowly(lines, () => {}, Promise.resolve()),
    ),
  ).toMatchObject({
    stories: 30,
  });
  expect(await migrate(database.db)).toEqual([]);
});

/** Runs a restore in a process that is killed when it has read these lines. */
async function killedRestore(url: string, lines: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['test/support/restore-child.ts', url], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.send(lines);
  await once(child, 'message');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

import { sql } from 'kysely';
import { inject, expect, test } from 'vitest';
import { openDatabase } from '../../src/io/store/database.ts';
import { migrateWith, ranMigrations } from '../../src/io/store/migrate.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { sampleConfig, startService } from '../support/service-process.ts';

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a service that gets %s during an upgrade ends; the next start does all of it',
  { timeout: 180_000 },
  async (signal) => {
    await using database = await freshDatabase(inject('databaseUrl'), 'empty');
    const patient = openDatabase(database.url, { work: 'long', maxConnections: 2, onError: () => {} });
    await migrateWith(patient, ['001-initial', '015-topic-versions']);
    await using config = await sampleConfig('log: { format: json }');
    const environment = { CHIPWATCH_CONFIG: config.file, DATABASE_URL: database.url };
    const isUpgrading = async () => {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(patient);
      return rows[0]!.n > 0;
    };
    // Somebody reads a table that the upgrade changes.
    await patient.transaction().execute(async (tx) => {
      await sql`SELECT FROM items LIMIT 1`.execute(tx);
      await using service = startService('feeds', environment);
      await expect.poll(isUpgrading, { timeout: 60_000 }).toBe(true);
      const ended = await service.stop(signal);
      if (signal === 'SIGTERM') expect(ended).toBe(0);
    });
    await using service = startService('feeds', environment);
    await service.seen('stderr', /"service.started"/, 120_000);
    await using fresh = await freshDatabase(inject('databaseUrl'), 'migrated');
    expect(await ranMigrations(patient)).toEqual(await ranMigrations(fresh.db));
    expect(await service.stop('SIGTERM')).toBe(0);
    await patient.destroy();
  },
);

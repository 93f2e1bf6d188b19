import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Pool } from 'pg';
import * as initial from './migrations/001-initial.ts';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

/** Migrations by name, in order; one that has run is never edited. */
const MIGRATIONS = { '001-initial': initial };

/** The migrations cannot be brought to an end; the message names the one that failed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Opens a pool to the database at the URL. `onError` hears of connections lost while idle. */
export function openDatabase(
  url: string,
  options: { maxConnections: number; onError: (error: Error) => void },
): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.maxConnections,
    application_name: 'chipwatch',
    connectionTimeoutMillis: 15_000,
    // A statement that runs for a minute is a bug or a dead network, and holds a connection others need.
    statement_timeout: 60_000,
    keepAlive: true,
  });
  pool.on('error', options.onError);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Brings the tables up to date and returns the names of the migrations that ran.
 * Kysely takes an advisory lock, so that several processes may start at once.
 *
 * @throws MigrationError
 */
export async function migrate(db: Database): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    const cause = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`migration ${failed ?? '(before the first)'} failed: ${cause}`, {
      cause: error,
    });
  }
  return (results ?? []).map((result) => result.migrationName);
}

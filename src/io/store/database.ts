import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import * as initial from './migrations/001-initial.ts';
import * as itemIdentity from './migrations/002-item-identity.ts';
import * as pageClaims from './migrations/003-page-claims.ts';
import * as confidence from './migrations/004-confidence.ts';
import * as pulses from './migrations/006-pulses.ts';
import { type KindOfWork, openPool } from './pool.ts';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

/** Migrations by name, in order; one that has run is never edited. */
const MIGRATIONS = {
  '001-initial': initial,
  '002-item-identity': itemIdentity,
  '003-page-claims': pageClaims,
  '004-confidence': confidence,
  '006-pulses': pulses,
};

/** Where each database was opened. */
const URLS = new WeakMap<Database, string>();

/** The migrations cannot be brought to an end; the message names the one that failed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Opens the database at the URL. `onError` hears of connections that are lost. */
export function openDatabase(
  url: string,
  options: { maxConnections: number; work?: KindOfWork; onError: (error: Error) => void },
): Database {
  const pool = openPool(url, { work: 'steps', ...options });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  URLS.set(db, url);
  return db;
}

/**
 * Brings the tables up to date and returns the names of the migrations that ran.
 * Kysely takes an advisory lock, so that several processes may start at once.
 *
 * @throws MigrationError
 */
export async function migrate(db: Database): Promise<string[]> {
  const url = URLS.get(db);
  if (url === undefined) throw new MigrationError('this is no database that was opened here');
  // A migration may take longer than the steps of the pipeline are given.
  const patient = openDatabase(url, { work: 'long', maxConnections: 2, onError: () => {} });
  try {
    return await migrateWith(patient);
  } finally {
    await patient.destroy();
  }
}

async function migrateWith(db: Database): Promise<string[]> {
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

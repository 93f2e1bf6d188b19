import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { type Database, openDatabase } from '../io/store/database.ts';
import { migrate } from '../io/store/migrate.ts';
import { type DatabaseConfig, openStore } from './open-store.ts';

/** Runs something on an empty database of its own on the service's server, and drops it afterwards. */
export async function withScratchDatabase<T>(
  config: DatabaseConfig,
  log: Logger,
  run: (db: Database) => Promise<T>,
): Promise<T> {
  const store = await openStore(config, log);
  const name = `chipwatch_scratch_${randomBytes(6).toString('hex')}`;
  try {
    await sql`CREATE DATABASE ${sql.id(name)}`.execute(store.db);
    const url = new URL(store.url());
    url.pathname = `/${name}`;
    const db = openDatabase(url.href, { maxConnections: 4, onError: () => {} });
    try {
      await migrate(db);
      return await run(db);
    } finally {
      await db.destroy();
      await sql`DROP DATABASE IF EXISTS ${sql.id(name)} WITH (FORCE)`.execute(store.db);
    }
  } finally {
    await store.close();
  }
}

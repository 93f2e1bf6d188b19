import { Kysely, PostgresDialect } from 'kysely';
import type { Address } from '../follow-address.ts';
import { type KindOfWork, openPool } from './pool.ts';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

/** How each database was opened. */
const OPENED = new WeakMap<Database, { readonly url: Address; readonly work: KindOfWork }>();

/** Opens the database at the URL. `onError` is called for connections that are lost. */
export function openDatabase(
  url: Address,
  options: { maxConnections: number; work?: KindOfWork; onError: (error: Error) => void },
): Database {
  const { work = 'steps' } = options;
  const pool = openPool(url, { ...options, work });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  OPENED.set(db, { url, work });
  return db;
}

/** How the database was opened; undefined for one that was not opened by `openDatabase`. */
export function openedWith(db: Database): { readonly url: Address; readonly work: KindOfWork } | undefined {
  return OPENED.get(db);
}

import { sql } from 'kysely';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/io/store/database.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';

/** Another connection to the same database. */
export async function anotherDatabase(db: Database): Promise<Database> {
  const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(db);
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${rows[0]!.name}`;
  return openDatabase(url.href, { maxConnections: 4, onError: () => {} });
}

/** The pipeline of another process on the same database; it shares nothing in memory. */
export async function otherProcess(pipeline: Pipeline): Promise<Pipeline & AsyncDisposable> {
  const db = await anotherDatabase(pipeline.db);
  return { ...pipeline, db, [Symbol.asyncDispose]: () => db.destroy() };
}

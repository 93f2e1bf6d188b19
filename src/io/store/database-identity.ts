import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Twelve hexadecimal digits that differ from database to database, also on one server and for a restored copy. They stay
 * the same when the server or its address changes its name.
 */
export async function databaseIdentity(db: Database): Promise<string> {
  const { rows: rights } = await sql<{ mayAsk: boolean }>`
    SELECT has_function_privilege('pg_control_system()', 'EXECUTE') AS "mayAsk"`.execute(db);
  const system =
    rights[0]?.mayAsk === true
      ? sql`(SELECT system_identifier::text FROM pg_control_system())`
      : sql`current_database()::text`;
  const { rows } = await sql<{ server: string; database: string; schema: string }>`
    SELECT ${system} AS server, oid::text AS database, current_schema()::text AS schema
      FROM pg_database WHERE datname = current_database()`.execute(db);
  return createHash('sha256').update(JSON.stringify(rows[0])).digest('hex').slice(0, 12);
}

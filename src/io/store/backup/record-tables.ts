import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** A table of the record, as the catalogue has it. */
export interface RecordTable {
  readonly name: string;
  /** In the table's order, without columns that the database computes. */
  readonly columns: readonly string[];
  /** Columns that order the rows, so that two copies of the same record are equal. */
  readonly key: readonly string[];
  /** The identity column, if there is one. */
  readonly identity: string | undefined;
}

/**
 * The tables that hold the record, by name. Left out are Kysely's own, those that triggers fill from others, and
 * unlogged ones: what these hold need not survive a crash, so it need not be copied either. The queue's tables lie in a schema of their own.
 */
export async function recordTables(db: Database): Promise<RecordTable[]> {
  const { rows } = await sql<RecordTable & { identity: string | null }>`
    SELECT t.relname AS name,
           (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
             WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
           coalesce((SELECT array_agg(a.attname::text ORDER BY k.place) FROM pg_index i
             CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
             WHERE i.indrelid = t.oid AND i.indisprimary), '{}') AS key,
           (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attidentity <> '') AS identity
      FROM pg_class t
     WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relispartition
       AND t.relpersistence = 'p' AND obj_description(t.oid, 'pg_class') IS DISTINCT FROM 'derived' AND t.relname NOT LIKE 'kysely\\_%'
     ORDER BY t.relname`.execute(db);
  return rows.map((row) => ({ ...row, identity: row.identity ?? undefined }));
}

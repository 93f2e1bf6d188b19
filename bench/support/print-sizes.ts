import { sql } from 'kysely';
import type { Database } from '../../src/io/store/database.ts';

/** Prints the sizes of tables and indexes of more than 4 MB. */
export async function printSizes(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; size: string }>`
    WITH sizes AS (
      SELECT relname AS name, pg_relation_size(oid) AS bytes FROM pg_class
       WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'i')
      UNION ALL SELECT 'the whole database', pg_database_size(current_database()))
    SELECT name, pg_size_pretty(bytes) AS size FROM sizes WHERE bytes > 4 * 1024 * 1024 ORDER BY bytes DESC`.execute(
    db,
  );
  for (const { name, size } of rows) console.log(`  ${name.padEnd(26)} ${size}`);
}

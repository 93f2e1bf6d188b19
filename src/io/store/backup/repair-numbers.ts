import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { recordTables } from './record-tables.ts';

/**
 * Lets numbering continue after the largest number in use. A copy that was made by other means than `chipwatch backup`
 * may leave a sequence behind; then new rows are refused, because their numbers are taken.
 *
 * @returns the tables whose numbering was behind
 */
export async function repairNumbers(db: Database): Promise<string[]> {
  const numbered = (await recordTables(db)).filter(({ identity }) => identity !== undefined);
  const behind: string[] = [];
  for (const { name, identity = 'id' } of numbered) {
    const { rows } = await sql<{ isBehind: boolean }>`
      WITH used AS (
        SELECT coalesce(max(${sql.ref(identity)}), 0) AS largest, pg_get_serial_sequence(${name}, ${identity}) AS sequence
          FROM ${sql.table(name)}
      ), next AS (
        SELECT used.*, coalesce((SELECT last_value FROM pg_sequences
          WHERE sequence = format('%I.%I', schemaname, sequencename)), 0) AS given FROM used
      )
      SELECT setval(sequence, largest) IS NOT NULL AS "isBehind" FROM next WHERE largest > given`.execute(db);
    if (rows.length > 0) behind.push(name);
  }
  return behind;
}

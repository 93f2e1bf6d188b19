import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Records that a role is alive. */
export async function recordAlive(db: Database, role: string, now: Date): Promise<void> {
  await sql`INSERT INTO pulses (role, at) VALUES (${role}, ${now})
    ON CONFLICT (role) DO UPDATE SET at = excluded.at`.execute(db);
}

/** When each role was last alive. */
export async function getLastAlive(db: Database): Promise<Map<string, Date>> {
  const { rows } = await sql<{ role: string; at: Date }>`SELECT role, at FROM pulses`.execute(db);
  return new Map(rows.map((row) => [row.role, row.at]));
}

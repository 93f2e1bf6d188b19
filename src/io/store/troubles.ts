import { sql } from 'kysely';
import type { Database } from './database.ts';

export interface Trouble {
  /** What is wrong, in a word: `polls`, `disk`. */
  readonly kind: string;
  readonly says: string;
}

/** Writes down what is wrong; what is known to be wrong stays as it began. */
export async function beginTrouble(db: Database, { kind, says, at }: Trouble & { at: Date }): Promise<void> {
  await sql`INSERT INTO troubles (kind, says, begun_at) VALUES (${kind}, ${says}, ${at})
    ON CONFLICT (kind) DO NOTHING`.execute(db);
}

/** Claims the troubles that are not reported yet; no other process gets them as well. */
export async function claimUntold(db: Database, now: Date): Promise<Trouble[]> {
  const { rows } = await sql<Trouble>`
    UPDATE troubles SET told_at = ${now} WHERE told_at IS NULL RETURNING kind, says`.execute(db);
  return rows;
}

/** The message did not get through: the next look tries again. */
export async function untell(db: Database, kind: string): Promise<void> {
  await sql`UPDATE troubles SET told_at = NULL WHERE kind = ${kind}`.execute(db);
}

/** Returns whether it was wrong until now, and somebody was told so; of several processes one is told yes. */
export async function endTrouble(db: Database, kind: string): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    DELETE FROM troubles WHERE kind = ${kind} RETURNING told_at IS NOT NULL AS told`.execute(db);
  return rows[0]?.told === true;
}

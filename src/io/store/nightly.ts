import { sql } from 'kysely';
import type { Database } from './database.ts';

/** When the task last ran. The first call records `now`, so that the task runs in the next night. */
export async function ranNightly(db: Database, task: string, now: Date): Promise<Date> {
  const { rows } = await sql<{ ran_at: Date }>`
    WITH added AS (INSERT INTO nightly (task, ran_at) VALUES (${task}, ${now}) ON CONFLICT DO NOTHING RETURNING ran_at)
    SELECT ran_at FROM added UNION ALL SELECT ran_at FROM nightly WHERE task = ${task} LIMIT 1`.execute(db);
  return rows[0]?.ran_at ?? now;
}

/** Claims the task for this night; false where another process has claimed it. */
export async function claimNightly(db: Database, task: string, ranAt: Date, now: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE nightly SET ran_at = ${now} WHERE task = ${task} AND ran_at = ${ranAt} RETURNING task`.execute(db);
  return rows.length > 0;
}

/**
 * Runs the task with its row locked, so that no other process runs it meanwhile. It counts as done only when `work`
 * returns true.
 */
export async function whileHolding(
  db: Database,
  { task, ranAt, now }: { readonly task: string; readonly ranAt: Date; readonly now: Date },
  work: () => Promise<boolean>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql`
      SELECT task FROM nightly WHERE task = ${task} AND ran_at = ${ranAt} FOR UPDATE SKIP LOCKED`.execute(tx);
    if (rows.length > 0 && (await work())) await claimNightly(tx, task, ranAt, now);
  });
}

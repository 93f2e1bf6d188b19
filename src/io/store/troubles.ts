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

/**
 * Hands over, one at a time, the troubles that the operator has not been alerted to. One counts as sent when `tell` says so: not when the
 * message failed, and not when the process died meanwhile. Troubles that another process has locked are left out.
 * @param tell takes less than the transaction may be idle, see `pool.ts`
 */
export async function tellBegun(
  db: Database,
  now: Date,
  tell: (trouble: Trouble) => Promise<boolean>,
): Promise<void> {
  for (let after = ''; ; ) {
    const kind = await db.transaction().execute(async (tx) => {
      const { rows } = await sql<Trouble>`
        SELECT kind, says FROM troubles WHERE told_at IS NULL AND kind > ${after}
         ORDER BY kind LIMIT 1 FOR UPDATE SKIP LOCKED`.execute(tx);
      const trouble = rows[0];
      if (trouble !== undefined && (await tell(trouble)))
        await sql`UPDATE troubles SET told_at = ${now} WHERE kind = ${trouble.kind}`.execute(tx);
      return trouble?.kind;
    });
    if (kind === undefined) return;
    after = kind;
  }
}

/** Forgets a trouble that has ended, once the operator has been told of the end if they were told of the beginning. */
export async function tellEnded(db: Database, kind: string, tell: () => Promise<boolean>): Promise<void> {
  const known = await sql`SELECT 1 FROM troubles WHERE kind = ${kind}`.execute(db);
  if (known.rows.length === 0) return;
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ isTold: boolean }>`
      SELECT told_at IS NOT NULL AS "isTold" FROM troubles WHERE kind = ${kind} FOR UPDATE SKIP LOCKED`.execute(
      tx,
    );
    const trouble = rows[0];
    if (trouble === undefined || (trouble.isTold && !(await tell()))) return;
    await sql`DELETE FROM troubles WHERE kind = ${kind}`.execute(tx);
  });
}

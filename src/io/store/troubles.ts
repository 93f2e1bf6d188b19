import { sql } from 'kysely';
import type { Database } from './database.ts';

export interface Trouble {
  /** A name for what is wrong: `polls`, `disk`. */
  readonly kind: string;
  readonly says: string;
}

/** Records a trouble; one that is recorded already keeps its beginning. */
export async function beginTrouble(db: Database, { kind, says, at }: Trouble & { at: Date }): Promise<void> {
  await sql`INSERT INTO troubles (kind, says, begun_at) VALUES (${kind}, ${says}, ${at})
    ON CONFLICT (kind) DO NOTHING`.execute(db);
}

/**
 * Passes the troubles that the operator was not alerted to, one at a time, to `tell`. A trouble counts as reported
 * only when `tell` returns true. Troubles that another process has locked are left out.
 * @param tell must take less time than a transaction may be idle (`pool.ts`)
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

/**
 * Deletes a trouble that has ended. If the operator was alerted to its beginning, `tell` must report the end first.
 */
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

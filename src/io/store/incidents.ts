import { sql } from 'kysely';
import type { Database } from './database.ts';

export interface Incident {
  /** A name for what is wrong: `polls`, `disk`. */
  readonly kind: string;
  readonly says: string;
}

/** Records an incident; one that is recorded already keeps its beginning. */
export async function openIncident(db: Database, { kind, says, at }: Incident & { at: Date }): Promise<void> {
  await sql`INSERT INTO troubles (kind, says, begun_at) VALUES (${kind}, ${says}, ${at})
    ON CONFLICT (kind) DO NOTHING`.execute(db);
}

/**
 * Passes the incidents that the operator was not alerted to, one at a time, to `tell`. An incident counts as reported
 * only when `tell` returns true. Incidents that another process has locked are left out.
 * @param tell must take less time than a transaction may be idle (`pool.ts`)
 */
export async function notifyOpened(
  db: Database,
  now: Date,
  tell: (incident: Incident) => Promise<boolean>,
): Promise<void> {
  for (let after = ''; ; ) {
    const kind = await db.transaction().execute(async (tx) => {
      const { rows } = await sql<Incident>`
        SELECT kind, says FROM troubles WHERE told_at IS NULL AND kind > ${after}
         ORDER BY kind LIMIT 1 FOR UPDATE SKIP LOCKED`.execute(tx);
      const incident = rows[0];
      if (incident !== undefined && (await tell(incident)))
        await sql`UPDATE troubles SET told_at = ${now} WHERE kind = ${incident.kind}`.execute(tx);
      return incident?.kind;
    });
    if (kind === undefined) return;
    after = kind;
  }
}

/**
 * Deletes an incident that has ended. If the operator was alerted to its beginning, `tell` must report the end first.
 */
export async function notifyClosed(db: Database, kind: string, tell: () => Promise<boolean>): Promise<void> {
  const known = await sql`SELECT 1 FROM troubles WHERE kind = ${kind}`.execute(db);
  if (known.rows.length === 0) return;
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ isTold: boolean }>`
      SELECT told_at IS NOT NULL AS "isTold" FROM troubles WHERE kind = ${kind} FOR UPDATE SKIP LOCKED`.execute(
      tx,
    );
    const incident = rows[0];
    if (incident === undefined || (incident.isTold && !(await tell()))) return;
    await sql`DELETE FROM troubles WHERE kind = ${kind}`.execute(tx);
  });
}

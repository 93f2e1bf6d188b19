import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** An advisory lock. A restore holds it alone; whoever migrates a database shares it. */
const RESTORE_LOCK = '3853314791062309108';

/** A table that is there from the beginning of a restore until its rows are committed. */
const MARK = 'restoring';

/**
 * Does the work on one connection that holds the lock. The lock ends with the session, so a process that dies leaves
 * none.
 *
 * @param refusal makes the error for when another session has the lock
 */
async function holding<T>(
  db: Database,
  how: { readonly isShared: boolean; readonly refusal: () => Error },
  work: (held: Database) => Promise<T>,
): Promise<T> {
  const mode = sql.raw(how.isShared ? '_shared' : '');
  return db.connection().execute(async (held) => {
    const { rows } = await sql<{
      got: boolean;
    }>`SELECT pg_try_advisory_lock${mode}(${sql.lit(RESTORE_LOCK)}::bigint) AS got`.execute(held);
    if (rows[0]?.got !== true) throw how.refusal();
    try {
      return await work(held);
    } finally {
      await sql`SELECT pg_advisory_unlock${mode}(${sql.lit(RESTORE_LOCK)}::bigint)`.execute(held);
    }
  });
}

/** Does the work while no other session restores or migrates. */
export async function aloneInDatabase<T>(
  db: Database,
  refusal: () => Error,
  work: (held: Database) => Promise<T>,
): Promise<T> {
  return holding(db, { isShared: false, refusal }, work);
}

/**
 * Does the work while no session restores.
 *
 * @param refusal makes the error from a sentence
 */
export async function besideNoRestore<T>(
  db: Database,
  refusal: (reason: string) => Error,
  work: (held: Database) => Promise<T>,
): Promise<T> {
  const isRestoring = () =>
    refusal('a backup is being restored into this database: when `chipwatch restore` has ended, start again');
  return holding(db, { isShared: true, refusal: isRestoring }, async (held) => {
    if (await isMarked(held))
      throw refusal(
        'a restore into this database was cut off: run `chipwatch restore` again, it begins anew; or take an empty database',
      );
    return work(held);
  });
}

/** Whether a restore has begun and has not ended. */
export async function isMarked(db: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`SELECT to_regclass(${MARK}) IS NOT NULL AS there`.execute(
    db,
  );
  return rows[0]?.there === true;
}

export async function mark(db: Database): Promise<void> {
  await sql`CREATE TABLE ${sql.table(MARK)} ()`.execute(db);
}

/** In the transaction of the rows: either both are there or neither. */
export async function unmark(tx: Database): Promise<void> {
  await sql`DROP TABLE ${sql.table(MARK)}`.execute(tx);
}

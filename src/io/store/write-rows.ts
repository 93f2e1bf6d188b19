import { sql } from 'kysely';
import type { Database } from './database.ts';
import { isRowRefused } from './sqlstate.ts';

/** A row that the database refused, and why. */
export interface RefusedRow<T> {
  readonly row: T;
  readonly reason: string;
}

/** Transactions in which a refused row fails the whole. */
const WITHOUT_SAVEPOINTS = new WeakSet<Database>();

/**
 * Runs a transaction that calls `writeRows`: first without savepoints, as a refused row is rare, and once more with them
 * if the database refuses one. `work` must have no effects outside the transaction.
 */
export async function writeInTransaction<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute((tx) => {
      WITHOUT_SAVEPOINTS.add(tx);
      return work(tx);
    });
  } catch (error) {
    if (!isRowRefused(error)) throw error;
    return db.transaction().execute(work);
  }
}

/**
 * Writes rows together, within the caller's transaction. Where the database refuses a statement, its rows are halved
 * until the bad row is found; only that row is left out.
 *
 * @throws errors that no row has caused
 */
export async function writeRows<T, R>(
  tx: Database,
  rows: readonly T[],
  write: (rows: readonly T[]) => Promise<readonly R[]>,
): Promise<{ written: R[]; refused: RefusedRow<T>[] }> {
  if (rows.length === 0) return { written: [], refused: [] };
  if (WITHOUT_SAVEPOINTS.has(tx)) return { written: [...(await write(rows))], refused: [] };
  await sql`SAVEPOINT rows`.execute(tx);
  try {
    const written = [...(await write(rows))];
    await sql`RELEASE SAVEPOINT rows`.execute(tx);
    return { written, refused: [] };
  } catch (error) {
    if (!isRowRefused(error)) throw error;
    await sql`ROLLBACK TO SAVEPOINT rows`.execute(tx);
    await sql`RELEASE SAVEPOINT rows`.execute(tx);
    const [only] = rows;
    if (rows.length === 1 && only !== undefined)
      return { written: [], refused: [{ row: only, reason: (error as Error).message }] };
    const middle = rows.length >> 1;
    const first = await writeRows(tx, rows.slice(0, middle), write);
    const second = await writeRows(tx, rows.slice(middle), write);
    return {
      written: [...first.written, ...second.written],
      refused: [...first.refused, ...second.refused],
    };
  }
}

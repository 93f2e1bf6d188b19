import { sql } from 'kysely';
import type { Database } from './database.ts';
import { isRowRefused } from './sqlstate.ts';

/** A row that the database refused, and why. */
export interface RefusedRow<T> {
  readonly row: T;
  readonly reason: string;
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

import { CompiledQuery } from 'kysely';
import type { Database } from './database.ts';

/**
 * Runs a statement whose text never changes, with `$1`, `$2` … for the values. The query builder composes the text anew
 * for each call, which takes longer than sending it: this is for the statements that run most often.
 */
export async function runFixed<Row>(
  db: Database,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  return (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
}

import { type Kysely, sql } from 'kysely';

/**
 * New entries of these indexes wait in a list that each look-up reads as a whole. Under load it grew to 4 MB, and reading it took
 * longer than the look-up. Kilobytes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const index of ['stories_keys', 'items_page_signs'])
    await sql`ALTER INDEX ${sql.ref(index)} SET (gin_pending_list_limit = 128)`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/**
 * A poll changes its feed's row three times, and a request changes its host's row twice. Where a page of the table has room
 * for the new versions, the indexes need no new entries.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE feeds SET (fillfactor = 40)`.execute(db);
  await sql`ALTER TABLE hosts SET (fillfactor = 50)`.execute(db);
}

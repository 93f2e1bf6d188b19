import { type Kysely, sql } from 'kysely';

/**
 * Putting a delivery into the queue and leasing it change its row twice. No index has what these two change, and the
 * pages of the table have room for the new versions, so the indexes need no new entries.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP INDEX deliveries_queued, deliveries_dead`.execute(db);
  await sql`CREATE INDEX deliveries_dead ON deliveries (id) WHERE state = 'dead'`.execute(db);
  await sql`ALTER TABLE deliveries SET (fillfactor = 50)`.execute(db);
}

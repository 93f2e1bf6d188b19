import { type Kysely, sql } from 'kysely';

/** Until when a delivery waits in the queue: no sweep puts it there again meanwhile. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE deliveries ADD COLUMN queued_until timestamptz`.execute(db);
  await sql`CREATE INDEX deliveries_queued ON deliveries (queued_until)
             WHERE state = 'pending' AND queued_until IS NOT NULL`.execute(db);
}

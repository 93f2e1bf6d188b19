import { type Kysely, sql } from 'kysely';

/** The recipients that a receiver refused for good when it took a message for others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE deliveries ADD COLUMN refused text`.execute(db);
  await sql`CREATE INDEX deliveries_refused ON deliveries (delivered_at) WHERE refused IS NOT NULL`.execute(
    db,
  );
}

import { type Kysely, sql } from 'kysely';

/** Which part of a bundle an alert is in, so that stories that are merged between two parts move none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE delivery_alerts ADD COLUMN part integer`.execute(db);
}

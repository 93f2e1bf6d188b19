import { type Kysely, sql } from 'kysely';

/** How often in a row a host has refused requests (429, 503), and until when it rests for that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE hosts ADD COLUMN refusals integer NOT NULL DEFAULT 0, ADD COLUMN rests_until timestamptz`.execute(
    db,
  );
}

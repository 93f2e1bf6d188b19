import { type Kysely, sql } from 'kysely';

/** Browsers that somebody has logged in with: guesses of others under that name do not shut them out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE known_browsers (
     hash text PRIMARY KEY,
     user_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
     expires_at timestamptz NOT NULL
   )`.execute(db);
  await sql`CREATE INDEX known_browsers_expires ON known_browsers (expires_at)`.execute(db);
  await sql`CREATE INDEX known_browsers_user ON known_browsers (user_id, expires_at DESC)`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** What carried a match that fitted weights made without a rule. Matches from before have none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE matches ADD COLUMN grounds jsonb NOT NULL DEFAULT '[]'`.execute(db);
}

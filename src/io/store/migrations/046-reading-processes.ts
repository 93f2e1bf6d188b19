import { type Kysely, sql } from 'kysely';

/** Whether a process reads articles: those on one machine share its cores. One of an earlier version is taken for such. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE processes ADD COLUMN reads_articles boolean NOT NULL DEFAULT true`.execute(db);
}

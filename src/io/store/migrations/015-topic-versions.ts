import { type Kysely, sql } from 'kysely';

/** What topic files were before each change from the console, so that a change can be taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE topic_versions (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     file text NOT NULL,
     source text NOT NULL,
     who text NOT NULL,
     note text NOT NULL,
     at timestamptz NOT NULL
   )`.execute(db);
  await sql`CREATE INDEX topic_versions_file ON topic_versions (file, id DESC)`.execute(db);
}

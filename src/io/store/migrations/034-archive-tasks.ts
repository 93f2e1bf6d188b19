import { type Kysely, sql } from 'kysely';

/** Work on the whole archive that people began in the console or by the API, and how it ended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE archive_tasks (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     task text NOT NULL UNIQUE,
     title text NOT NULL,
     who text NOT NULL,
     state text NOT NULL,
     said text NOT NULL,
     began_at timestamptz NOT NULL,
     ended_at timestamptz
   )`.execute(db);
}

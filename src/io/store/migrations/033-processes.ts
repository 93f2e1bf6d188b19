import { type Kysely, sql } from 'kysely';

/** The processes that use this database, with the configuration of each. Not logged: they write it every ten seconds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE UNLOGGED TABLE processes (
     id text NOT NULL,
     configuration text NOT NULL,
     file text NOT NULL,
     started_at timestamptz NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (id, started_at)
   )`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** When each kind of worker last looked for due work, and what the operator has been told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE pulses (
     role text PRIMARY KEY,
     at timestamptz NOT NULL
   )`.execute(db);
  await sql`CREATE TABLE troubles (
     kind text PRIMARY KEY,
     says text NOT NULL,
     begun_at timestamptz NOT NULL,
     told_at timestamptz
   )`.execute(db);
}

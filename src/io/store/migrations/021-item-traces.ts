import { type Kysely, sql } from 'kysely';

/** The poll that brought an item, by its W3C trace context. Rows are written only while tracing is on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE item_traces (
     item_id bigint PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
     traceparent text NOT NULL
   )`.execute(db);
  // It is of use for the hours in which a collector keeps traces, and so in no backup.
  await sql`COMMENT ON TABLE item_traces IS 'derived'`.execute(db);
}

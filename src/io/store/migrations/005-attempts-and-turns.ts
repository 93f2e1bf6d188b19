import { type Kysely, sql } from 'kysely';

/**
 * Work is counted before it begins, so that what kills a process comes to rest; items that wait are put into the queue
 * by turns of their feeds, a few at a time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `ALTER TABLE items
     ADD COLUMN started integer NOT NULL DEFAULT 0,
     ADD COLUMN leased_until timestamptz`,
  `CREATE INDEX items_turn ON items (feed_id, backlog, due_at) WHERE state = 'new'`,
  `CREATE INDEX items_leased ON items (leased_until) WHERE state = 'new' AND leased_until IS NOT NULL`,
  `CREATE INDEX items_failed ON items (done_at) WHERE state = 'failed'`,
  `ALTER TABLE feeds ADD COLUMN started integer NOT NULL DEFAULT 0`,
  `ALTER TABLE deliveries ADD COLUMN started integer NOT NULL DEFAULT 0`,
];

import { type Kysely, sql } from 'kysely';

/** What became of an item's page, and by what other items are found that got the same one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `ALTER TABLE items ADD COLUMN page_verdict text, ADD COLUMN page_signs text[]`,
  `CREATE INDEX items_page_signs ON items USING gin (page_signs) WHERE page_signs IS NOT NULL`,
  `ALTER TABLE articles ADD COLUMN via_reason text`,
];

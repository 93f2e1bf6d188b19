import { type Kysely, sql } from 'kysely';

/** When each nightly task ran last, and the indexes by which old rows are found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `CREATE TABLE nightly (
     task text PRIMARY KEY,
     ran_at timestamptz NOT NULL
   )`,
  `CREATE INDEX ledger_at ON ledger (at)`,
  `CREATE INDEX items_raw ON items (done_at) WHERE summary IS NOT NULL OR content IS NOT NULL`,
  `CREATE INDEX articles_unmatched ON articles (fetched_at) WHERE story_id IS NULL`,
  `CREATE INDEX stories_merged ON stories (merged_into) WHERE merged_into IS NOT NULL`,
];

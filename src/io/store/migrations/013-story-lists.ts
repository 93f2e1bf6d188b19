import { type Kysely, sql } from 'kysely';

/** By these the lists of the console find stories by what they are filtered by, and the trends what happened on a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `CREATE INDEX stories_latest ON stories (last_report_at DESC, id DESC) WHERE merged_into IS NULL`,
  `CREATE INDEX stories_first ON stories (first_report_at DESC, id DESC) WHERE merged_into IS NULL`,
  `CREATE INDEX stories_outlets ON stories USING gin (outlets) WHERE merged_into IS NULL`,
  `CREATE INDEX stories_languages ON stories USING gin (languages) WHERE merged_into IS NULL`,
  `CREATE INDEX stories_state ON stories USING gin (state jsonb_path_ops) WHERE merged_into IS NULL`,
  `CREATE INDEX alerts_story ON alerts (story_id, created_at)`,
  `CREATE INDEX articles_entities ON articles USING gin (entities jsonb_path_ops)`,
];

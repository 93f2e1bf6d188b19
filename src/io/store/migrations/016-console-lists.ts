import { type Kysely, sql } from 'kysely';

/** What the lists of the console and the API go through page by page, and what search filters by where it has no words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `CREATE INDEX deliveries_created ON deliveries (created_at DESC, id DESC)`,
  `CREATE INDEX judgements_at ON judgements (at DESC, id DESC)`,
  `CREATE INDEX articles_outlet ON articles (outlet, reported_at DESC, id DESC)`,
  `CREATE INDEX articles_language ON articles (language_tag, reported_at DESC, id DESC)`,
];

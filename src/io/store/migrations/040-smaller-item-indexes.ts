import { type Kysely, sql } from 'kysely';

/** A new item has no article and is not done, so these indexes need no entry for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP INDEX items_article, items_raw`.execute(db);
  await sql`CREATE INDEX items_article ON items (article_id) WHERE article_id IS NOT NULL`.execute(db);
  await sql`CREATE INDEX items_raw ON items (done_at)
             WHERE done_at IS NOT NULL AND (summary IS NOT NULL OR content IS NOT NULL)`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/**
 * Items without a guid of their own are not looked up by it, and need no entry in its index. A title may have 300 characters:
 * its hash finds the same items. The new indexes are built before the old ones go, because only the latter keeps readers out.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX items_own_guid ON items (feed_id, guid_key, id) WHERE guid_key IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX items_title_hash ON items (feed_id, hashtextextended(title_key, 0), id)`.execute(db);
  await sql`DROP INDEX items_guid, items_title`.execute(db);
}

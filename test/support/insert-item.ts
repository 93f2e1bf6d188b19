import type { Insertable } from 'kysely';
import type { Database } from '../../src/io/store/database.ts';
import type { ItemsTable } from '../../src/io/store/schema.ts';

/** Writes one item of the feed that was added last. */
export async function insertItem(
  db: Database,
  url: string,
  values: Partial<Insertable<ItemsTable>>,
): Promise<void> {
  const feed = await db.selectFrom('feeds').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  const now = new Date();
  await db
    .insertInto('items')
    .values({
      feed_id: feed.id,
      guid: url,
      url,
      url_key: url,
      title: url,
      entry_hash: '',
      first_seen_at: now,
      last_seen_at: now,
      ...values,
    })
    .execute();
}

import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { FeedRow } from './feeds.ts';

/** A feed that is watched or paused; undefined for a removed one. */
export async function feedById(db: Database, id: string): Promise<FeedRow | undefined> {
  return db
    .selectFrom('feeds')
    .selectAll()
    .where('id', '=', id)
    .where('status', '!=', 'removed')
    .executeTakeFirst();
}

/** Makes a feed due now, also while a worker has leased it. */
export async function pollNow(db: Database, id: string, now: Date): Promise<void> {
  await db
    .updateTable('feeds')
    .set({ next_poll_at: now, leased_until: null })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .execute();
}

/** Days of which the items are shown. */
export const ITEM_DAYS = 14;

/** Items first seen on each of the last days, the oldest first, by the feed's id. */
export async function itemsADay(db: Database, now: Date, days: number): Promise<Map<string, number[]>> {
  const since = new Date(now.getTime() - days * 86_400_000);
  const { rows } = await sql<{ feed: string; day: number; count: number }>`
    SELECT f.id AS feed, seen.day, seen.count FROM feeds f CROSS JOIN LATERAL (
      SELECT floor(extract(epoch FROM i.first_seen_at - ${since}) / 86400)::int AS day, count(*)::int AS count
        FROM items i WHERE i.feed_id = f.id AND i.first_seen_at >= ${since} GROUP BY 1) AS seen
     WHERE f.status <> 'removed'`.execute(db);
  const result = new Map<string, number[]>();
  for (const { feed, day, count } of rows) {
    const list = result.get(feed) ?? Array.from({ length: days }, () => 0);
    if (day >= 0 && day < days) list[day] = count;
    result.set(feed, list);
  }
  return result;
}

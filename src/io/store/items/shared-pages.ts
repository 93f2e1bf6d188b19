import { sql } from 'kysely';
import type { PageRemark } from '../../../core/plausibility/page-habits.ts';
import type { Refusal } from '../../../core/plausibility/refusal.ts';
import type { Database } from '../database.ts';
import type { ItemRow } from './items.ts';

export type SharingItem = Pick<ItemRow, 'id' | 'title' | 'page_verdict'>;

/** Older items are not compared: the site may have changed. Milliseconds. */
const MEMORY = 30 * 86_400_000;
/** Sharing items read at most; more of them would not change the decision. */
const MAX_SHARING = 20;

/** Other items that got the same page. The same address in another feed does not count, as it is the same article. */
export async function itemsWithPage(
  db: Database,
  item: Pick<ItemRow, 'id' | 'feed_id' | 'url'>,
  signs: readonly string[],
  now: Date,
): Promise<SharingItem[]> {
  // Materialized: mostly nothing has these signs, but PostgreSQL expects much and would go through all items by their
  // ids, to have the newest first.
  return db
    .with(
      (name) => name('same').materialized(),
      (same) =>
        same
          .selectFrom('items')
          .select(['id', 'title', 'page_verdict'])
          .where(sql<boolean>`page_signs && ${signs}::text[]`)
          .where('id', '!=', item.id)
          .where((eb) => eb.or([eb('feed_id', '=', item.feed_id), eb('url', '!=', item.url)]))
          .where('done_at', '>', new Date(now.getTime() - MEMORY)),
    )
    .selectFrom('same')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(MAX_SHARING)
    .execute();
}

/** Makes items due again whose page was accepted without a headline that names it. */
export async function reopenTaken(db: Database, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('items')
    .set({ state: 'new', due_at: now, attempts: 0 })
    .where('id', 'in', [...ids])
    .where('state', '=', 'done')
    .where('page_verdict', '=', 'taken')
    .execute();
}

/** How many pages of one host were accepted or refused for one feed. */
export interface PageTally {
  readonly feedId: string;
  readonly host: string;
  readonly refusal: Refusal | PageRemark | null;
  readonly pages: number;
}

/** Pages of items first seen since then, by feed, host and refusal; null counts those that were accepted. */
export async function tallyPages(db: Database, since: Date): Promise<PageTally[]> {
  const { rows } = await sql<Omit<PageTally, 'pages'> & { pages: string }>`
    SELECT feed_id AS "feedId", coalesce(substring(read.url from '^https?://([^/?#]+)'), '') AS host,
           CASE WHEN page_verdict IN ('named', 'taken') THEN NULL ELSE page_verdict END AS refusal, count(*) AS pages
    -- Feed by feed, because the index on when items were first seen begins with the feed.
    FROM feeds CROSS JOIN LATERAL (
      SELECT feed_id, url, page_verdict FROM items
       WHERE feed_id = feeds.id AND first_seen_at >= ${since} AND page_verdict IS NOT NULL OFFSET 0) AS read
    GROUP BY 1, 2, 3
  `.execute(db);
  return rows.map((row) => ({ ...row, pages: Number(row.pages) }));
}

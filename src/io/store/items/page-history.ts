import { sql } from 'kysely';
import type { PageHistory } from '../../../core/scheduling/reread-page.ts';
import type { Database } from '../database.ts';
import type { ItemRow } from './items.ts';

/** How the outcome of an item begins that was read from its page… */
export const FROM_PAGE = 'read from the page';
/** …and how it is where the page had no text, so that the entry's was taken. */
const EMPTY_PAGE = `${FROM_PAGE} (feed)`;

/** Items of the feed that are looked through for pages of the host. */
const LATEST = 100;

/** The latest pages of an item's host in its feed, of items first seen before that instant. */
export async function pageHistory(
  db: Database,
  { feed_id, url }: Pick<ItemRow, 'feed_id' | 'url'>,
  before: Date,
): Promise<PageHistory> {
  const { rows } = await sql<PageHistory>`
    SELECT count(*)::int AS pages,
           (count(*) FILTER (WHERE NOT starts_with(outcome, ${FROM_PAGE}) OR outcome = ${EMPTY_PAGE}))::int AS unread
      FROM (SELECT url, outcome, link_use, state FROM items WHERE feed_id = ${feed_id} AND first_seen_at < ${before}
             ORDER BY first_seen_at DESC LIMIT ${sql.lit(LATEST)}) AS latest
     WHERE state = 'done' AND link_use = 'page'
       AND substring(url from '^https?://([^/?#]+)') = substring(${url} from '^https?://([^/?#]+)')`.execute(
    db,
  );
  return rows[0] ?? { pages: 0, unread: 0 };
}

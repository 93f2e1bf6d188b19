import { sql } from 'kysely';
import type { KnownItem } from '../../core/items/match-entries.ts';
import type { Item } from '../../core/items/item-from-entry.ts';
import type { ReadBefore } from '../../core/items/entry-change.ts';
import type { Database } from './database.ts';

export interface StoredItem extends KnownItem, ReadBefore {
  readonly state: 'new' | 'done' | 'failed';
  readonly arrivedBy: 'feed' | 'push' | 'sitemap';
  readonly url: string;
}

interface Row {
  readonly id: string;
  readonly guid_key: string | null;
  readonly title_key: string;
  readonly url: string;
  readonly link_use: 'page' | 'shared' | 'none';
  readonly published_at: Date | null;
  readonly updated_at: Date | null;
  readonly entry_hash: string;
  readonly first_seen_at: Date;
  readonly done_at: Date | null;
  readonly rereads: number;
  readonly state: 'new' | 'done' | 'failed';
  readonly arrived_by: 'feed' | 'push' | 'sitemap';
}

/** Items found for one guid, link or title: the same title may recur every day for years. */
const MAX_PER_NAME = 20;
const COLUMNS = sql.raw(
  'id, guid_key, title_key, url, link_use, published_at, updated_at, entry_hash, first_seen_at, done_at, rereads, state, arrived_by',
);

/**
 * The items of a feed that share a guid, link or title with these entries, newest first.
 * @param hashOf makes the value of `link_key` from a normalised link
 */
export async function findKnownItems(
  tx: Database,
  feedId: string,
  items: readonly Item[],
  { linkName, hashOf }: { linkName: (url: string) => string; hashOf: (name: string) => string },
): Promise<StoredItem[]> {
  const wanted = {
    guid_key: items.flatMap(({ names }) => names.guid ?? []),
    link_key: items.flatMap(({ names }) => (names.link === undefined ? [] : hashOf(names.link))),
    title_key: items.flatMap(({ names }) => (names.title === '' ? [] : names.title)),
  };
  const found = new Map<string, StoredItem>();
  if (items.length === 0) return [];
  // The same text whatever the entries have, so that it is prepared once.
  const parts = Object.entries(wanted).map(
    ([column, names]) => sql`
      SELECT known.* FROM unnest(${[...new Set(names)]}::text[]) AS wanted (name)
      CROSS JOIN LATERAL (
        SELECT ${COLUMNS} FROM items
        WHERE feed_id = ${feedId} AND ${sql.ref(column)} = wanted.name
        ORDER BY id DESC LIMIT ${MAX_PER_NAME}
      ) AS known`,
  );
  const { rows } = await sql<Row>`${sql.join(parts, sql` UNION ALL `)}`.execute(tx);
  for (const row of rows) found.set(row.id, storedItem(row, linkName));
  return [...found.values()].sort((a, b) => Number(b.id) - Number(a.id));
}

function storedItem(row: Row, linkName: (url: string) => string): StoredItem {
  return {
    id: row.id,
    names: {
      guid: row.guid_key ?? undefined,
      link: row.link_use === 'none' ? undefined : linkName(row.url),
      title: row.title_key,
    },
    linkUse: row.link_use,
    published: row.published_at ?? undefined,
    updated: row.updated_at ?? undefined,
    entryHash: row.entry_hash,
    firstSeen: row.first_seen_at,
    doneAt: row.state === 'done' ? (row.done_at ?? undefined) : undefined,
    rereads: row.rereads,
    state: row.state,
    arrivedBy: row.arrived_by,
    url: row.url,
  };
}

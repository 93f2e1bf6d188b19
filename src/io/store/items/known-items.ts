import { sql } from 'kysely';
import type { KnownItem } from '../../../core/items/match-entries.ts';
import type { Item } from '../../../core/items/item-from-entry.ts';
import type { LeftItem } from '../../../core/items/renamed-entries.ts';
import type { ReadBefore } from '../../../core/items/entry-change.ts';
import { arrayRowsOf } from '../array-rows.ts';
import type { Database } from '../database.ts';

export interface StoredItem extends KnownItem, ReadBefore {
  readonly state: 'new' | 'done' | 'failed';
  readonly arrivedBy: 'feed' | 'push' | 'sitemap';
  readonly url: string;
}

interface Row {
  readonly feed_id: string;
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

/** The entries of a feed whose items are looked for. */
export interface WantedEntries {
  readonly feedId: string;
  readonly items: readonly Item[];
}

/**
 * The items of each feed that share a guid, link or title with its entries, newest first, by the feed's id.
 * @param hashOf makes the value of `link_key` from a normalised link
 */
export async function findKnownItems(
  tx: Database,
  wanted: readonly WantedEntries[],
  { linkName, hashOf }: { linkName: (url: string) => string; hashOf: (name: string) => string },
): Promise<Map<string, StoredItem[]>> {
  const namesOf: Readonly<Record<string, (item: Item) => readonly (string | undefined)[]>> = {
    guid_key: ({ names, otherGuids }) => [names.guid, ...otherGuids],
    link_key: ({ names }) => [names.link === undefined ? undefined : hashOf(names.link)],
    title_key: ({ names }) => [names.title],
  };
  if (wanted.every(({ items }) => items.length === 0)) return new Map();
  const isNamed: Readonly<Record<string, string>> = {
    // The index has the hash alone.
    title_key:
      'hashtextextended(title_key, 0) = hashtextextended(wanted.name, 0) AND title_key = wanted.name',
  };
  // The same text whatever the entries have, so that it is prepared once.
  const parts = Object.entries(namesOf).map(([column, of]) => {
    const names = wanted.flatMap(({ feedId, items }) =>
      [...new Set(items.flatMap(of))].flatMap((name) =>
        (name ?? '') === '' ? [] : { feed_id: feedId, name },
      ),
    );
    return sql`
      SELECT known.* FROM ${arrayRowsOf({ feed_id: 'bigint', name: 'text' }, names, 'wanted')}
      CROSS JOIN LATERAL (
        SELECT feed_id, ${COLUMNS} FROM items
        WHERE feed_id = wanted.feed_id AND ${sql.raw(isNamed[column] ?? `${column} = wanted.name`)}
        ORDER BY id DESC LIMIT ${MAX_PER_NAME}
      ) AS known`;
  });
  const { rows } = await sql<Row>`${sql.join(parts, sql` UNION ALL `)}`.execute(tx);
  const found = new Map<string, Map<string, StoredItem>>();
  for (const row of rows) {
    const own = found.get(row.feed_id) ?? new Map<string, StoredItem>();
    found.set(row.feed_id, own);
    if (!own.has(row.id)) own.set(row.id, storedItem(row, linkName));
  }
  return new Map(
    [...found].map(([feedId, own]) => [
      feedId,
      [...own.values()].sort((a, b) => Number(b.id) - Number(a.id)),
    ]),
  );
}

/** Items of a feed among which those are looked for that have the date of an entry. */
const MAX_RECENT = 200;

/** A stored item with the text of its entry. */
export type ItemWithText = StoredItem & LeftItem;

/** The items of each feed that have one of these dates, among those that were found last, by the feed's id. */
export async function findItemsDated(
  tx: Database,
  wanted: readonly { readonly feedId: string; readonly dates: readonly Date[] }[],
  linkName: (url: string) => string,
): Promise<Map<string, ItemWithText[]>> {
  const dates = wanted.flatMap(({ feedId, dates: own }) => own.map((at) => ({ feed_id: feedId, at })));
  const { rows } = await sql<Row & { summary: string | null; content: string | null }>`
    SELECT known.* FROM (SELECT DISTINCT feed_id FROM ${arrayRowsOf({ feed_id: 'bigint', at: 'timestamptz' }, dates, 'dated')}) AS feed
    CROSS JOIN LATERAL (
      SELECT feed_id, ${COLUMNS}, left(summary, 20000) AS summary, left(content, 20000) AS content FROM items
      WHERE feed_id = feed.feed_id ORDER BY first_seen_at DESC LIMIT ${MAX_RECENT}
    ) AS known
    JOIN ${arrayRowsOf({ feed_id: 'bigint', at: 'timestamptz' }, dates, 'wanted')}
      ON wanted.feed_id = known.feed_id AND wanted.at = known.published_at`.execute(tx);
  return Map.groupBy(
    rows.map((row) => ({
      ...storedItem(row, linkName),
      feedId: row.feed_id,
      summary: row.summary ?? undefined,
      content: row.content ?? undefined,
    })),
    ({ feedId }) => feedId,
  );
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

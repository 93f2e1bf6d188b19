import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { FeedHabits } from '../../../core/items/feed-habits.ts';
import type { Item } from '../../../core/items/item-from-entry.ts';
import type { KeyedEntry } from '../../../core/scheduling/detect-gap.ts';
import { type ArrayColumns, arrayRowsOf } from '../array-rows.ts';
import type { Database } from '../database.ts';
import type { ItemsTable, PageVerdict } from '../schema.ts';
import { bounded } from '../clean-values.ts';
import { assignments, namesOf as columnsOf, rowsOf } from '../rows.ts';
import { type RefusedRow, writeRows } from '../write-rows.ts';

export type ItemRow = Selectable<ItemsTable>;

export interface InsertedItem {
  readonly id: string;
  readonly feedId: string;
  readonly published: Date | null;
}

export interface StoredItems {
  readonly inserted: readonly InsertedItem[];
  /** Known items whose entry changed while they are young enough to be read again, and which are due now. */
  readonly reopened: readonly string[];
}

/** Longer values are accidents or attacks. Characters. */
const LONGEST = { title: 2_000, name: 500, guid: 4_000, text: 2_000_000 };

/** So many entries go into one statement. Writing all of them blocks the event loop. */
const CHUNK = 1_000;

/** What an item has from its entry, and what a changed entry replaces. */
const WORDS: ArrayColumns = {
  title: 'text',
  author: 'text',
  summary: 'text',
  content: 'text',
  updated_at: 'timestamptz',
  entry_hash: 'text',
  guid: 'text',
  url_key: 'text',
  guid_key: 'text',
  link_key: 'text',
  title_key: 'text',
};
const ITEM: ArrayColumns = {
  ...WORDS,
  feed_id: 'bigint',
  key: 'text',
  url: 'text',
  link_use: 'text',
  language: 'text',
  published_at: 'timestamptz',
  backlog: 'boolean',
};
/** `url` is null where the item keeps its address, `reread_at` where it is not to be read again. */
const CHANGE: ArrayColumns = { ...WORDS, id: 'bigint', url: 'text', reread_at: 'timestamptz' };

/** An entry that is new to its feed. */
export interface NewItem {
  readonly feedId: string;
  readonly item: Item;
  readonly linkKey: string | undefined;
}

/** An entry that is stored as an item already. */
export interface KnownEntry extends NewItem {
  readonly id: string;
  /** Whether nothing of it changed: then only the time at which it was seen is written. */
  readonly isUnchanged: boolean;
  /** When it is to be read again; undefined where it is not. */
  readonly rereadAt: Date | undefined;
}

/** How and when entries arrived. */
export interface ArrivalOfItems {
  readonly arrivedBy: ItemRow['arrived_by'];
  readonly now: Date;
}

/**
 * Stores new entries, of one feed or several. Leaves out those that another poll of their feed has stored already, and
 * those that the database refuses.
 */
export async function insertItems(
  tx: Database,
  entries: readonly NewItem[],
  { arrivedBy, now }: ArrivalOfItems,
): Promise<{ readonly inserted: InsertedItem[]; readonly refused: RefusedRow<NewItem>[] }> {
  const inserted: InsertedItem[] = [];
  const refused: RefusedRow<NewItem>[] = [];
  for (let from = 0; from < entries.length; from += CHUNK) {
    const chunk = entries.slice(from, from + CHUNK);
    const batch = await writeRows(tx, chunk, async (some) => {
      const rows = some.map(({ feedId, item, linkKey }) => ({
        feed_id: feedId,
        ...wordsOf(item),
        ...namesOf(item, linkKey),
        key: item.key,
        url: item.url,
        link_use: item.linkUse,
        language: item.language === undefined ? undefined : withoutNul(item.language),
        published_at: item.published,
        backlog: item.backlog,
      }));
      const inserted = await sql<Pick<ItemRow, 'id' | 'feed_id' | 'published_at'>>`
        INSERT INTO items (arrived_by, due_at, first_seen_at, last_seen_at, ${columnsOf(ITEM)})
        SELECT ${arrivedBy}, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, ${columnsOf(ITEM)}
          FROM ${arrayRowsOf(ITEM, rows, 'entry')}
        ON CONFLICT (feed_id, key) DO NOTHING
        RETURNING id, feed_id, published_at`.execute(tx);
      return inserted.rows;
    });
    for (const { id, feed_id: feedId, published_at: published } of batch.written)
      inserted.push({ id, feedId, published });
    refused.push(...batch.refused);
  }
  return { inserted, refused };
}

/**
 * How old `last_seen_at` may be. Retention counts days, and a feed that is polled every few minutes would otherwise
 * write all its rows each time. Milliseconds.
 */
const SEEN_AGAIN = 3_600_000;

/** Updates known items from their entries; returns those that the database refused. */
export async function updateItems(
  tx: Database,
  entries: readonly KnownEntry[],
  { arrivedBy, now }: ArrivalOfItems,
): Promise<RefusedRow<KnownEntry>[]> {
  if (entries.length === 0) return [];
  await tx
    .updateTable('items')
    .set({
      last_seen_at: now,
      arrived_by: sql`CASE WHEN arrived_by = 'sitemap' THEN ${arrivedBy} ELSE arrived_by END`,
    })
    .where(sql<boolean>`id = ANY(${entries.map(({ id }) => id)}::bigint[])`)
    .where(
      sql<boolean>`(last_seen_at < ${new Date(now.getTime() - SEEN_AGAIN)}::timestamptz OR arrived_by = 'sitemap')`,
    )
    .execute();
  const changed = entries.filter(({ isUnchanged }) => !isUnchanged);
  const refused: RefusedRow<KnownEntry>[] = [];
  for (let from = 0; from < changed.length; from += CHUNK) {
    const batch = await writeRows(tx, changed.slice(from, from + CHUNK), async (some) => {
      await changeItems(tx, some);
      return [];
    });
    refused.push(...batch.refused);
  }
  return refused;
}

async function changeItems(tx: Database, entries: readonly KnownEntry[]): Promise<void> {
  const rows = entries.map(({ id, item, linkKey, rereadAt }) => ({
    id,
    ...wordsOf(item),
    ...namesOf(item, linkKey),
    // The article of an entry without a page of its own keeps its address.
    url: item.linkUse === 'page' ? item.url : null,
    reread_at: rereadAt ?? null,
  }));
  await sql`
    UPDATE items SET ${assignments(WORDS, 'entry')},
      url = coalesce(entry.url, items.url),
      state = CASE WHEN entry.reread_at IS NULL THEN items.state ELSE 'new' END,
      due_at = coalesce(entry.reread_at, items.due_at),
      attempts = CASE WHEN entry.reread_at IS NULL THEN items.attempts ELSE 0 END,
      rereads = items.rereads + CASE WHEN entry.reread_at IS NULL THEN 0 ELSE 1 END
    FROM ${arrayRowsOf(CHANGE, rows, 'entry')} WHERE items.id = entry.id`.execute(tx);
}

function wordsOf(item: Item) {
  return {
    title: bounded(item.title, LONGEST.title),
    author: item.author === undefined ? undefined : bounded(item.author, LONGEST.name),
    summary: item.summary === undefined ? undefined : bounded(item.summary, LONGEST.text),
    content: item.content === undefined ? undefined : bounded(item.content, LONGEST.text),
    updated_at: item.updated,
    entry_hash: item.entryHash,
  };
}

function namesOf(item: Item, linkKey: string | undefined) {
  return {
    guid: bounded(item.guid, LONGEST.guid),
    url_key: item.urlKey,
    guid_key: item.names.guid,
    link_key: linkKey,
    title_key: withoutNul(item.names.title),
  };
}

/**
 * Locks the feeds' rows until the transaction ends, so that two polls cannot store the same entry. Returns the habits
 * by the feed's id.
 */
export async function lockFeeds(tx: Database, feedIds: readonly string[]): Promise<Map<string, FeedHabits>> {
  const rows = await tx
    .selectFrom('feeds')
    .select(['id', 'habits'])
    .where(sql<boolean>`id = ANY(${feedIds}::bigint[])`)
    // Everybody locks in the order of ids, so there are no deadlocks.
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map(({ id, habits }) => [id, habits]));
}

/** The text without NUL, which JSON can hold and PostgreSQL's text cannot. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

/** What is stored about the page that answered. */
export interface PageRecord {
  readonly verdict: PageVerdict;
  readonly signs: readonly string[];
}

/** The newest items of each feed, by the feed's id. Chosen by id, since every other property may change. */
export async function newestItems(
  db: Database,
  feedIds: readonly string[],
  limit: number,
): Promise<Map<string, KeyedEntry[]>> {
  const { rows } = await sql<Pick<ItemRow, 'id' | 'feed_id' | 'published_at'>>`
    SELECT newest.* FROM unnest(${feedIds}::bigint[]) AS feed (feed_id)
    CROSS JOIN LATERAL (
      SELECT feed_id, id, published_at FROM items
      -- Items from the sitemap had left the feed before they were found.
      WHERE feed_id = feed.feed_id AND arrived_by <> 'sitemap'
      ORDER BY first_seen_at DESC, published_at DESC NULLS LAST, id LIMIT ${limit}
    ) AS newest`.execute(db);
  return new Map(
    [...Map.groupBy(rows, ({ feed_id }) => feed_id)].map(([feedId, newest]) => [
      feedId,
      newest.map((row) => ({ keys: [row.id], published: row.published_at ?? undefined })),
    ]),
  );
}

/** Those of the keys that some item of any feed has. */
export async function knownKeys(db: Database, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .selectFrom('items')
    .select('url_key')
    .where(sql<boolean>`url_key = ANY(${keys}::text[])`)
    .execute();
  return new Set(rows.map((row) => row.url_key));
}

/** When the items appeared that hubs have pushed since an instant for each feed, by the feed's id. */
export async function pushedSince(
  db: Database,
  polled: readonly { readonly feedId: string; readonly since: Date }[],
): Promise<Map<string, Date[]>> {
  if (polled.length === 0) return new Map();
  const wanted = polled.map(({ feedId, since }) => ({ feed_id: feedId, since }));
  const { rows } = await sql<Pick<ItemRow, 'feed_id' | 'published_at' | 'first_seen_at'>>`
    SELECT items.feed_id, published_at, first_seen_at FROM items
    JOIN ${rowsOf({ feed_id: 'bigint', since: 'timestamptz' }, wanted, 'feed')} ON feed.feed_id = items.feed_id
    WHERE first_seen_at > feed.since AND arrived_by = 'push'`.execute(db);
  return new Map(
    [...Map.groupBy(rows, ({ feed_id }) => feed_id)].map(([feedId, pushed]) => [
      feedId,
      pushed.map((row) => row.published_at ?? row.first_seen_at),
    ]),
  );
}

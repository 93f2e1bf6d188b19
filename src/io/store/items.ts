import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { FeedHabits } from '../../core/items/feed-habits.ts';
import type { Item } from '../../core/items/item-from-entry.ts';
import type { KeyedEntry } from '../../core/scheduling/detect-gap.ts';
import type { Database } from './database.ts';
import type { ItemsTable, PageVerdict } from './schema.ts';
import { bounded } from './clean-values.ts';
import { type Columns, namesOf as columnsOf, rowsOf } from './rows.ts';
import { type RefusedRow, writeRows } from './write-rows.ts';

export type ItemRow = Selectable<ItemsTable>;

export interface StoredItems {
  readonly inserted: readonly { readonly id: string; readonly published: Date | null }[];
  /** Entries that the database refused, and why. */
  readonly refused: readonly RefusedRow<NewItem>[];
  /** Known items whose entry changed while they are young enough to be read again, and which are due now. */
  readonly reopened: readonly string[];
}

/** Longer values are accidents or attacks. Characters. */
const LONGEST = { title: 2_000, name: 500, guid: 4_000, text: 2_000_000 };

/** So many entries go into one statement. All of them become one JSON text, which blocks the event loop. */
const CHUNK = 1_000;

const ITEM: Columns = {
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
  key: 'text',
  url: 'text',
  link_use: 'text',
  language: 'text',
  published_at: 'timestamptz',
  backlog: 'boolean',
};

/** An entry that is new to the feed. */
export interface NewItem {
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

/**
 * Stores new entries. Leaves out those that another poll of the feed has stored already, and those that the database
 * refuses.
 */
export async function insertItems(
  tx: Database,
  feedId: string,
  entries: readonly NewItem[],
  { arrivedBy, now }: { arrivedBy: ItemRow['arrived_by']; now: Date },
): Promise<Pick<StoredItems, 'inserted' | 'refused'>> {
  const inserted: { id: string; published: Date | null }[] = [];
  const refused: RefusedRow<NewItem>[] = [];
  for (let from = 0; from < entries.length; from += CHUNK) {
    const chunk = entries.slice(from, from + CHUNK);
    const batch = await writeRows(tx, chunk, async (some) => {
      const rows = some.map(({ item, linkKey }) => ({
        ...wordsOf(item),
        ...namesOf(item, linkKey),
        key: item.key,
        url: item.url,
        link_use: item.linkUse,
        language: item.language === undefined ? null : withoutNul(item.language),
        published_at: item.published ?? null,
        backlog: item.backlog,
      }));
      const inserted = await sql<Pick<ItemRow, 'id' | 'published_at'>>`
        INSERT INTO items (feed_id, arrived_by, due_at, first_seen_at, last_seen_at, ${columnsOf(ITEM)})
        SELECT ${feedId}::bigint, ${arrivedBy}, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, ${columnsOf(ITEM)}
          FROM ${rowsOf(ITEM, rows, 'entry')}
        ON CONFLICT (feed_id, key) DO NOTHING
        RETURNING id, published_at`.execute(tx);
      return inserted.rows;
    });
    for (const row of batch.written) inserted.push({ id: row.id, published: row.published_at });
    refused.push(...batch.refused);
  }
  return { inserted, refused };
}

/** Updates known items from their entries; returns those that the database refused. */
export async function updateItems(
  tx: Database,
  entries: readonly KnownEntry[],
  { arrivedBy, now }: { arrivedBy: ItemRow['arrived_by']; now: Date },
): Promise<RefusedRow<KnownEntry>[]> {
  if (entries.length === 0) return [];
  await tx
    .updateTable('items')
    .set({
      last_seen_at: now,
      arrived_by: sql`CASE WHEN arrived_by = 'sitemap' THEN ${arrivedBy} ELSE arrived_by END`,
    })
    .where(sql<boolean>`id = ANY(${entries.map(({ id }) => id)}::bigint[])`)
    .execute();
  const refused: RefusedRow<KnownEntry>[] = [];
  for (const entry of entries) {
    if (entry.isUnchanged) continue;
    const one = await writeRows(tx, [entry], async () => {
      await updateItem(tx, entry);
      return [];
    });
    refused.push(...one.refused);
  }
  return refused;
}

async function updateItem(tx: Database, { id, item, linkKey, rereadAt }: KnownEntry): Promise<void> {
  await tx
    .updateTable('items')
    .set((eb) => ({
      ...wordsOf(item),
      ...namesOf(item, linkKey),
      // The article of an entry without a page of its own keeps its address.
      ...(item.linkUse === 'page' ? { url: item.url } : {}),
      ...(rereadAt === undefined
        ? {}
        : { state: 'new' as const, due_at: rereadAt, attempts: 0, rereads: eb('rereads', '+', 1) }),
    }))
    .where('id', '=', id)
    .execute();
}

function wordsOf(item: Item) {
  return {
    title: bounded(item.title, LONGEST.title),
    author: item.author === undefined ? null : bounded(item.author, LONGEST.name),
    summary: item.summary === undefined ? null : bounded(item.summary, LONGEST.text),
    content: item.content === undefined ? null : bounded(item.content, LONGEST.text),
    updated_at: item.updated ?? null,
    entry_hash: item.entryHash,
  };
}

function namesOf(item: Item, linkKey: string | undefined) {
  return {
    guid: bounded(item.guid, LONGEST.guid),
    url_key: item.urlKey,
    guid_key: item.names.guid ?? null,
    link_key: linkKey ?? null,
    title_key: withoutNul(item.names.title),
  };
}

/** Locks the feed's row until the transaction ends, so that two polls cannot store the same entry. */
export async function lockFeed(tx: Database, feedId: string): Promise<FeedHabits> {
  const row = await tx
    .selectFrom('feeds')
    .select('habits')
    .where('id', '=', feedId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.habits;
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

/** The newest items of a feed. Chosen by id, since every other property may change. */
export async function newestItems(db: Database, feedId: string, limit: number): Promise<KeyedEntry[]> {
  const rows = await db
    .selectFrom('items')
    .select(['id', 'published_at'])
    .where('feed_id', '=', feedId)
    // Items from the sitemap had left the feed before they were found.
    .where('arrived_by', '!=', 'sitemap')
    .orderBy('first_seen_at', 'desc')
    .orderBy(sql`published_at DESC NULLS LAST`)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ keys: [row.id], published: row.published_at ?? undefined }));
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

/** When the items appeared that a hub has pushed since an instant. */
export async function pushedSince(db: Database, feedId: string, since: Date): Promise<Date[]> {
  const rows = await db
    .selectFrom('items')
    .select(['published_at', 'first_seen_at'])
    .where('feed_id', '=', feedId)
    .where('first_seen_at', '>', since)
    .where('arrived_by', '=', 'push')
    .execute();
  return rows.map((row) => row.published_at ?? row.first_seen_at);
}

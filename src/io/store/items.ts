import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { FeedHabits } from '../../core/items/feed-habits.ts';
import type { Item } from '../../core/items/item-from-entry.ts';
import type { KeyedEntry } from '../../core/scheduling/detect-gap.ts';
import type { Database } from './database.ts';
import type { ItemsTable, PageVerdict } from './schema.ts';
import { bounded } from './clean-values.ts';
import { type RefusedRow, writeRows } from './spare-rows.ts';

export type ItemRow = Selectable<ItemsTable>;

export interface StoredItems {
  readonly inserted: readonly { readonly id: string; readonly published: Date | null }[];
  /** What the record does not take of the feed, and why. */
  readonly refused: readonly RefusedRow<NewItem>[];
  /** Known items whose entry changed while they are young enough to be read again, and that are due now. */
  readonly reopened: readonly string[];
}

/** No entry needs more; what is longer is an accident or an attack, and would burden all that comes after. Letters. */
const LONGEST = { title: 2_000, name: 500, guid: 4_000, text: 2_000_000 };

/** PostgreSQL takes 65,535 parameters in a statement; an item has some twenty. */
const CHUNK = 1_000;

/** An entry that is new to the feed. */
export interface NewItem {
  readonly item: Item;
  readonly linkKey: string | undefined;
}

/** An entry that is an item already. */
export interface KnownEntry extends NewItem {
  readonly id: string;
  /** Whether it says the same under the same names: only the sight of it is written down. */
  readonly isUnchanged: boolean;
  /** When it is to be read again, where it is. */
  readonly rereadAt: Date | undefined;
}

/** Stores new entries. One that is stored already, by another poll of the same feed, is left out; so is a bad one. */
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
    const batch = await writeRows(tx, chunk, (some) =>
      tx
        .insertInto('items')
        .values(
          some.map(({ item, linkKey }) => ({
            feed_id: feedId,
            ...wordsOf(item),
            ...namesOf(item, linkKey),
            key: item.key,
            url: item.url,
            link_use: item.linkUse,
            language: item.language === undefined ? null : withoutNul(item.language),
            published_at: item.published ?? null,
            arrived_by: arrivedBy,
            backlog: item.backlog,
            due_at: now,
            first_seen_at: now,
            last_seen_at: now,
          })),
        )
        .onConflict((conflict) => conflict.columns(['feed_id', 'key']).doNothing())
        .returning(['id', 'published_at'])
        .execute(),
    );
    for (const row of batch.written) inserted.push({ id: row.id, published: row.published_at });
    refused.push(...batch.refused);
  }
  return { inserted, refused };
}

/** Brings known items up to date with their entries; returns what the record does not take. */
export async function updateItems(
  tx: Database,
  entries: readonly KnownEntry[],
  { arrivedBy, now }: { arrivedBy: ItemRow['arrived_by']; now: Date },
): Promise<RefusedRow<KnownEntry>[]> {
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
      // The address of an entry without a page of its own is what its article is known by.
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

/** A transaction that stores a feed's items keeps others of the same feed waiting: an entry is matched once. */
export async function lockFeed(tx: Database, feedId: string): Promise<FeedHabits> {
  const row = await tx
    .selectFrom('feeds')
    .select('habits')
    .where('id', '=', feedId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.habits;
}

/** JSON can say NUL; PostgreSQL's text cannot hold it. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

/** What is kept of the page that answered. */
export interface PageRecord {
  readonly verdict: PageVerdict;
  readonly signs: readonly string[];
}

/** The newest items that a feed has shown: by their ids, as the rest of their names may change. */
export async function newestItems(db: Database, feedId: string, limit: number): Promise<KeyedEntry[]> {
  const rows = await db
    .selectFrom('items')
    .select(['id', 'published_at'])
    .where('feed_id', '=', feedId)
    // Those that fill a gap have left the feed already.
    .where('arrived_by', '!=', 'sitemap')
    .orderBy('first_seen_at', 'desc')
    .orderBy(sql`published_at DESC NULLS LAST`)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ keys: [row.id], published: row.published_at ?? undefined }));
}

/** Of these keys, those under which some feed's item is known. */
export async function knownKeys(db: Database, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .selectFrom('items')
    .select('url_key')
    .where(sql<boolean>`url_key = ANY(${keys}::text[])`)
    .execute();
  return new Set(rows.map((row) => row.url_key));
}

/** When the items appeared that a hub has pushed since then. */
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

import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Item } from '../../core/items/item-from-entry.ts';
import type { Sighting } from '../../core/scheduling/detect-gap.ts';
import type { Database } from './database.ts';
import type { ItemsTable } from './schema.ts';

export type ItemRow = Selectable<ItemsTable>;

export interface StoredItems {
  readonly inserted: readonly { readonly id: string; readonly published: Date | null }[];
  /** Known items whose entry changed while they are young enough to be read again. */
  readonly reopened: readonly string[];
}

/** PostgreSQL takes 65,535 parameters in a statement; an item has 16. */
const CHUNK = 1_000;

export interface ItemsArrival {
  readonly feedId: string;
  readonly items: readonly Item[];
  readonly arrivedBy: ItemRow['arrived_by'];
  readonly now: Date;
  /** A known item whose entry changes within so many seconds of its first sight is reopened. */
  readonly reopenSeconds: number;
}

/**
 * Stores entries: new ones as new items; a known one (same URL without tracking parameters) is brought up to date.
 * Called in the transaction that advances the feed's validators. The entries must differ in `urlKey`.
 */
export async function storeItems(
  tx: Database,
  { feedId, items, arrivedBy, now, reopenSeconds }: ItemsArrival,
): Promise<StoredItems> {
  const inserted: { id: string; published: Date | null }[] = [];
  const reopened: string[] = [];
  for (let from = 0; from < items.length; from += CHUNK) {
    const rows = await tx
      .insertInto('items')
      .values(
        items.slice(from, from + CHUNK).map((item) => ({
          feed_id: feedId,
          guid: withoutNul(item.guid),
          url: item.url,
          url_key: item.urlKey,
          title: withoutNul(item.title),
          author: item.author === undefined ? null : withoutNul(item.author),
          summary: item.summary === undefined ? null : withoutNul(item.summary),
          content: item.content === undefined ? null : withoutNul(item.content),
          language: item.language === undefined ? null : withoutNul(item.language),
          published_at: item.published ?? null,
          updated_at: item.updated ?? null,
          entry_hash: item.entryHash,
          arrived_by: arrivedBy,
          backlog: item.backlog,
          due_at: now,
          first_seen_at: now,
          last_seen_at: now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['feed_id', 'url_key']).doUpdateSet((eb) => ({
          last_seen_at: eb.ref('excluded.last_seen_at'),
          guid: eb.ref('excluded.guid'),
          url: eb.ref('excluded.url'),
          title: eb.ref('excluded.title'),
          author: eb.ref('excluded.author'),
          summary: eb.ref('excluded.summary'),
          content: eb.ref('excluded.content'),
          updated_at: eb.ref('excluded.updated_at'),
          entry_hash: eb.ref('excluded.entry_hash'),
          arrived_by: sql`CASE WHEN items.arrived_by = 'sitemap' THEN excluded.arrived_by ELSE items.arrived_by END`,
          state: sql`CASE WHEN ${reopens(now, reopenSeconds)} THEN 'new' ELSE items.state END`,
          due_at: sql`CASE WHEN ${reopens(now, reopenSeconds)} THEN excluded.due_at ELSE items.due_at END`,
          attempts: sql`CASE WHEN ${reopens(now, reopenSeconds)} THEN 0 ELSE items.attempts END`,
        })),
      )
      // xmax is 0 for a row that this statement inserted.
      .returning(['id', 'state', 'published_at', sql<boolean>`(xmax = 0)`.as('is_new')])
      .execute();
    for (const row of rows) {
      if (row.is_new) inserted.push({ id: row.id, published: row.published_at });
      else if (row.state === 'new') reopened.push(row.id);
    }
  }
  return { inserted, reopened };
}

/** JSON can say NUL; PostgreSQL's text cannot hold it. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

function reopens(now: Date, seconds: number) {
  const youngest = new Date(now.getTime() - seconds * 1_000);
  return sql`items.entry_hash <> excluded.entry_hash AND items.state = 'done' AND items.first_seen_at > ${youngest}`;
}

/** Items that wait to be read, longest overdue first. */
export async function dueItems(db: Database, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('items')
    .select('id')
    .where('state', '=', 'new')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export interface ItemWithFeed extends ItemRow {
  readonly outlet: string;
  readonly feed_url: string;
  readonly feed_language: string | null;
  readonly origin: string;
}

/** An unread item with what its feed says of it; undefined when it is done, or not due yet. */
export async function unreadItem(db: Database, id: string, now: Date): Promise<ItemWithFeed | undefined> {
  return db
    .selectFrom('items')
    .innerJoin('feeds', 'feeds.id', 'items.feed_id')
    .selectAll('items')
    .select(['feeds.outlet', 'feeds.url as feed_url', 'feeds.language as feed_language', 'feeds.origin'])
    .where('items.id', '=', id)
    .where('items.state', '=', 'new')
    .where('items.due_at', '<=', now)
    .executeTakeFirst();
}

/** Puts an item back for later; `failed` counts the try. */
export async function postponeItem(
  db: Database,
  id: string,
  until: Date,
  outcome: string,
  failed: boolean,
): Promise<void> {
  await db
    .updateTable('items')
    .set((eb) => ({ due_at: until, outcome, attempts: failed ? eb('attempts', '+', 1) : eb.ref('attempts') }))
    .where('id', '=', id)
    .where('state', '=', 'new')
    .execute();
}

/** Ends an item; its outcome says how, in words. */
export async function finishItem(
  db: Database,
  id: string,
  end: { state: 'done' | 'failed'; outcome: string; articleId?: string | undefined; now: Date },
): Promise<void> {
  await db
    .updateTable('items')
    .set({
      state: end.state,
      outcome: end.outcome,
      done_at: end.now,
      // The page replaces it; keeping every feed's full content twice would double the database.
      ...(end.articleId === undefined ? {} : { article_id: end.articleId, content: null }),
    })
    .where('id', '=', id)
    .execute();
}

/** The newest items that a feed has shown, with all the names under which they may be met again. */
export async function newestItems(db: Database, feedId: string, limit: number): Promise<Sighting[]> {
  const rows = await db
    .selectFrom('items')
    .select(['guid', 'url', 'url_key', 'published_at'])
    .where('feed_id', '=', feedId)
    // Those that fill a gap have left the feed already.
    .where('arrived_by', '!=', 'sitemap')
    .orderBy('first_seen_at', 'desc')
    .orderBy(sql`published_at DESC NULLS LAST`)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    keys: [row.guid, row.url, row.url_key],
    published: row.published_at ?? undefined,
  }));
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

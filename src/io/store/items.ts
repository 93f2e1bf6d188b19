import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Sighting } from '../../core/scheduling/detect-gap.ts';
import type { Database } from './database.ts';
import type { ItemsTable } from './schema.ts';

export type ItemRow = Selectable<ItemsTable>;

export interface NewItem {
  readonly guid: string;
  readonly url: string;
  readonly urlKey: string;
  readonly title: string;
  readonly author: string | undefined;
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly language: string | undefined;
  readonly published: Date | undefined;
  readonly updated: Date | undefined;
  /** Changes when what the entry says changes. */
  readonly entryHash: string;
  readonly backlog: boolean;
}

export interface StoredItems {
  readonly inserted: readonly { readonly id: string; readonly published: Date | null }[];
  /** Known items whose entry changed while they are young enough to be read again. */
  readonly reopened: readonly string[];
}

/** PostgreSQL takes 65,535 parameters in a statement; an item has 16. */
const CHUNK = 1_000;

/**
 * Stores a feed's entries: new ones as new items; a known one (same URL without tracking parameters) is reopened
 * when its entry changed within `reopenSeconds` of its first sight. Called in the transaction that advances the
 * feed's validators. The entries must differ in `urlKey`.
 */
export async function storeItems(
  tx: Database,
  feedId: string,
  items: readonly NewItem[],
  now: Date,
  reopenSeconds: number,
): Promise<StoredItems> {
  const inserted: { id: string; published: Date | null }[] = [];
  const reopened: string[] = [];
  for (let from = 0; from < items.length; from += CHUNK) {
    const rows = await tx
      .insertInto('items')
      .values(
        items.slice(from, from + CHUNK).map((item) => ({
          feed_id: feedId,
          guid: item.guid,
          url: item.url,
          url_key: item.urlKey,
          title: item.title,
          author: item.author ?? null,
          summary: item.summary ?? null,
          content: item.content ?? null,
          language: item.language ?? null,
          published_at: item.published ?? null,
          updated_at: item.updated ?? null,
          entry_hash: item.entryHash,
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

/** The newest items known of a feed, with all the names under which they may be met again. */
export async function newestItems(db: Database, feedId: string, limit: number): Promise<Sighting[]> {
  const rows = await db
    .selectFrom('items')
    .select(['guid', 'url', 'url_key', 'published_at'])
    .where('feed_id', '=', feedId)
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

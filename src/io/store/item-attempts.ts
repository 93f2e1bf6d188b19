import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { ItemRow, PageRecord } from './items.ts';

export interface ItemWithFeed extends ItemRow {
  readonly outlet: string;
  readonly feed_url: string;
  readonly feed_language: string | null;
  readonly origin: string;
}

/**
 * Takes an unread item in hand, with what its feed says of it, and counts the start before the work: where a process
 * dies of it, the count stays. Undefined when the item is done, or not due yet.
 */
export async function startItem(db: Database, id: string, now: Date): Promise<ItemWithFeed | undefined> {
  return db
    .updateTable('items')
    .from('feeds')
    .set((eb) => ({ started: eb('items.started', '+', 1) }))
    .whereRef('feeds.id', '=', 'items.feed_id')
    .where('items.id', '=', id)
    .where('items.state', '=', 'new')
    .where('items.due_at', '<=', now)
    .returningAll('items')
    .returning(['feeds.outlet', 'feeds.url as feed_url', 'feeds.language as feed_language', 'feeds.origin'])
    .executeTakeFirst();
}

/** Takes the start back: it ended for a reason that is not the item's. */
export async function giveBackItem(db: Database, id: string, until: Date, outcome: string): Promise<void> {
  await db
    .updateTable('items')
    .set({ started: sql<number>`greatest(started - 1, 0)`, leased_until: null, due_at: until, outcome })
    .where('id', '=', id)
    .where('state', '=', 'new')
    .execute();
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
    .set((eb) => ({
      due_at: until,
      outcome,
      attempts: failed ? eb('attempts', '+', 1) : eb.ref('attempts'),
      started: 0,
      leased_until: null,
    }))
    .where('id', '=', id)
    .where('state', '=', 'new')
    .execute();
}

/** Ends an item; its outcome says how, in words. What is done stays done. */
export async function finishItem(
  db: Database,
  id: string,
  end: {
    state: 'done' | 'failed';
    outcome: string;
    articleId?: string | undefined;
    page?: PageRecord | undefined;
    now: Date;
  },
): Promise<void> {
  await db
    .updateTable('items')
    .set({
      state: end.state,
      outcome: end.outcome,
      done_at: end.now,
      started: 0,
      leased_until: null,
      page_verdict: end.page?.verdict ?? null,
      page_signs: end.page === undefined || end.page.signs.length === 0 ? null : [...end.page.signs],
      // The page replaces it; keeping every feed's full content twice would double the database.
      ...(end.articleId === undefined ? {} : { article_id: end.articleId, content: null }),
    })
    .where('id', '=', id)
    .where('state', '=', 'new')
    .execute();
}

export interface ListedItem {
  readonly id: string;
  readonly state: ItemRow['state'];
  readonly outlet: string;
  readonly url: string;
  readonly title: string;
  readonly attempts: number;
  readonly outcome: string | null;
  readonly firstSeenAt: Date;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
}

/** Items of one state, the latest first. */
export async function listItems(db: Database, state: ItemRow['state'], limit: number): Promise<ListedItem[]> {
  return db
    .selectFrom('items')
    .innerJoin('feeds', 'feeds.id', 'items.feed_id')
    .where('state', '=', state)
    .orderBy(state === 'new' ? 'items.due_at' : 'items.done_at', 'desc')
    .orderBy('items.id', 'desc')
    .limit(limit)
    .select([
      'items.id',
      'items.state',
      'feeds.outlet',
      'items.url',
      'items.title',
      'items.attempts',
      'items.outcome',
      'items.first_seen_at as firstSeenAt',
      'items.due_at as dueAt',
      'items.done_at as doneAt',
    ])
    .execute();
}

/** Has failed items read again, all or those named; returns their ids. */
export async function retryItems(db: Database, ids: readonly string[] | 'all', now: Date): Promise<string[]> {
  const rows = await db
    .updateTable('items')
    .set({ state: 'new', due_at: now, attempts: 0, started: 0, leased_until: null, done_at: null })
    .where('state', '=', 'failed')
    .$if(ids !== 'all', (query) => query.where(sql<boolean>`id = ANY (${ids}::bigint[])`))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

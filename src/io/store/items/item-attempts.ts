import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { ItemRow, PageRecord } from './items.ts';
import { type Columns, rowsOf } from '../rows.ts';

export interface ItemWithFeed extends ItemRow {
  readonly outlet: string;
  readonly feed_url: string;
  readonly feed_language: string | null;
  readonly origin: string;
}

/**
 * Begins unread items and returns each with its feed. Each start is counted before the work: if an item ends the
 * process, its count remains. Leaves out items that are done or not due. An item that has no lease gets one.
 */
export async function startItems(
  db: Database,
  ids: readonly string[],
  { now, leaseSeconds }: { readonly now: Date; readonly leaseSeconds: number },
): Promise<Map<string, ItemWithFeed>> {
  const until = new Date(now.getTime() + leaseSeconds * 1_000);
  const rows = await db
    .updateTable('items')
    .from('feeds')
    .set((eb) => ({
      started: eb('items.started', '+', 1),
      leased_until: sql<Date>`coalesce(items.leased_until, ${until})`,
    }))
    .whereRef('feeds.id', '=', 'items.feed_id')
    .where(sql<boolean>`items.id = ANY (${ids}::bigint[])`)
    .where('items.state', '=', 'new')
    .where('items.due_at', '<=', now)
    .returningAll('items')
    .returning(['feeds.outlet', 'feeds.url as feed_url', 'feeds.language as feed_language', 'feeds.origin'])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Takes back the counted start of an item that failed through no fault of its own. */
export async function giveBackItem(db: Database, id: string, until: Date, outcome: string): Promise<void> {
  await db
    .updateTable('items')
    .set({ started: sql<number>`greatest(started - 1, 0)`, leased_until: null, due_at: until, outcome })
    .where('id', '=', id)
    .where('state', '=', 'new')
    .execute();
}

/**
 * Makes an item due at `until`. `failed` counts an attempt. `started` is the number of starts that still count as
 * having ended a process.
 */
export async function postponeItem(
  db: Database,
  id: string,
  until: Date,
  outcome: string,
  failed: boolean,
  started = 0,
): Promise<void> {
  await db
    .updateTable('items')
    .set((eb) => ({
      due_at: until,
      outcome,
      attempts: failed ? eb('attempts', '+', 1) : eb.ref('attempts'),
      started,
      leased_until: null,
    }))
    .where('id', '=', id)
    .where('state', '=', 'new')
    .execute();
}

/** How an item ended; `outcome` says it in words. */
export interface ItemEnd {
  readonly state: 'done' | 'failed';
  readonly outcome: string;
  readonly articleId?: string | undefined;
  readonly page?: PageRecord | undefined;
  /** Its article is stored, but it is due again then. */
  readonly again?: Date | undefined;
  readonly now: Date;
}

/** Ends an item. One that is done stays as it is. */
export async function finishItem(db: Database, id: string, end: ItemEnd): Promise<void> {
  await finishItems(db, [{ id, ...end }]);
}

const END: Columns = {
  id: 'bigint',
  state: 'text',
  outcome: 'text',
  done_at: 'timestamptz',
  verdict: 'text',
  signs: 'text[]',
  article: 'bigint',
  again: 'timestamptz',
};

/** Ends several items. */
export async function finishItems(
  db: Database,
  ends: readonly (ItemEnd & { readonly id: string })[],
): Promise<void> {
  const rows = ends.map(({ id, state, outcome, articleId, page, again, now }) => ({
    id,
    state: again === undefined ? state : 'new',
    outcome,
    done_at: now,
    verdict: page?.verdict ?? null,
    signs: page === undefined || page.signs.length === 0 ? null : page.signs,
    article: articleId ?? null,
    again: again ?? null,
  }));
  await sql`
    UPDATE items SET state = ended.state, outcome = ended.outcome, done_at = ended.done_at, started = 0,
      leased_until = NULL, page_verdict = ended.verdict, page_signs = ended.signs,
      article_id = coalesce(ended.article, items.article_id),
      due_at = coalesce(ended.again, items.due_at),
      attempts = CASE WHEN ended.again IS NULL THEN items.attempts ELSE 0 END,
      -- The page replaces it; keeping every feed's full content twice would double the database.
      content = CASE WHEN ended.article IS NULL OR ended.again IS NOT NULL THEN items.content END
    FROM ${rowsOf(END, rows, 'ended')} WHERE items.id = ended.id AND items.state = 'new'`.execute(db);
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
  /** When it was given up or is due, to the microsecond. */
  readonly key: string;
}

/** Items of one state, newest first. */
export async function listItems(
  db: Database,
  {
    state,
    after,
    limit,
  }: {
    readonly state: 'new' | 'failed';
    readonly after?: { readonly key: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<ListedItem[]> {
  const at = sql.ref(state === 'new' ? 'items.due_at' : 'items.done_at');
  return (
    db
      .selectFrom('items')
      .innerJoin('feeds', 'feeds.id', 'items.feed_id')
      // A literal, since a generic plan with a parameter cannot use the partial indexes.
      .where(sql<boolean>`state = ${sql.lit(state)}`)
      .$if(after !== undefined, (query) =>
        query.where(sql<boolean>`(${at}, items.id) < (${after?.key}::timestamptz, ${after?.id}::bigint)`),
      )
      .orderBy(at, 'desc')
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
        sql<string>`${at}::text`.as('key'),
      ])
      .execute()
  );
}

/** Makes failed items due again, all or those named. Returns their ids. */
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

import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Before which instants rows are no longer kept; undefined keeps them for ever. */
export interface RetentionLimits {
  /** Stories without a report since then, with their articles, matches, alerts and deliveries. */
  readonly stories: Date | undefined;
  /** Articles that no topic matched, by when they were fetched. */
  readonly unmatched: Date | undefined;
  /** The feed's own text of items that have been read. */
  readonly raw: Date | undefined;
  readonly ledger: Date | undefined;
}

/** Rows that were removed, by kind. */
export interface Removed {
  readonly stories: number;
  readonly articles: number;
  readonly raw: number;
  readonly items: number;
  readonly ledger: number;
}

/** Rows in one statement; few enough to hold locks only for a moment. */
const BATCH = 1_000;
const STORIES = 100;

/**
 * Removes what is older than the limits, in batches of their own transactions, so that it may be stopped at any time
 * and blocks no other transaction. An item is kept while its feed lists it and for as long as stories are kept after
 * that. Its entry would be new again otherwise.
 */
export async function removeOld(
  db: Database,
  limits: RetentionLimits,
  signal: AbortSignal,
): Promise<Removed> {
  const all = async (batch: () => Promise<number>): Promise<number> => {
    let removed = 0;
    while (!signal.aborted) {
      const count = await batch();
      removed += count;
      if (count === 0) break;
    }
    return removed;
  };
  const { stories, unmatched, raw, ledger } = limits;
  return {
    stories: stories === undefined ? 0 : await all(() => removeStories(db, stories)),
    articles: unmatched === undefined ? 0 : await all(() => removeUnmatched(db, unmatched)),
    raw: raw === undefined ? 0 : await all(() => forgetRaw(db, raw)),
    items: stories === undefined ? 0 : await removeItems(db, stories, all),
    ledger: ledger === undefined ? 0 : await all(() => removeLedger(db, ledger)),
  };
}

async function removeStories(db: Database, before: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM stories WHERE last_report_at < ${before} AND merged_into IS NULL
       ORDER BY last_report_at LIMIT ${sql.lit(STORIES)}`.execute(tx);
    if (rows.length === 0) return 0;
    // Stories that were merged into this one are removed with it.
    const { rows: family } = await sql<{ id: string }>`
      WITH RECURSIVE family AS (
        SELECT id FROM stories WHERE id = ANY(${rows.map(({ id }) => id)}::bigint[])
        UNION SELECT s.id FROM stories s JOIN family ON s.merged_into = family.id)
      SELECT id FROM family`.execute(tx);
    const ids = sql`ANY(${family.map(({ id }) => id)}::bigint[])`;
    // An array, because PostgreSQL cannot combine `IN (SELECT …)` with another condition by `OR` from indexes.
    const alerts = sql`ANY(ARRAY(SELECT id FROM alerts WHERE story_id = ${ids}))`;
    const { rows: touched } = await sql<{ delivery_id: string }>`
      DELETE FROM delivery_alerts WHERE alert_id = ${alerts} RETURNING delivery_id`.execute(tx);
    // A digest may hold other stories. It is removed with the last of them.
    await sql`DELETE FROM deliveries d WHERE d.id = ANY(${touched.map((row) => row.delivery_id)}::uuid[])
      AND NOT EXISTS (SELECT FROM delivery_alerts a WHERE a.delivery_id = d.id)`.execute(tx);
    await sql`DELETE FROM alert_topics WHERE story_id = ${ids} OR alert_id = ${alerts}`.execute(tx);
    await sql`DELETE FROM alerts WHERE story_id = ${ids}`.execute(tx);
    const { rows: articles } = await sql<{ id: string }>`
      SELECT id FROM articles WHERE story_id = ${ids}
        AND NOT EXISTS (SELECT FROM alerts WHERE alerts.article_id = articles.id)`.execute(tx);
    await sql`UPDATE articles SET story_id = NULL WHERE story_id = ${ids}`.execute(tx);
    await removeArticles(
      tx,
      articles.map(({ id }) => id),
    );
    await sql`DELETE FROM stories WHERE id = ${ids}`.execute(tx);
    return rows.length;
  });
}

async function removeUnmatched(db: Database, before: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      SELECT a.id FROM articles a WHERE a.story_id IS NULL AND a.fetched_at < ${before}
         AND NOT EXISTS (SELECT FROM matches m WHERE m.article_id = a.id)
         AND NOT EXISTS (SELECT FROM alerts WHERE alerts.article_id = a.id)
       ORDER BY a.fetched_at LIMIT ${sql.lit(BATCH)}`.execute(tx);
    await removeArticles(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.length;
  });
}

async function removeArticles(tx: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`UPDATE items SET article_id = NULL WHERE article_id = ANY(${ids}::bigint[])`.execute(tx);
  await sql`DELETE FROM matches WHERE article_id = ANY(${ids}::bigint[])`.execute(tx);
  await sql`DELETE FROM articles WHERE id = ANY(${ids}::bigint[])`.execute(tx);
}

async function forgetRaw(db: Database, before: Date): Promise<number> {
  const { rows } = await sql`
    UPDATE items SET summary = NULL, content = NULL WHERE id IN (
      SELECT id FROM items WHERE (summary IS NOT NULL OR content IS NOT NULL) AND done_at < ${before} AND state <> 'new'
       ORDER BY done_at LIMIT ${sql.lit(BATCH)}) RETURNING id`.execute(db);
  return rows.length;
}

/**
 * Goes feed by feed, because the index on when items were first seen begins with the feed. `coalesce` keeps PostgreSQL from
 * the index on articles, which would give the items without one of all feeds, for each feed again.
 */
async function removeItems(
  db: Database,
  before: Date,
  all: (batch: () => Promise<number>) => Promise<number>,
): Promise<number> {
  const { rows: feeds } = await sql<{ id: string }>`SELECT id FROM feeds`.execute(db);
  let removed = 0;
  for (const { id } of feeds)
    removed += await all(async () => {
      const { rows } = await sql`
        DELETE FROM items WHERE id IN (
          SELECT id FROM items WHERE feed_id = ${id} AND first_seen_at < ${before} AND last_seen_at < ${before}
             AND state <> 'new' AND coalesce(article_id, 0) = 0 LIMIT ${sql.lit(BATCH)}) RETURNING id`.execute(
        db,
      );
      return rows.length;
    });
  return removed;
}

async function removeLedger(db: Database, before: Date): Promise<number> {
  const { rows } = await sql`
    DELETE FROM ledger WHERE id IN (SELECT id FROM ledger WHERE at < ${before} ORDER BY at LIMIT ${sql.lit(BATCH)})
    RETURNING id`.execute(db);
  return rows.length;
}

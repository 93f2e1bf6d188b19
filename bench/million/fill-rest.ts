import { sql } from 'kysely';
import type { Database } from '../../src/io/store/database.ts';
import { insertInBatches, makeIndexes, takeIndexes } from '../web-archive.ts';

/** Feeds of the archive. Each is on a host of its own. */
export const FEEDS = 5_000;

/**
 * Adds to an archive what the service has stored on the way to it: feeds, the item of each article, the steps that `why`
 * tells, and a delivery for each alert.
 */
export async function fillRest(db: Database, articles: number): Promise<void> {
  const indexes = await takeIndexes(db, ['items', 'ledger']);
  await insertFeeds(db);
  await insertInBatches(db, articles, async (one, from, to) => {
    await insertItems(one, from, to);
    await insertLedger(one, from, to);
  });
  await insertDeliveries(db);
  // The rows have numbers of their own.
  for (const table of ['articles', 'items'])
    await sql`SELECT setval(pg_get_serial_sequence(${table}, 'id'), (SELECT max(id) FROM ${sql.table(table)}))`.execute(
      db,
    );
  await makeIndexes(db, indexes);
  await sql`VACUUM ANALYZE`.execute(db);
  await sql`CHECKPOINT`.execute(db);
}

async function insertFeeds(db: Database): Promise<void> {
  await sql`INSERT INTO feeds (url, listed_url, outlet, origin, etag, polled_at, succeeded_at, unconditional_at, next_poll_at)
    SELECT 'http://feed-' || n || '.example/', 'http://feed-' || n || '.example/', 'Outlet ' || n % 97, 'cli', '"1"',
           now(), now(), now(), now() + interval '1 day'
      FROM generate_series(1, ${sql.lit(FEEDS)}) n ORDER BY n`.execute(db);
}

/** An item stays in its feed for five days; the feed's words are kept for a fortnight. */
async function insertItems(db: Database, from: number, to: number): Promise<void> {
  await sql`INSERT INTO items (id, feed_id, guid, url, url_key, key, guid_key, link_key, title_key, title, summary, entry_hash, state, outcome,
              article_id, published_at, due_at, first_seen_at, last_seen_at, done_at, page_verdict, page_signs) OVERRIDING SYSTEM VALUE
    SELECT id, 1 + id % ${sql.lit(FEEDS)}, canonical_url, canonical_url, canonical_url, left(md5('key ' || id), 22), left(md5('guid ' || id), 22),
           left(md5(canonical_url), 22), lower(title), title, CASE WHEN reported_at > now() - interval '14 days' THEN left(text, 300) END,
           left(md5(title), 22), 'done', 'read from the page (schema.org)', id, reported_at, reported_at, reported_at,
           least(now(), reported_at + interval '5 days'), reported_at, 'named', ARRAY[left(md5('title ' || id), 22), left(md5('text ' || id), 22)]
      FROM articles WHERE id BETWEEN ${sql.lit(from)} AND ${sql.lit(to)}`.execute(db);
}

/** The steps of half a year. */
async function insertLedger(db: Database, from: number, to: number): Promise<void> {
  const recent = sql`id BETWEEN ${sql.lit(from)} AND ${sql.lit(to)} AND reported_at > now() - interval '180 days'`;
  await sql`INSERT INTO ledger (at, event, item_id, article_id, detail)
    SELECT reported_at, 'read', id, id, jsonb_build_object('outcome', 'read from the page (schema.org)', 'topics', '[]'::jsonb,
             'language', jsonb_build_object('tag', language_tag, 'language', language, 'confidence', 1))
      FROM articles WHERE ${recent}`.execute(db);
  await sql`INSERT INTO ledger (at, event, article_id, story_id, detail)
    SELECT reported_at, 'story.joined', id, story_id, '{"score": 3.1, "reasons": [{"says": "both name Nexperia and Wingtech", "weight": 2.1}]}'
      FROM articles WHERE ${recent} AND story_id IS NOT NULL`.execute(db);
}

async function insertDeliveries(db: Database): Promise<void> {
  await sql`INSERT INTO alert_topics (alert_id, story_id, route, topic) SELECT id, story_id, route, 'chip_ban' FROM alerts`.execute(
    db,
  );
  await sql`CREATE UNLOGGED TABLE sent AS SELECT id AS alert_id, gen_random_uuid() AS delivery_id, created_at FROM alerts`.execute(
    db,
  );
  await sql`INSERT INTO deliveries (id, route, channel, kind, subject, state, planned_at, due_at, attempts, first_attempt_at, last_attempt_at,
              answer, delivered_at, created_at)
    SELECT delivery_id, 'everything', 'desk', 'alert', 'alert ' || alert_id, 'delivered', created_at, created_at, 1, created_at, created_at,
           '200', created_at, created_at FROM sent`.execute(db);
  await sql`INSERT INTO delivery_alerts (delivery_id, alert_id) SELECT delivery_id, alert_id FROM sent`.execute(
    db,
  );
  await sql`DROP TABLE sent`.execute(db);
}

import type { Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { FeedHabits } from '../../../core/items/feed-habits.ts';
import type { RecentPoll } from '../../../core/scheduling/own-network.ts';
import type { Database } from '../database.ts';
import type { FeedsTable } from '../schema.ts';

export type FeedRow = Selectable<FeedsTable>;

export interface NewFeed {
  readonly url: string;
  readonly outlet: string;
  readonly language?: string | undefined;
  readonly category?: string | undefined;
  readonly origin: FeedRow['origin'];
  readonly backfillAgeSeconds?: number | undefined;
}

/**
 * Makes the feeds of one origin equal to the list. New ones are added, changed ones updated, missing ones marked
 * removed (their items stay), and those that came back are active again. A feed that a person paused stays paused.
 * Returns what changed.
 */
export async function syncFeeds(
  db: Database,
  origin: FeedRow['origin'],
  wanted: readonly NewFeed[],
): Promise<{ added: number; removed: number }> {
  return db.transaction().execute(async (tx) => {
    const added = await addFeeds(tx, wanted);
    const { numUpdatedRows } = await tx
      .updateTable('feeds')
      .set({ status: 'removed' })
      .where('origin', '=', origin)
      .where('status', '!=', 'removed')
      .where(sql<boolean>`listed_url <> ALL(${wanted.map((feed) => feed.url)}::text[])`)
      .executeTakeFirst();
    return { added: added.length, removed: Number(numUpdatedRows) };
  });
}

/** The feeds of one origin that are watched. */
export async function watchedOf(
  db: Database,
  origin: FeedRow['origin'],
): Promise<Pick<FeedRow, 'url' | 'listed_url'>[]> {
  return db
    .selectFrom('feeds')
    .select(['url', 'listed_url'])
    .where('origin', '=', origin)
    .where('status', '!=', 'removed')
    .orderBy('id')
    .execute();
}

/** Adds feeds, or brings removed ones back; returns the URLs that were not watched before. */
export async function addFeeds(db: Database, feeds: readonly NewFeed[]): Promise<string[]> {
  const added: string[] = [];
  for (let from = 0; from < feeds.length; from += ADDED_TOGETHER)
    added.push(...(await addTogether(db, feeds.slice(from, from + ADDED_TOGETHER))));
  return added;
}

/** A statement has at most 65,535 parameters. */
const ADDED_TOGETHER = 2_000;

async function addTogether(db: Database, feeds: readonly NewFeed[]): Promise<string[]> {
  await listUnderNewAddress(
    db,
    feeds.map((feed) => feed.url),
  );
  const known = await db
    .selectFrom('feeds')
    .select('listed_url')
    .where(
      'listed_url',
      'in',
      feeds.map((feed) => feed.url),
    )
    .where('status', '!=', 'removed')
    .execute();
  const watched = new Set(known.map((row) => row.listed_url));
  await db
    .insertInto('feeds')
    .values(
      feeds.map((feed) => ({
        url: feed.url,
        listed_url: feed.url,
        outlet: feed.outlet,
        language: feed.language ?? null,
        category: feed.category ?? null,
        origin: feed.origin,
        backfill_age_seconds: feed.backfillAgeSeconds ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('listed_url').doUpdateSet((eb) => ({
        outlet: eb.ref('excluded.outlet'),
        language: sql`coalesce(excluded.language, feeds.language)`,
        category: eb.ref('excluded.category'),
        origin: eb.ref('excluded.origin'),
        backfill_age_seconds: eb.ref('excluded.backfill_age_seconds'),
        status: sql`CASE WHEN feeds.status = 'removed' THEN 'active' ELSE feeds.status END`,
      })),
    )
    .execute();
  return feeds.map((feed) => feed.url).filter((url) => !watched.has(url));
}

/** A feed that has moved and is now listed under its new address is the same feed and keeps its items. */
async function listUnderNewAddress(db: Database, urls: readonly string[]): Promise<void> {
  await sql`
    UPDATE feeds SET listed_url = url
    WHERE url = ANY(${urls}::text[]) AND listed_url <> url
      AND NOT EXISTS (SELECT 1 FROM feeds AS other WHERE other.listed_url = feeds.url)`.execute(db);
}

/**
 * Leases due feeds, longest overdue first, all in one statement: one for each feed would cost more than its poll. If
 * a job is lost, its feed is due again when the lease ends.
 *
 * @param depth how many feeds may be leased at a time. Those that wait for longer than their lease would be put into the
 *   queue once more, and polled twice.
 */
export async function leaseDueFeeds(
  db: Database,
  now: Date,
  leaseSeconds: number,
  depth: number,
): Promise<string[]> {
  const until = after(now, leaseSeconds);
  const rows = await db
    .updateTable('feeds')
    .set({ leased_until: until })
    .where('id', 'in', (feeds) =>
      feeds
        .selectFrom('feeds')
        .select('id')
        // A literal, since a generic plan with a parameter cannot use the partial index.
        .where(sql<boolean>`status = 'active'`)
        .where('next_poll_at', '<=', now)
        .where((eb) =>
          eb.or([
            eb('leased_until', 'is', null),
            eb('leased_until', '<=', now),
            // Such a lease was set by a clock that ran ahead.
            eb('leased_until', '>', until),
          ]),
        )
        .orderBy('next_poll_at')
        .limit(
          // The leased ones are at the front, so no more are read than may be leased.
          sql<number>`(SELECT ${depth}::bigint - count(*) FILTER (WHERE leased_until > ${now} AND leased_until <= ${until}) FROM (
            SELECT leased_until FROM feeds WHERE status = 'active' AND next_poll_at <= ${now}
            ORDER BY next_poll_at LIMIT ${depth}) AS front)`,
        )
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'next_poll_at'])
    .execute();
  // UPDATE … RETURNING has no order.
  return rows.toSorted((a, b) => a.next_poll_at.getTime() - b.next_poll_at.getTime()).map((row) => row.id);
}

/** How the latest polls since then ended, at most `limit` of them. */
export async function recentPolls(db: Database, since: Date, limit: number): Promise<RecentPoll[]> {
  const rows = await db
    .selectFrom('feeds')
    .select(['url', 'fetch_error'])
    .where('polled_at', '>=', since)
    .orderBy('polled_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ host: new URL(row.url).host, error: row.fetch_error }));
}

/** Writes the result of a poll and ends the lease. */
export async function updateFeed(db: Database, id: string, change: Updateable<FeedsTable>): Promise<void> {
  await db
    .updateTable('feeds')
    .set({ started: 0, ...change, leased_until: null })
    .where('id', '=', id)
    .execute();
}

/** Changes a feed even if another worker has leased it by now. */
export async function changeFeed(db: Database, id: string, change: Updateable<FeedsTable>): Promise<void> {
  await db.updateTable('feeds').set(change).where('id', '=', id).execute();
}

/** Adds to the recorded habits of a feed, even if another process adds to them at the same time. */
export async function addHabits(db: Database, id: string, shown: FeedHabits): Promise<void> {
  await sql`UPDATE feeds SET habits = habits || ${JSON.stringify(shown)}::jsonb WHERE id = ${id}`.execute(db);
}

/** The feed that a hub's request to our callback belongs to. */
export async function feedOfCallback(db: Database, id: string, token: string): Promise<FeedRow | undefined> {
  return db
    .selectFrom('feeds')
    .selectAll()
    .where('id', '=', id)
    .where('hub_token', '=', token)
    .executeTakeFirst();
}

/** The feed with this address, as polled or as listed; also a removed one. */
export async function findFeed(db: Database, url: string): Promise<FeedRow | undefined> {
  return db.selectFrom('feeds').selectAll().where(isCalled(url)).executeTakeFirst();
}

/** All feeds but the removed ones, by outlet and address. */
export async function listFeeds(db: Database): Promise<FeedRow[]> {
  return db
    .selectFrom('feeds')
    .selectAll()
    .where('status', '!=', 'removed')
    .orderBy('outlet')
    .orderBy('url')
    .execute();
}

/** What the watched feeds are called by. */
export async function namesOfFeeds(db: Database): Promise<Pick<FeedRow, 'outlet' | 'url' | 'site_url'>[]> {
  return db
    .selectFrom('feeds')
    .select(['outlet', 'url', 'site_url'])
    .where('status', '!=', 'removed')
    .execute();
}

/** Number of items published since then, by the feed's id; feeds without any are left out. */
export async function itemsPublishedSince(db: Database, since: Date): Promise<Map<string, number>> {
  // An item is published before it is first seen. Feed by feed, because the index on that begins with the feed.
  const { rows } = await sql<{ id: string; count: string }>`
    SELECT feeds.id, recent.count FROM feeds CROSS JOIN LATERAL (
      SELECT count(*) AS count FROM items
       WHERE feed_id = feeds.id AND first_seen_at >= ${since} AND coalesce(published_at, first_seen_at) >= ${since}
    ) AS recent WHERE recent.count > 0`.execute(db);
  return new Map(rows.map((row) => [row.id, Number(row.count)]));
}

/** Returns false when the feed is not watched. */
export async function setFeedStatus(db: Database, url: string, status: FeedRow['status']): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feeds')
    .set({ status, ...(status === 'active' ? { next_poll_at: sql<Date>`now()`, failures: 0 } : {}) })
    .where(isCalled(url))
    .where('status', '!=', 'removed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}

function isCalled(url: string) {
  return sql<boolean>`(feeds.url = ${url} OR feeds.listed_url = ${url})`;
}

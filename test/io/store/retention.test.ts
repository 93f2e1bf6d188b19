import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimNightly, ranNightly } from '../../../src/io/store/nightly.ts';
import { removeOld } from '../../../src/io/store/retention.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { storedArticle } from '../../support/stored-article.ts';

const OLD = new Date('2023-01-01T00:00:00Z');
const RECENT = new Date('2026-11-01T00:00:00Z');
const LIMIT = new Date('2026-01-01T00:00:00Z');
const NONE = { stories: undefined, unmatched: undefined, raw: undefined, ledger: undefined };
const never = new AbortController().signal;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const count = async (table: string) =>
  (await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(database.db)).rows[0]!
    .n;

/** A story with an alert of its own, which was sent alone and in a digest. */
async function toldStory(name: string, at: Date): Promise<string> {
  const { db } = database;
  const { storyId, articleId } = await storedArticle(db, {
    url: `https://a.example/${name}`,
    reportedAt: at,
  });
  await sql`UPDATE stories SET first_report_at = ${at}, last_report_at = ${at} WHERE id = ${storyId}`.execute(
    db,
  );
  const { rows } = await sql<{
    id: string;
  }>`INSERT INTO alerts (story_id, article_id, route, development, kind, created_at)
    VALUES (${storyId}, ${articleId}, 'all', 'first', 'alert', ${at}) RETURNING id`.execute(db);
  await sql`INSERT INTO alert_topics VALUES (${rows[0]!.id}, ${storyId}, 'all', 'chip_ban')`.execute(db);
  return rows[0]!.id;
}

async function delivery(subject: string, alerts: readonly string[]): Promise<void> {
  const { db } = database;
  const { rows } = await sql<{
    id: string;
  }>`INSERT INTO deliveries (id, route, channel, kind, subject, state, planned_at, due_at, created_at)
    VALUES (gen_random_uuid(), 'all', 'desk', 'digest', ${subject}, 'delivered', ${OLD}, ${OLD}, ${OLD}) RETURNING id`.execute(
    db,
  );
  for (const alert of alerts)
    await sql`INSERT INTO delivery_alerts VALUES (${rows[0]!.id}, ${alert})`.execute(db);
}

test('old stories are removed with everything that belongs to them, and nothing else', async () => {
  const { db } = database;
  const old = await toldStory('old', OLD);
  const recent = await toldStory('recent', RECENT);
  await delivery('alone', [old]);
  await delivery('digest', [old, recent]);
  const merged = await storedArticle(db, { url: 'https://a.example/merged' });
  await sql`UPDATE stories SET merged_into = (SELECT min(id) FROM stories), last_report_at = ${RECENT} WHERE id = ${merged.storyId}`.execute(
    db,
  );

  expect(await removeOld(db, NONE, never)).toEqual({ stories: 0, articles: 0, raw: 0, items: 0, ledger: 0 });
  expect(await count('stories')).toBe(3);
  expect(await removeOld(db, { ...NONE, stories: LIMIT }, never)).toMatchObject({ stories: 1 });
  const { rows } = await sql<{ url: string }>`SELECT url FROM articles`.execute(db);
  expect(rows).toEqual([{ url: 'https://a.example/recent' }]);
  expect(await count('stories')).toBe(1);
  expect(await count('alerts')).toBe(1);
  expect(await count('alert_topics')).toBe(1);
  expect((await sql<{ subject: string }>`SELECT subject FROM deliveries`.execute(db)).rows).toEqual([
    { subject: 'digest' },
  ]);
});

test('unmatched articles, raw text and ledger lines are removed; their items stay known', async () => {
  const { db } = database;
  await sql`INSERT INTO feeds (url, listed_url, outlet, origin) VALUES ('https://f.example/', 'https://f.example/', 'F', 'config')`.execute(
    db,
  );
  await sql`INSERT INTO articles (canonical_url, url, outlet, title, text, content_hash, language, language_tag,
      language_confidence, confidence, via, reported_at, fetched_at)
    SELECT 'u' || n, 'u' || n, 'F', 't', 'x', 'h', 'eng', 'en', 1, 1, 'page', ${OLD}, ${OLD} FROM generate_series(1, 2500) AS n`.execute(
    db,
  );
  await sql`INSERT INTO items (feed_id, guid, url, url_key, title, summary, content, entry_hash, state, article_id,
      first_seen_at, last_seen_at, done_at)
    SELECT f.id, a.url, a.url, a.url, 't', 's', 'c', '', 'done', a.id, ${OLD}, CASE WHEN a.url = 'u1' THEN ${RECENT}::timestamptz ELSE ${OLD} END, ${OLD}
      FROM feeds f, articles a WHERE a.url LIKE 'u%'`.execute(db);
  await sql`INSERT INTO ledger (at, event) SELECT ${OLD}, 'read' FROM generate_series(1, 2100)`.execute(db);
  await sql`INSERT INTO ledger (at, event) VALUES (${RECENT}, 'read')`.execute(db);
  const stopped = AbortSignal.abort();
  expect(await removeOld(db, { ...NONE, unmatched: LIMIT, ledger: LIMIT }, stopped)).toMatchObject({
    articles: 0,
    ledger: 0,
  });

  expect(await removeOld(db, { ...NONE, unmatched: LIMIT, raw: LIMIT, ledger: LIMIT }, never)).toEqual({
    stories: 0,
    articles: 2500,
    raw: 2500,
    items: 0,
    ledger: 2100,
  });
  expect(await count('items')).toBe(2500);
  expect(await count('articles')).toBe(1);
  // Only the entry that the feed still lists is kept longer than stories are.
  expect(await removeOld(db, { ...NONE, stories: LIMIT }, never)).toMatchObject({ items: 2499 });
  expect((await sql<{ url: string }>`SELECT url FROM items`.execute(db)).rows).toEqual([{ url: 'u1' }]);
});

test('a nightly task is taken by one process a night', async () => {
  const { db } = database;
  const first = new Date('2026-11-27T12:00:00Z');
  expect(await ranNightly(db, 'retention', first)).toEqual(first);
  const later = new Date('2026-11-28T03:00:00Z');
  const ranAt = await ranNightly(db, 'retention', later);
  expect(ranAt).toEqual(first);
  const won = await Promise.all([1, 2, 3].map(() => claimNightly(db, 'retention', ranAt, later)));
  expect(won.filter(Boolean)).toHaveLength(1);
  expect(await ranNightly(db, 'retention', later)).toEqual(later);
});

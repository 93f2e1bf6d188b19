import { sql } from 'kysely';
import type { Database } from '../src/io/store/database.ts';
import { keysOfFortnights } from '../src/io/store/stories/fortnight-keys.ts';
import { rowsOf } from '../src/io/store/rows.ts';

/** The number of articles in one statement. */
const BATCH = 20_000;
/** The number of sentences that texts are composed of; 12 for each text. */
const SENTENCES = 20_000;
/** Three of ten articles match a topic and are in stories of three articles: far more than in a real archive. */
const MATCHED = 3;

/** Five minutes lie between a story and the next older one. Milliseconds. */
export const BETWEEN_STORIES = 300_000;

/** What the story step looks for in a story: its keys, and the features of its first article. */
export interface GeneratedStory {
  readonly keys: readonly number[];
  /** `StoryFeatures`. */
  readonly features: object;
}

/** The seconds that it took. */
interface Generated {
  readonly rows: number;
  readonly indexes: number;
}

/**
 * Fills an empty database with articles, stories, matches and alerts. A few words are frequent and most are rare, as in any language: `word3` is in most texts,
 * `word40000` in few. Rows are written before indexes are built, as when a backup is restored. Undefined where there
 * are articles already.
 *
 * @param story what a story has that came so many milliseconds ago; without, none is found by the story step
 */
export async function generateArchive(
  db: Database,
  articles: number,
  story?: (age: number) => GeneratedStory,
): Promise<Generated | undefined> {
  if ((await db.selectFrom('articles').select('id').limit(1).executeTakeFirst()) !== undefined)
    return undefined;
  const began = Date.now();
  const indexes = await takeIndexes(db, [
    'articles',
    'article_search',
    'matches',
    'alerts',
    'stories',
    'story_keys',
  ]);
  await sql`CREATE UNLOGGED TABLE sentences AS
    SELECT s AS id, (SELECT string_agg('word' || floor(power(50000, random() + (i + s) * 0))::int, ' ') FROM generate_series(1, 10) i) || '.' AS text
      FROM generate_series(0, ${sql.lit(SENTENCES - 1)}) s`.execute(db);
  await sql`ALTER TABLE sentences ADD PRIMARY KEY (id)`.execute(db);
  await sql`CREATE UNLOGGED TABLE story_features (story bigint PRIMARY KEY, features jsonb)`.execute(db);
  await insertStories(db, Math.ceil(articles / 10), story);
  await insertInBatches(db, articles, insertBatch);
  await insertAlerts(db);
  await sql`DROP TABLE sentences, story_features`.execute(db);
  const rows = Date.now();
  await makeIndexes(db, indexes);
  await sql`VACUUM ANALYZE`.execute(db);
  return { rows: (rows - began) / 1_000, indexes: (Date.now() - rows) / 1_000 };
}

/** Drops the indexes that only speed up reading. Returns the SQL statements that build them again. */
export async function takeIndexes(db: Database, tables: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid = ANY (${tables}::text[]::regclass[])
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`.execute(db);
  for (const { name } of rows) await sql.raw(`DROP INDEX ${name}`).execute(db);
  return rows.map(({ definition }) => definition);
}

/** Builds the indexes that `takeIndexes` returned. */
export async function makeIndexes(db: Database, definitions: readonly string[]): Promise<void> {
  await db.connection().execute(async (one) => {
    await sql`SET maintenance_work_mem = '512MB'`.execute(one);
    for (const definition of definitions) await sql.raw(definition).execute(one);
    await sql`RESET maintenance_work_mem`.execute(one);
  });
}

/** The number of stories in one statement. */
const STORIES = 1_000;

async function insertStories(
  db: Database,
  stories: number,
  story: ((age: number) => GeneratedStory) | undefined,
): Promise<void> {
  for (let from = 1; from <= stories; from += STORIES) {
    const to = Math.min(stories, from + STORIES - 1);
    const found = Array.from({ length: story === undefined ? 0 : to - from + 1 }, (_, at) => ({
      n: from + at,
      ...story?.((from + at) * BETWEEN_STORIES),
    }));
    await insertSome(db, from, to, found);
  }
}

async function insertSome(db: Database, from: number, to: number, found: readonly object[]): Promise<void> {
  await sql`INSERT INTO stories (title, link, outlets, languages, article_count, state, first_report_at, last_report_at, keys, members)
    SELECT 'Story ' || n, 'https://outlet.example/' || n, ARRAY['Outlet ' || n % 97, 'Outlet ' || n % 89], ARRAY[(ARRAY['en','de','zh-Hans','ja'])[1 + n % 4]], ${sql.lit(MATCHED)},
           jsonb_build_object('topics', CASE WHEN n % 3 = 0 THEN '["chip_ban"]' WHEN n % 3 = 1 THEN '["customs_check"]' ELSE '[]' END::jsonb,
             'possible', CASE WHEN n % 3 = 2 THEN '["chip_ban"]' ELSE '[]' END::jsonb, 'stances', '[]'::jsonb, 'official', false),
           now() - (n * 5 + 5) * interval '1 minute', now() - n * interval '5 minutes',
           coalesce(found.keys, '{}'), CASE WHEN found.keys IS NULL THEN '{}' ELSE ARRAY[10 * (n - 1) + 1] END
      FROM generate_series(${sql.lit(from)}, ${sql.lit(to)}) n
      LEFT JOIN ${rowsOf({ n: 'integer', keys: 'integer[]' }, found, 'found')} USING (n)
     ORDER BY n`.execute(db);
  const keys = keysOfFortnights(sql`keys`, sql`last_report_at`, sql`last_report_at`);
  await sql`INSERT INTO story_keys (story_id, keys)
    SELECT id, ARRAY(SELECT unnest(${keys}) ORDER BY 1) FROM stories
     WHERE id BETWEEN ${sql.lit(from)} AND ${sql.lit(to)} AND keys <> '{}'`.execute(db);
  await sql`INSERT INTO story_features (story, features)
    SELECT n, features FROM ${rowsOf({ n: 'integer', features: 'jsonb' }, found, 'found')}`.execute(db);
}

/** Calls `insert` with ranges of numbers up to `last`, on two connections, so that two cores are used where there are two. */
export async function insertInBatches(
  db: Database,
  last: number,
  insert: (one: Database, from: number, to: number) => Promise<void>,
): Promise<void> {
  const starts = Array.from({ length: Math.ceil(last / BATCH) }, (_, index) => index * BATCH + 1);
  const insertHalf = (half: number) =>
    db.connection().execute(async (one) => {
      // Without triggers and foreign keys, which are meant for single rows.
      await sql`SET session_replication_role = replica`.execute(one);
      await sql`SET synchronous_commit = off`.execute(one);
      for (const [index, from] of starts.entries())
        if (index % 2 === half) await insert(one, from, Math.min(last, from + BATCH - 1));
      await sql`RESET ALL`.execute(one);
    });
  await Promise.all([insertHalf(0), insertHalf(1)]);
}

/** Article n is in story n / 10, if that exists, and is half a minute older than article n - 1. */
async function insertBatch(db: Database, from: number, to: number): Promise<void> {
  await sql`INSERT INTO articles (id, canonical_url, url, outlet, title, text, content_hash, language, language_tag, language_confidence,
              confidence, via, entities, reported_at, fetched_at, story_id, features) OVERRIDING SYSTEM VALUE
    SELECT n, 'https://outlet.example/a/' || n, '', 'Outlet ' || n % 97, 'Report ' || n || ' ' || title.words,
           body.words || CASE WHEN n % 10 = 0 THEN ' 海关总署检查芯片' || chr(19968 + n % 20000) || chr(19968 + n % 997) ELSE '' END, n::text, 'eng',
           CASE WHEN n % 10 = 0 THEN 'zh-Hans' ELSE (ARRAY['en','de','ja'])[1 + n % 3] END, 1, 1, 'feed',
           (SELECT jsonb_agg(jsonb_build_object('id', kind || one, 'name', initcap(kind) || ' ' || one, 'kind', kind, 'count', 2))
              FROM (VALUES ('organisation', n % 53), ('organisation', 53 + n % 7), ('country', n % 31)) AS named (kind, one)),
           now() - n * interval '30 seconds', now() - n * interval '30 seconds', CASE WHEN n % 10 < ${sql.lit(MATCHED)} THEN 1 + (n - 1) / 10 END,
           CASE WHEN n % 10 = 1 THEN (SELECT features FROM story_features WHERE story = 1 + (n - 1) / 10) END
      FROM generate_series(${sql.lit(from)}, ${sql.lit(to)}) n,
           LATERAL (SELECT string_agg('word' || floor(power(50000, random() + (i + n) * 0))::int, ' ') AS words FROM generate_series(1, 8) i) title,
           LATERAL (SELECT string_agg(s.text, ' ') AS words FROM (SELECT floor(random() * ${sql.lit(SENTENCES)} + (i + n) * 0)::int AS id FROM generate_series(1, 12) i) drawn
                      JOIN sentences s USING (id)) body`.execute(db);
  await sql`INSERT INTO article_search (article_id, reported_at, outlet, language_tag, words)
    SELECT id, reported_at, outlet, language_tag, chipwatch_words(language_tag, title, lead, text) || chipwatch_periods(reported_at) FROM articles WHERE id BETWEEN ${sql.lit(from)} AND ${sql.lit(to)}`.execute(
    db,
  );
  await sql`INSERT INTO matches (article_id, topic, label, level, confidence, rules, passages, version, matched_at)
    SELECT id, CASE WHEN story_id % 3 = 1 THEN 'customs_check' ELSE 'chip_ban' END, 'A topic', CASE WHEN story_id % 3 = 2 THEN 'possible' ELSE 'sure' END,
           60 + id % 40, '[]', '[]', '', reported_at
      FROM articles WHERE id BETWEEN ${sql.lit(from)} AND ${sql.lit(to)} AND story_id IS NOT NULL`.execute(
    db,
  );
}

async function insertAlerts(db: Database): Promise<void> {
  await sql`INSERT INTO alerts (story_id, article_id, route, development, kind, created_at)
    SELECT story_id, min(id), 'everything', 'first', 'alert', min(reported_at) FROM articles WHERE story_id IS NOT NULL GROUP BY story_id`.execute(
    db,
  );
}

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/io/store/database.ts';
import { pastReports } from '../../../src/io/store/stories/routable-reports.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';

const BEGAN = new Date('2026-11-01T08:00:00Z');
let database: TestDatabase;

/** 1,203 reports on a topic, three at each instant, and as many on no topic. */
beforeAll(async () => {
  database = await testDatabase();
  await sql`INSERT INTO stories (title, link, outlets, languages, article_count, state, first_report_at, last_report_at)
    VALUES ('A story', 'https://outlet.example/', '{}', '{}', 1, '{"topics":[],"stances":[],"official":false}', ${BEGAN}, ${BEGAN})`.execute(
    database.db,
  );
  await sql`INSERT INTO articles (canonical_url, url, outlet, title, text, content_hash, language, language_tag, language_confidence,
      confidence, via, entities, reported_at, fetched_at, story_id)
    SELECT 'https://outlet.example/' || n, '', 'Outlet', 'Report ' || n, '', n::text, 'eng', 'en', 1, 1, 'feed', '[]',
           ${BEGAN}::timestamptz + (n / 6) * interval '1 microsecond', now(), 1 FROM generate_series(0, 2405) n`.execute(
    database.db,
  );
  await sql`INSERT INTO matches (article_id, topic, label, level, confidence, rules, passages, version, matched_at)
    SELECT id, 'chip_ban', 'Chip ban', 'sure', 80, '[]', '[]', '', now() FROM articles
     WHERE substr(title, 8)::int % 2 = 0`.execute(database.db);
});
afterAll(() => database[Symbol.asyncDispose]());

async function titles(db: Database, since: Date, limit: number): Promise<string[]> {
  const batches: string[][] = [];
  for await (const batch of pastReports(db, since, limit)) batches.push(batch.map(({ title }) => title));
  expect(Math.max(...batches.map(({ length }) => length))).toBeLessThan(1_000);
  return batches.flat();
}

test('past reports come in batches, each once, the oldest first, as many as are asked for', async () => {
  const all = Array.from({ length: 1_203 }, (_, index) => `Report ${index * 2}`);
  expect(await titles(database.db, BEGAN, 20_000)).toEqual(all);
  expect(await titles(database.db, BEGAN, 750)).toEqual(all.slice(0, 750));
  expect(await titles(database.db, new Date(BEGAN.getTime() + 1), 20_000)).toEqual([]);
});

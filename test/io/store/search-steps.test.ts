import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchWords } from '../../../src/core/search/search-words.ts';
import { searchArticles } from '../../../src/io/store/search.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';

// More articles than are looked through one by one: one every six hours, back to 2025, and one of 1969.
let database: TestDatabase;
const ARTICLES = 2_600;

beforeAll(async () => {
  database = await testDatabase();
  await sql`INSERT INTO articles (canonical_url, url, outlet, title, text, content_hash, language, language_tag, language_confidence, confidence, via, reported_at, fetched_at)
    SELECT 'https://outlet.example/' || n, '', 'Outlet', 'Report ' || n,
           concat_ws(' ', CASE WHEN n % 2 = 0 THEN 'often' END, CASE WHEN n % 130 = 60 THEN 'seldom' END, CASE WHEN n > ${ARTICLES - 30} THEN 'formerly' END),
           n::text, 'und', 'en', 1, 1, 'feed', CASE WHEN n = ${ARTICLES} THEN '1969-05-01Z' ELSE '2026-11-29T08:00:00Z'::timestamptz - n * interval '6 hours' END, now()
      FROM generate_series(1, ${ARTICLES}) n`.execute(database.db);
});
afterAll(() => database[Symbol.asyncDispose]());

/** What a search finds, page by page. */
async function found(query: string, bounds: { since?: Date; until?: Date } = {}): Promise<string[]> {
  const { wanted: _wanted, without, ...words } = searchWords(query);
  const titles: string[] = [];
  let after: { key: string; id: string } | undefined;
  for (;;) {
    const search = { ...bounds, words, without, meant: [] };
    const page = await searchArticles(database.db, search, { limit: 8, after, order: 'latest' });
    titles.push(...page.map(({ title }) => title));
    const last = page.at(-1);
    if (last === undefined) return titles;
    after = { key: last.key, id: last.id };
  }
}

const numbers = (is: (n: number) => boolean) =>
  Array.from({ length: ARTICLES }, (_, index) => index + 1)
    .filter(is)
    .map((n) => `Report ${n}`);

test.each([
  ['seldom', numbers((n) => n % 130 === 60)],
  ['seldom -formerly', numbers((n) => n % 130 === 60 && n <= ARTICLES - 30)],
  ['often formerly', numbers((n) => n % 2 === 0 && n > ARTICLES - 30)],
  ['formerly OR seldom', numbers((n) => n % 130 === 60 || n > ARTICLES - 30)],
  ['never', []],
])('%s: everything, the latest first, however far back', async (query, expected) => {
  expect(await found(query)).toEqual(expected);
});

test('steps keep to the time that is asked for', async () => {
  const at = (n: number) => new Date(Date.parse('2026-11-29T08:00:00Z') - n * 6 * 3_600_000);
  expect(await found('seldom', { since: at(2_400), until: at(190) })).toEqual(
    numbers((n) => n % 130 === 60 && n >= 190 && n <= 2_400),
  );
});

test('what fits best is looked for beyond the newest', async () => {
  const { wanted: _wanted, without, ...words } = searchWords('seldom');
  const best = await searchArticles(
    database.db,
    { words, without, meant: [] },
    { limit: 30, order: 'relevance' },
  );
  expect(best.map(({ title }) => title).toSorted()).toEqual(numbers((n) => n % 130 === 60).toSorted());
});

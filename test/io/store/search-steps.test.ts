import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchWords } from '../../../src/core/search/search-words.ts';
import { searchArticles } from '../../../src/io/store/search/search.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';

// More articles than are checked one by one: one a minute at first, then one a day, and one of 1969.
let database: TestDatabase;
const ARTICLES = 2_600;

beforeAll(async () => {
  database = await testDatabase();
  await sql`INSERT INTO articles (canonical_url, url, outlet, title, text, content_hash, language, language_tag, language_confidence, confidence, via, reported_at, fetched_at)
    SELECT 'https://outlet.example/' || n, '', 'Outlet', 'Report ' || n,
           concat_ws(' ', CASE WHEN n % 2 = 0 THEN 'often' END, CASE WHEN n % 500 = 60 OR n > 2000 THEN 'seldom' END, CASE WHEN n > ${ARTICLES - 30} THEN 'formerly' END),
           n::text, 'und', 'en', 1, 1, 'feed', CASE WHEN n = ${ARTICLES} THEN '1969-05-01Z' ELSE '2026-11-29T08:00:00Z'::timestamptz - least(n, 2000) * interval '1 minute' - greatest(n - 2000, 0) * interval '1 day' END, now()
      FROM generate_series(1, ${ARTICLES}) n`.execute(database.db);
});
afterAll(() => database[Symbol.asyncDispose]());

/** The results of a search, page by page. */
async function found(query: string, bounds: { since?: Date; until?: Date } = {}): Promise<string[]> {
  const { wanted: _wanted, without, ...words } = searchWords(query);
  const titles: string[] = [];
  let after: { key: string; id: string } | undefined;
  for (;;) {
    const search = { ...bounds, words, without, meant: [] };
    const page = await searchArticles(database.db, search, { limit: 50, after, order: 'latest' });
    titles.push(...page.map(({ title }) => title));
    const last = page.at(-1);
    if (last === undefined) return titles;
    after = { key: last.key, id: last.id };
  }
}

/** Whether the report has the word `seldom`. */
const isSeldom = (n: number) => n % 500 === 60 || n > 2_000;
const numbers = (is: (n: number) => boolean) =>
  Array.from({ length: ARTICLES }, (_, index) => index + 1)
    .filter(is)
    .map((n) => `Report ${n}`);

test.each([
  ['seldom', numbers(isSeldom)],
  ['seldom -formerly', numbers((n) => isSeldom(n) && n <= ARTICLES - 30)],
  ['often formerly', numbers((n) => n % 2 === 0 && n > ARTICLES - 30)],
  ['formerly OR seldom', numbers((n) => isSeldom(n) || n > ARTICLES - 30)],
  ['never', []],
])('%s: everything, the latest first, however far back', async (query, expected) => {
  expect(await found(query)).toEqual(expected);
});

test('a search in steps finds only articles within the requested time', async () => {
  const at = (n: number) =>
    new Date(
      Date.parse('2026-11-29T08:00:00Z') - Math.min(n, 2_000) * 60_000 - Math.max(n - 2_000, 0) * 86_400_000,
    );
  expect(await found('seldom', { since: at(2_400), until: at(190) })).toEqual(
    numbers((n) => isSeldom(n) && n >= 190 && n <= 2_400),
  );
});

test('the best matches are searched beyond the newest articles', async () => {
  const { wanted: _wanted, without, ...words } = searchWords('formerly');
  const best = await searchArticles(
    database.db,
    { words, without, meant: [] },
    { limit: 40, order: 'relevance' },
  );
  expect(best.map(({ title }) => title).toSorted()).toEqual(numbers((n) => n > ARTICLES - 30).toSorted());
});

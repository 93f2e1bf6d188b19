import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countTrendDays } from '../../../src/io/store/stories/trend-days.ts';
import { trend } from '../../../src/io/store/stories/trends.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
const NOW = new Date('2026-11-20T03:00:00Z');
const SINCE = new Date('2026-11-01T00:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  // Twenty days with one story each, the newest today; every second one also has a report in a second language.
  await sql`INSERT INTO stories (title, link, outlets, languages, article_count, state, first_report_at, last_report_at)
    SELECT 'Story ' || n, '', ARRAY['Outlet'], CASE WHEN n % 2 = 0 THEN ARRAY['en', 'de'] ELSE ARRAY['en'] END, 1, '{"topics": ["chip_ban"]}',
           ${NOW}::timestamptz - n * interval '1 day', ${NOW}::timestamptz - n * interval '1 day'
      FROM generate_series(0, 19) n`.execute(database.db);
});
afterAll(() => database[Symbol.asyncDispose]());

const ask = () => trend(database.db, 'language', SINCE, 10);

test('counted days are read from the table, and counted again when their stories change', async () => {
  const live = await ask();
  expect(live).toHaveLength(30);
  // The last seven days and the days before them.
  expect(await countTrendDays(database.db, NOW)).toBe(13);
  expect(await ask()).toEqual(live);
  expect(await countTrendDays(database.db, NOW)).toBe(0);

  await sql`UPDATE trend_days SET stories = 7 WHERE day = '2026-11-02' AND name = 'en'`.execute(database.db);
  expect(await ask()).toContainEqual({ day: '2026-11-02', name: 'en', stories: 7 });

  // One story is deleted, another gets a late report.
  await sql`DELETE FROM stories WHERE title = 'Story 18'`.execute(database.db);
  await sql`UPDATE stories SET languages = ARRAY['fr'], last_report_at = ${new Date('2026-11-20T09:00:00Z')} WHERE title = 'Story 17'`.execute(
    database.db,
  );
  expect(await countTrendDays(database.db, new Date('2026-11-21T03:00:00Z'))).toBe(3);
  const after = await ask();
  expect(after.filter(({ day }) => day === '2026-11-02')).toEqual([]);
  expect(after.filter(({ day }) => day === '2026-11-03')).toEqual([
    { day: '2026-11-03', name: 'fr', stories: 1 },
  ]);
});

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { getTrend } from '../../src/web/trend-numbers.ts';
import { testDatabase } from '../support/database.ts';

test('past days that were never counted are counted first, in the background', async () => {
  await using database = await testDatabase();
  // Thirty days with one story each.
  await sql`INSERT INTO stories (title, link, outlets, languages, article_count, state, first_report_at, last_report_at)
    SELECT 'Story ' || n, '', ARRAY['Outlet'], ARRAY['en'], 1, '{"topics": ["chip_ban"]}', now() - n * interval '1 day', now() - n * interval '1 day'
      FROM generate_series(0, 29) n`.execute(database.db);
  const ask = (days: number) => getTrend(database.db, { by: 'topic', days, limit: 10 }, 5);
  // Twenty-three days are past, more than the five that a request counts itself: it neither waits nor shows half of
  // the numbers.
  expect(await ask(30)).toBeUndefined();
  expect(await ask(30)).toBeUndefined();
  await expect.poll(() => ask(30), { timeout: 20_000 }).toHaveLength(30);
  expect(await ask(10)).toHaveLength(10);
});

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { getDelays, getTrend } from '../../src/web/trend-numbers.ts';
import { HOSTILE_LINE } from '../core/messages/hostile.ts';
import { plainLine } from '../../src/core/messages/plain-text.ts';
import { publishedArticle, publishingPipeline } from '../support/stored-article.ts';
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

test('names of outlets are safe to print in every chart, table and answer', async () => {
  await using database = await testDatabase();
  const now = new Date();
  const pipeline = publishingPipeline(database.db, now);
  for (const [index, outlet] of [`One ${HOSTILE_LINE}`, `Two ${HOSTILE_LINE}`].entries())
    await publishedArticle(pipeline, {
      url: `https://outlet.example/${index}`,
      title: 'Washington widens its ban on AI chips',
      outlet,
      reportedAt: now,
    });
  await sql`UPDATE articles SET story_id = (SELECT min(id) FROM stories)`.execute(database.db);
  const delays = await getDelays(database.db, 30, 10);
  const safe = [plainLine(`One ${HOSTILE_LINE}`), plainLine(`Two ${HOSTILE_LINE}`)];
  expect(delays.map(({ outlet }) => outlet).toSorted()).toEqual(safe);
  const cells = (await getTrend(database.db, { by: 'outlet', days: 30, limit: 10 })) ?? [];
  expect(cells.length).toBeGreaterThan(0);
  for (const { name } of cells) expect(safe).toContain(name);
});

import { expect, test } from 'vitest';
import { judgedArticles } from '../../../src/io/store/articles/judged-articles.ts';
import { judgeStory } from '../../../src/io/store/articles/judgements.ts';
import { testDatabase } from '../../support/database.ts';
import { storedArticle } from '../../support/stored-article.ts';

test('a judged story is represented by the report that matched, or by its first one where none matches now', async () => {
  await using database = await testDatabase();
  const { db } = database;
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour));
  const store = (title: string, topic: string, hour: number) =>
    storedArticle(db, { url: `https://a.example/${hour}`, title, topic, reportedAt: at(hour) });
  const first = await store('The first report', 'customs_check', 8);
  const matched = await store('The report that matched', 'chip_ban', 9);
  await db
    .updateTable('articles')
    .set({ story_id: first.storyId })
    .where('id', '=', matched.articleId)
    .execute();
  const judged = async () =>
    (await judgedArticles(db, 10)).map(({ title, relevant }) => ({ title, relevant }));
  await judgeStory(db, first.storyId, {
    topic: 'chip_ban',
    reader: 'local',
    relevant: true,
    because: '',
    at: at(10),
  });
  expect(await judged()).toEqual([{ title: 'The report that matched', relevant: true }]);
  await db.deleteFrom('matches').where('topic', '=', 'chip_ban').execute();
  expect(await judged()).toEqual([{ title: 'The first report', relevant: true }]);
});

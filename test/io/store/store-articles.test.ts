import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReadItem, storeArticles } from '../../../src/io/store/articles.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { readingOf, storedArticle } from '../../support/stored-article.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const NOW = new Date('2026-03-04T06:00:00Z');

function itemOf(id: string, url: string, articleId: string | null): ReadItem {
  const names = { link_key: null, link_use: 'page' as const, title_key: `title ${id}`, key: `key-${id}` };
  return { id, feed_id: id, article_id: articleId, url, ...names };
}

test('two readings that lead to one article, by its number and by its address, are not stored together', async () => {
  const { db } = database;
  const url = 'https://outlet.example/moved';
  const { articleId } = await storedArticle(db, { url });
  // The page has a new address by now; the other feed still links to the old one.
  const own = {
    read: readingOf({ url: 'https://outlet.example/new', text: 'As it is now.' }).read,
    item: itemOf('1', url, articleId),
  };
  const other = {
    read: readingOf({ url, text: 'As the other feed has it.' }).read,
    item: itemOf('2', url, null),
  };
  const together = (readings: Parameters<typeof storeArticles>[1]) =>
    db.transaction().execute((tx) => storeArticles(tx, readings, NOW));
  await expect(together([own, other])).rejects.toThrow('cannot be stored together');
  expect(await together([own])).toMatchObject([{ id: articleId, isNew: false }]);
  expect(await together([other])).toMatchObject([{ id: articleId, isNew: false }]);
});

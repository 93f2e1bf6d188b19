import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeArticles } from '../../../src/io/store/articles/articles.ts';
import type { ReadItem } from '../../../src/io/store/articles/stored-reading.ts';
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

test('a reading without features keeps those that the article’s story needs', async () => {
  const { db } = database;
  const url = 'https://outlet.example/no-longer-on-topic';
  const { articleId } = await storedArticle(db, { url });
  const featuresOf = (id: string) =>
    db.selectFrom('articles').select(['features', 'text']).where('id', '=', id).executeTakeFirstOrThrow();
  const before = await featuresOf(articleId);
  const later = { ...readingOf({ url, text: 'Corrected.' }).read, features: undefined, matches: [] };
  for (const item of [itemOf('3', url, articleId), itemOf('4', url, null)]) {
    await db.transaction().execute((tx) => storeArticles(tx, [{ read: later, item }], NOW));
    const after = await featuresOf(articleId);
    expect(after.text).toBe('Corrected.');
    expect(after.features).toEqual(before.features);
  }
  expect(before.features).toMatchObject({ version: 1 });
  const elsewhere = { ...later, url: `${url}-2`, article: { ...later.article, canonicalUrl: `${url}-2` } };
  const [added] = await db
    .transaction()
    .execute((tx) => storeArticles(tx, [{ read: elsewhere, item: undefined }], NOW));
  expect((await featuresOf(added!.id)).features).toBeNull();
});

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { classify, detectLanguage, extractArticle, loadTopics, parseFeed } from '../src/index.ts';

const OUTLET = 'fixtures/sites/sample-outlet';

test('the library reads a feed, its article, the language and the topics without a database or a queue', async () => {
  const feed = await parseFeed(await readFile(`${OUTLET}/feed.xml`), {
    contentType: 'application/rss+xml',
    url: 'https://sample-outlet.example/feed/',
  });
  const entry = feed.entries.find(({ title }) => title?.includes('contrôles douaniers'));
  const article = extractArticle(await readFile(`${OUTLET}/004_b01ec693ecf27e75.html`, 'utf8'), entry!.link!);
  expect(article.title).toBe(entry!.title);
  const { language } = detectLanguage(article.text);
  expect(language).toBe('fra');
  const matches = classify({ ...article, language }, await loadTopics('config/topics'));
  expect(matches.map((match) => match.topic).sort()).toEqual([
    'chip_ban',
    'customs_check',
    'domestic_alternative',
  ]);
});

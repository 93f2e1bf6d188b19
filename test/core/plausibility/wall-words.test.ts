import { describe, expect, test } from 'vitest';
import { chooseArticle } from '../../../src/core/plausibility/choose-article.ts';
import { ENTRIES, WALLS } from './wall-table.ts';

const URL_OF_ALL = 'https://ledger.example/a/story-1';

const cells = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' | '));

const entries = new Map(cells(ENTRIES).map(([language = '', ...said]) => [language, said]));

/** The reason for which the page is refused, and the text that is stored. */
function read(language: string, page: string) {
  const [title = '', summary] = entries.get(language) ?? [];
  const words = {
    title,
    summary,
    url: URL_OF_ALL,
    author: undefined,
    content: undefined,
    published: undefined,
  };
  const { claim, article } = chooseArticle({ html: page, requested: URL_OF_ALL, url: URL_OF_ALL }, words);
  return { refusal: claim.refusal, text: article.text };
}

const LAYOUTS: readonly (readonly [string, (title: string, text: string, headline: string) => string])[] = [
  ['a page of its own', (title, text) => `<title>${title}</title><h1>${title}</h1><p>${text}</p>`],
  [
    'under the article’s headline',
    (_, text, headline) =>
      `<title>${headline} | Ledger</title><header>Ledger</header><main><h1>${headline}</h1><div><p>${text}</p></div></main>`,
  ],
  [
    'in a dialog',
    (title, text) =>
      `<title>Ledger</title><main><div role=dialog><h2>${title}</h2><p>${text}</p></div></main>`,
  ],
];

describe.each(LAYOUTS)('a wall in unseen wording, %s', (_, layout) => {
  test.each(cells(WALLS))('%s %s: %s', (kind = '', language = '', title = '', text = '') => {
    const [headline = '', summary] = entries.get(language) ?? [];
    const page = read(
      language,
      `<!doctype html><html lang=${language}>${layout(title, text, headline)}</html>`,
    );
    expect(page).toEqual({ refusal: kind, text: summary });
  });
});

describe('a short report under another headline', () => {
  test.each([...entries])('%s is no wall', (language, [headline = '', summary = '']) => {
    const page = `<title>Ledger</title><main><h1>${headline}</h1><p>${summary} ${summary}</p></main>`;
    expect(read(language, page).refusal).toBeUndefined();
  });
});

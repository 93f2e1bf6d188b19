import { describe, expect, test } from 'vitest';
import { chooseArticle } from '../../../src/core/plausibility/choose-article.ts';
import { FURTHER_ENTRIES, FURTHER_WALLS } from './wall-table-further.ts';

const URL_OF_ALL = 'https://ledger.example/a/story-1';
const cells = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' | '));
const entries = new Map(cells(FURTHER_ENTRIES).map(([language = '', ...said]) => [language, said]));

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
  return chooseArticle({ html: page, requested: URL_OF_ALL, url: URL_OF_ALL }, words);
}
/** Under the entry's headline these share a word with the entry's text, as a report does: they are not told from one. */
const NOT_TOLD: ReadonlySet<string> = new Set(['Dit valg', 'Karbantartás']);

const LAYOUTS: readonly (readonly [string, (title: string, text: string, headline: string) => string])[] = [
  ['a page of its own', (title, text) => `<title>${title}</title><h1>${title}</h1><p>${text}</p>`],
  [
    'under the headline',
    (_, text, headline) =>
      `<title>${headline} | Ledger</title><header>Ledger</header><main><h1>${headline}</h1><div><p>${text}</p></div></main>`,
  ],
  [
    'in a dialog',
    (title, text) =>
      `<title>Ledger</title><main><div role=dialog><h2>${title}</h2><p>${text}</p></div></main>`,
  ],
];
describe.each(LAYOUTS)('a wall in a further language, %s', (name, layout) => {
  const walls = cells(FURTHER_WALLS).filter(
    ([, , title = '']) => name !== 'under the headline' || !NOT_TOLD.has(title),
  );
  test.each(walls)('%s %s: %s', (kind = '', language = '', title = '', text = '') => {
    const [headline = '', summary] = entries.get(language) ?? [];
    const { claim, article } = read(
      language,
      `<!doctype html><html lang=${language}>${layout(title, text, headline)}</html>`,
    );
    expect({ refusal: claim.refusal, text: article.text }).toEqual({ refusal: kind, text: summary });
  });
});
describe('a short report under another headline', () => {
  test.each([...entries])('%s is no wall', (language, [headline = '', summary = '']) => {
    const page = `<title>Ledger</title><main><h1>${headline}</h1><p>${summary} ${summary}</p></main>`;
    expect(read(language, page).claim.refusal).toBeUndefined();
  });
});

import { chooseArticle } from '../../../src/core/plausibility/choose-article.ts';

const URL_OF_ALL = 'https://ledger.example/a/story-1';

/** The cells of a table whose columns are separated by ` | `. */
export function cells(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' | '));
}

/** The reason for which a page is refused as that of an entry, and the text that is stored. */
export function judged(title: string, summary: string | undefined, page: string) {
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

export const HEADED = 'under the article’s headline';

/** Pages of a wall, with its title and text, for an entry with that headline. */
export const LAYOUTS: readonly (readonly [
  string,
  (title: string, text: string, headline: string) => string,
])[] = [
  ['a page of its own', (title, text) => `<title>${title}</title><h1>${title}</h1><p>${text}</p>`],
  [
    HEADED,
    (_, text, headline) =>
      `<title>${headline} | Ledger</title><header>Ledger</header><main><h1>${headline}</h1><div><p>${text}</p></div></main>`,
  ],
  [
    'in a dialog',
    (title, text) =>
      `<title>Ledger</title><main><div role=dialog><h2>${title}</h2><p>${text}</p></div></main>`,
  ],
];

/** A short report under its headline. */
export function shortReport(headline: string, summary: string): string {
  return `<title>Ledger</title><main><h1>${headline}</h1><p>${summary} ${summary}</p></main>`;
}

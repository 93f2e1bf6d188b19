import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/core/articles/extract-article.ts';

const PROSE =
  'The committee said on Tuesday that the rules for the export of machine tools were nearly ready for all. ';
const STORY = `<h1>Rules nearly ready for all</h1><p>${PROSE}</p><p>${PROSE}${PROSE}</p><p>${PROSE}${PROSE}</p>`;
const read = (html: string, head = '') =>
  extractArticle(
    `<html><head>${head}</head><body><main>${html}</main></body></html>`,
    'https://paper.example/rules-ready',
  );

describe('rows of teasers without linked headlines', () => {
  const TEASERS = [
    'The harbour of Lisbon gets a new crane this week',
    'A bakery in Turin won the prize of the year',
  ];
  test.each([
    ['paragraphs', (text: string) => `<p>${text}. <a href="/x">Read more</a></p>`],
    [
      'boxes with plain headings',
      (text: string) => `<div><h3>${text}</h3><p>${text}.</p><a href="/x">Weiterlesen</a></div>`,
    ],
    ['rows of a table', (text: string) => `<tr><td>${text}</td><td><a href="/x">続きを読む</a></td></tr>`],
    ['list items', (text: string) => `<div>${text}.<p><a href="/x">Lire la suite »</a></p></div>`],
  ])('%s', (_, teaser) => {
    const cells = TEASERS.map(teaser).join('');
    const row = cells.startsWith('<tr') ? `<table>${cells}</table>` : cells;
    const { text } = read(`${STORY}${row}`);
    expect(text).toContain('The committee said');
    for (const words of TEASERS) expect(text).not.toContain(words);
  });

  test('short news items that each link to a longer one are the article', () => {
    const items = [1, 2, 3, 4]
      .map((i) => `<p>${PROSE}${PROSE}Item ${i}. <a href="/x">Read more</a></p>`)
      .join('');
    expect(read(`<h1>Rules nearly ready for all</h1>${items}`).text).toContain('Item 3');
  });
});

describe('several articles in JSON-LD', () => {
  const node = (headline: string, name: string, url: string): unknown => ({
    '@type': 'NewsArticle',
    headline,
    url,
    datePublished: '2025-05-04T10:00:00Z',
    author: { '@type': 'Person', name },
    mainEntityOfPage: url,
    articleBody: PROSE.repeat(3),
  });
  const ld = (nodes: readonly unknown[]): string =>
    `<script type="application/ld+json">${JSON.stringify(nodes)}</script>`;
  const own = {
    ...(node('Rules nearly ready for all', 'Ann Lee', 'https://paper.example/rules-ready') as object),
    articleBody: undefined,
  };
  const other = node('Another story of the day', 'Bob Ray', 'https://paper.example/another');
  test('the one with the page’s headline', () => {
    expect(read(STORY, ld([other, { ...own, url: undefined, mainEntityOfPage: undefined }])).authors).toEqual(
      ['Ann Lee'],
    );
  });
  test('the one with the page’s address, with and without www', () => {
    const renamed = {
      ...own,
      headline: 'Rules soon',
      mainEntityOfPage: { '@id': 'http://www.paper.example/rules-ready/?a=1' },
    };
    expect(read(STORY, ld([other, renamed])).authors).toEqual(['Ann Lee']);
  });
});

describe('a collapsed summary by a language model', () => {
  test.each([
    'AI-generated summary',
    'Mit KI zusammengefasst: KI-Zusammenfassung',
    'AI要約',
    'Résumé par l’IA',
  ])('%s is left out', (label) => {
    const { text } = read(
      `${STORY}<button>Open</button><div hidden><p>${label}</p><p>Short points of the tools that were told.</p></div>`,
    );
    expect(text).not.toContain('Short points');
  });
  test('other collapsed parts are part of the text', () => {
    const { text } = read(
      `${STORY}<button>Open</button><div hidden><p>More of the report: the tools were told to all of the firms.</p></div>`,
    );
    expect(text).toContain('More of the report');
  });
});

test('an author of type Person and Organization is an author, without the time after the name', () => {
  const ld = JSON.stringify({
    '@type': 'NewsArticle',
    headline: 'Rules nearly ready for all',
    author: { '@type': ['Person', 'Organization'], name: 'Ann Lee' },
  });
  expect(read(STORY, `<script type="application/ld+json">${ld}</script>`).authors).toEqual(['Ann Lee']);
  expect(read(STORY.replace('</h1>', '</h1><div class="byline">Ann Lee 7 hours ago</div>')).authors).toEqual([
    'Ann Lee',
  ]);
});

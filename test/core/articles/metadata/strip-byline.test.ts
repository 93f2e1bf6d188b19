import { expect, test } from 'vitest';
import { splitByline } from '../../../../src/core/articles/metadata/authors.ts';

test.each([
  ['View all posts by Ann Lee →', ['Ann Lee']],
  ['Alle Beiträge von Ann Lee anzeigen', ['Ann Lee']],
  ['Tous les articles de Anne Dupont', ['Anne Dupont']],
  ['Ver todas las entradas de Ana Gil', ['Ana Gil']],
  ['Все записи автора Иван Петров', ['Иван Петров']],
  ['Posted on March 2, 2026 by Ann Lee', ['Ann Lee']],
  ['Veröffentlicht am 2. März 2026 von Eva Kern', ['Eva Kern']],
  ['By Ann Lee, Senior Reporter', ['Ann Lee']],
  ['Von Eva Kern, Korrespondentin', ['Eva Kern']],
  ['Anne Dupont et Luc Roy, journaliste', ['Anne Dupont', 'Luc Roy']],
  ['Staff Writer', ['Staff Writer']],
])('%s', (byline, names) => {
  expect(splitByline(byline)).toEqual(names);
});

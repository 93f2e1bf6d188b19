import { expect, test } from 'vitest';
import { isLeftOfDate } from '../../../../src/core/articles/metadata/strip-byline.ts';
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
  ['Monday March 2, 2026 by Ann Lee', ['Ann Lee']],
  ['Sun., March 1, 2026 at 10:30 am • by Ann Lee', ['Ann Lee']],
  ['lunes 2 de marzo de 2026, por Ana Gil', ['Ana Gil']],
  ['Montag, 2. März 2026 von Eva Kern', ['Eva Kern']],
  ['2 marca 2026 przez Jan Nowak', ['Jan Nowak']],
])('%s', (byline, names) => {
  expect(splitByline(byline)).toEqual(names);
});

test.each(['Monday March', 'lundi', 'Montag März', 'September'])('%s is left of a date', (text) => {
  expect(isLeftOfDate(text)).toBe(true);
});

test.each(['Thu Mai', 'April May', 'Jan', 'Ann March', 'Monday Okafor'])('%s is a name', (text) => {
  expect(isLeftOfDate(text)).toBe(false);
});

import { expect, test } from 'vitest';
import { foldForSearch } from '../../../src/core/search/fold-for-search.ts';
import { snippet } from '../../../src/core/search/snippet.ts';

const marks = (text: string, words: readonly string[], max = 400) =>
  snippet(text, words, max)
    .filter(({ term }) => term)
    .map(({ text: marked }) => marked);

// The index finds other forms of the word than the query has.
test.each([
  ['Two customs\nofficers opened it', ['customs officer'], ['customs officers']],
  ['The customer pays custom duties', ['customs'], ['customer', 'custom']],
  ['Die Zölle steigen, der Zoll prüft', ['Zoll'], ['Zölle', 'Zoll']],
  ['Des contrôles douaniers renforcés', ['controle douanier'], ['contrôles douaniers']],
  ['財政部關務署與海關總署', ['海关'], ['海關']],
  ['税関が発表', ['稅関'], ['税関']],
  ['Таможенные проверки', ['таможенная проверка'], ['Таможенные проверки']],
  ['İstanbul gümrüğü açıklama yaptı', ['gümrüğü'], ['gümrüğü']],
  ['The export port of exports', ['port'], ['port']],
  ['a-b test of pre-clearance checks', ['pre-clearance'], ['pre-clearance']],
])('%s', (text, words, wanted) => {
  expect(marks(text, words)).toEqual(wanted);
});

test('a word far down in a text is shown with the words around it', () => {
  const pieces = snippet(`${'Nothing of it. '.repeat(400)}Then the customs came.`, ['customs'], 120);
  expect(pieces.map(({ text }) => text).join('')).toContain('the customs came');
});

test('folding keeps the length of a text', () => {
  for (const text of ['İI', 'ﬃ', 'Ǆ', 'ẞ', '𝕬', 'é', '關', '\u0345'])
    expect(foldForSearch(text)).toHaveLength(text.length);
});

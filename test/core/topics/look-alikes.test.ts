import { expect, test } from 'vitest';
import { LEXICON_KEYS, lexiconOf } from '../../../src/core/topics/languages.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { OTHER_BUSINESS } from './other-business.ts';
import { topicsOf } from './shipped-topics.ts';

const tables = [LOOK_ALIKES, OTHER_BUSINESS];
const rows = tables
  .flatMap((table) => Object.entries(table))
  .flatMap(([language, kinds]) =>
    Object.entries(kinds).map(([kind, text]): [string, string, string] => [language, kind, text]),
  );

test.each(rows)('%s: %s is surely on no topic', (language, _kind, text) => {
  const end = text.search(/(?<=[.:。।])/u);
  const title = end > 0 ? text.slice(0, end) : text;
  expect(topicsOf(title, text, language)).toEqual([]);
});

test.each(tables)('every lexicon has sentences of every kind', (table) => {
  const languages = Object.keys(table);
  expect(languages.map(lexiconOf).toSorted()).toEqual(LEXICON_KEYS.toSorted());
  const kinds = Object.keys(table['eng']!);
  expect(languages.filter((language) => Object.keys(table[language]!).join() !== kinds.join())).toEqual([]);
});

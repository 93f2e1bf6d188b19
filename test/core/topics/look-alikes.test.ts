import { expect, test } from 'vitest';
import { LEXICON_KEYS, lexiconOf } from '../../../src/core/topics/languages.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { topicsOf } from './shipped-topics.ts';

const rows = Object.entries(LOOK_ALIKES).flatMap(([language, kinds]) =>
  Object.entries(kinds).map(([kind, text]): [string, string, string] => [language, kind, text]),
);

test.each(rows)('%s: %s is surely on no topic', (language, _kind, text) => {
  const end = text.search(/(?<=[.:。।])/u);
  const title = end > 0 ? text.slice(0, end) : text;
  expect(topicsOf(title, text, language)).toEqual([]);
});

test('every lexicon has sentences of every kind', () => {
  const languages = Object.keys(LOOK_ALIKES);
  expect(languages.map(lexiconOf).toSorted()).toEqual(LEXICON_KEYS.toSorted());
  const kinds = Object.keys(LOOK_ALIKES['eng']!);
  expect(languages.filter((language) => Object.keys(LOOK_ALIKES[language]!).join() !== kinds.join())).toEqual(
    [],
  );
});

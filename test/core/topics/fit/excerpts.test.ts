import { expect, test } from 'vitest';
import { excerptsOf } from '../../../../src/core/topics/fit/excerpts.ts';

const sentence = 'Customs officers opened forty crates of accelerators at the port on Monday. ';

test('an excerpt is the title, the title with the beginning, or the text', () => {
  const text = sentence.repeat(6).trim();
  expect(excerptsOf({ title: 'Crates opened', text, language: 'eng' })).toEqual([
    { title: 'Crates opened', text: '', language: 'eng' },
    { title: 'Crates opened', text: sentence.repeat(3).trim(), language: 'eng' },
    { title: '', text, language: 'eng' },
  ]);
});

test.each([
  ['nothing', '', []],
  ['a teaser', sentence, ['']],
  ['two sentences', sentence.repeat(2), ['', sentence.repeat(2).trim()]],
])('%s has no beginning of its own', (_name, text, texts) => {
  expect(excerptsOf({ title: 'Crates', text, language: 'eng' }).map((excerpt) => excerpt.text)).toEqual(
    texts,
  );
});

test('a text without full stops is cut', () => {
  expect(excerptsOf({ title: 'a', text: 'chip '.repeat(200) })[1]!.text).toHaveLength(240);
});

import { expect, test } from 'vitest';
import { AGO, DONE, LEFT_BY_READERS, NONE_LEFT, TIMES, UNIT } from '../../../src/core/items/counter-words.ts';
import { withoutCounters } from '../../../src/core/items/counters.ts';

// Each counter is looked for only where its signs are in the text, so no word may lack a sign.

/** The words of a list that are no patterns. */
const plain = (list: string) =>
  list
    .replace(/^\(\?:|\)$/g, '')
    .split('|')
    .filter((word) => !/[\\()[\]?]/.test(word));
const cases = (text: string) => [text, text.toUpperCase(), `${text[0]?.toUpperCase()}${text.slice(1)}`];
const NUMBERS = ['7', '3,456', '1 234', '1.2k', '12 тыс', '7 万', '٤٥'];

test.each([
  [
    'a number before or after the word',
    LEFT_BY_READERS,
    (word: string) => NUMBERS.flatMap((n) => [`${n} ${word}`, `${word}: ${n}`]),
  ],
  ['none', NONE_LEFT, (word: string) => [`${word} comment`]],
  ['an age', UNIT, (word: string) => plain(AGO).map((ago) => `5 ${word} ${ago}`)],
  [
    'how often it was read',
    DONE,
    (word: string) => plain(TIMES).flatMap((times) => NUMBERS.map((n) => `${word} ${n} ${times}`)),
  ],
])('%s is found for every word, in any case', (_, list, forms) => {
  const left = plain(list)
    .flatMap(forms)
    .flatMap(cases)
    .filter((text) =>
      /\p{Nd}/u.test(text) ? /\d/.test(withoutCounters(text)) : withoutCounters(text) === text,
    );
  expect(left).toEqual([]);
});

import { expect, test } from 'vitest';
import { eachMeaning, type Meaning, packMeanings } from '../../../src/core/topics/meaning-table.ts';

const plain: Meaning = { concept: 3, isException: false, near: undefined, words: 0, chain: undefined };
const except: Meaning = { ...plain, concept: 4, isException: true };
const close: Meaning = { ...plain, near: 0, words: 12 };
const part: Meaning = { ...plain, chain: { id: 2_075, part: 1, parts: 3 } };

test('each pattern has its own meanings, and equal lists are kept once', () => {
  const meanings = [[plain], [], [except, close], [plain], [part, plain], [except, close]];
  const table = packMeanings(meanings);
  const read = meanings.map((_, pattern) => {
    const found: Meaning[] = [];
    eachMeaning(table, pattern, (meaning) => found.push(meaning));
    return found;
  });
  expect(read).toEqual(meanings);
  const different = [[plain], [], [except, close], [part, plain]];
  expect(table.lists).toHaveLength(packMeanings(different).lists.length);
});

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
    eachMeaning(
      table,
      pattern,
      () => true,
      (meaning) => found.push(meaning),
    );
    return found;
  });
  expect(read).toEqual(meanings);
  const different = [[plain], [], [except, close], [part, plain]];
  expect(table.lists).toHaveLength(packMeanings(different).lists.length);
});

test('later parts of terms are read only where they follow', () => {
  const table = packMeanings([[plain, part, except, { ...plain, chain: { id: 2_075, part: 0, parts: 3 } }]]);
  const found: Meaning[] = [];
  const asked: number[][] = [];
  const follows = (...question: number[]) => {
    asked.push(question);
    return false;
  };
  eachMeaning(table, 0, follows, (meaning) => found.push(meaning));
  expect(found.map(({ concept, chain }) => [concept, chain?.part])).toEqual([
    [3, undefined],
    [4, undefined],
    [3, 0],
  ]);
  expect(asked).toEqual([[2_075, 1]]);
});

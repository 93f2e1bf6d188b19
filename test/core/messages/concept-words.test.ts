import { expect, test } from 'vitest';
import { anyConceptInWords, termInWords } from '../../../src/core/messages/concept-words.ts';

test.each([
  ['whose', 'Chinese', 'origin “Chinese”'],
  ['state-purse', 'earmarked', 'public money “earmarked”'],
  ['goods-held', 'held', 'goods held “held”'],
  ['entity:maker:cn', 'Huawei', 'maker (China) “Huawei”'],
  ['nvidia', 'NVIDIA', '“NVIDIA”'],
])('the concept %s is said in words that its readers know', (concept, text, words) => {
  expect(termInWords([concept], text)).toBe(words);
});

test('concepts with the same words are named once', () => {
  expect(anyConceptInWords(['chip', 'sure-chip', 'whose'])).toBe('chip or origin');
});

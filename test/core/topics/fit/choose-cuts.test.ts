import { expect, test } from 'vitest';
import { chooseCuts } from '../../../../src/core/topics/fit/choose-cuts.ts';

const judged = (positives: readonly number[], negatives: readonly number[]) => [
  ...positives.map((confidence) => ({ confidence, isPositive: true, weight: 1 })),
  ...negatives.map((confidence) => ({ confidence, isPositive: false, weight: 1 })),
];

test('the cut for sure is above the articles that are not on the topic', () => {
  const { sure } = chooseCuts(judged([95, 92, 90, 88, 86], [80, 78, 75, 70]));
  expect(sure).toBeGreaterThan(80);
  expect(sure).toBeLessThanOrEqual(86);
});

test('of several cuts with the same result the lowest is chosen', () => {
  expect(chooseCuts(judged([95, 94, 93], [10, 20])).sure).toBe(66);
});

test('the cut for sure is at least 66, even if lower scores are right', () => {
  expect(chooseCuts(judged([40, 41, 42], [1])).sure).toBeGreaterThanOrEqual(66);
});

test('the cut for possible includes nearly all articles on the topic, and is at least 13', () => {
  const { possible } = chooseCuts(judged([95, 90, 66, 30], [5, 6]));
  expect(possible).toBe(30);
  expect(chooseCuts(judged([95, 90, 66, 2], [5, 6])).possible).toBe(13);
});

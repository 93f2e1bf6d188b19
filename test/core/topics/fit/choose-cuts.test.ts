import { expect, test } from 'vitest';
import { chooseCuts } from '../../../../src/core/topics/fit/choose-cuts.ts';

const judged = (positives: readonly number[], negatives: readonly number[]) => [
  ...positives.map((confidence) => ({ confidence, isPositive: true, weight: 1 })),
  ...negatives.map((confidence) => ({ confidence, isPositive: false, weight: 1 })),
];

test('sure begins above the articles that are not on the topic', () => {
  const { sure } = chooseCuts(judged([95, 92, 90, 88, 86], [80, 78, 75, 70]));
  expect(sure).toBeGreaterThan(80);
  expect(sure).toBeLessThanOrEqual(86);
});

test('of cuts that do equally well the lowest is taken', () => {
  expect(chooseCuts(judged([95, 94, 93], [10, 20])).sure).toBe(60);
});

test('less than a half is never sure, even if all of it is right', () => {
  expect(chooseCuts(judged([40, 41, 42], [1])).sure).toBeGreaterThanOrEqual(60);
});

test('possible reaches nearly all articles on the topic, down to one in five', () => {
  const { possible } = chooseCuts(judged([95, 90, 60, 30], [5, 6]));
  expect(possible).toBe(30);
  expect(chooseCuts(judged([95, 90, 60, 2], [5, 6])).possible).toBe(20);
});

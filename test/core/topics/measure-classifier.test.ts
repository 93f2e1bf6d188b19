import { expect, test } from 'vitest';
import { compareMatches } from '../../../src/core/topics/compare-matches.ts';
import type { Match, Stance } from '../../../src/core/topics/match.ts';
import { measure, measureByLanguage } from '../../../src/core/topics/measure-classifier.ts';

const results = [
  { language: 'eng', expected: ['a'], found: ['a'] },
  { language: 'eng', expected: ['a'], found: ['b'] },
  { language: 'eng', expected: [], found: [] },
  { language: 'fra', expected: [], found: ['a'] },
];

test('precision, recall and F1 are counted for each topic and for any', () => {
  const { items, scores } = measure(results, ['a', 'b', 'c']);
  expect(items).toBe(4);
  expect(scores.get('a')).toEqual({
    precision: 0.5,
    recall: 0.5,
    f1: 0.5,
    hits: 1,
    falseAlarms: 1,
    misses: 1,
  });
  expect(scores.get('b')).toMatchObject({ precision: 0, recall: undefined, f1: 0 });
  expect(scores.get('c')).toMatchObject({ precision: undefined, recall: undefined, f1: undefined });
  expect(scores.get('any')).toMatchObject({ hits: 2, falseAlarms: 1, misses: 0 });
});

test('languages are listed by frequency', () => {
  const languages = measureByLanguage(results, ['a']);
  expect(languages.map(([language, { items }]) => [language, items])).toEqual([
    ['eng', 3],
    ['fra', 1],
  ]);
});

test('two versions are compared by topic and stance', () => {
  const match = (topic: string, stance?: Stance): Match => ({
    topic,
    stance,
    level: 'sure',
    confidence: 90,
    rules: [],
    passages: [],
    version: '0',
  });
  const change = compareMatches(
    [match('a'), match('b', 'proposed'), match('c')],
    [match('b', 'in force'), match('c'), match('d')],
  );
  expect(change.gained.map(({ topic }) => topic)).toEqual(['d']);
  expect(change.lost.map(({ topic }) => topic)).toEqual(['a']);
  expect(change.changed.map(({ before, after }) => [before.stance, after.stance])).toEqual([
    ['proposed', 'in force'],
  ]);
});

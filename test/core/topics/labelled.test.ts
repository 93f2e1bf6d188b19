import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measure, measureByLanguage } from '../../../src/core/topics/measure-classifier.ts';
import { topicsOf } from './shipped-topics.ts';

interface Item {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly body: string;
  readonly topics: string[];
  readonly kind: string;
}

const items = ['fixtures/labelled.jsonl', 'fixtures/labelled-languages.jsonl']
  .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Item);
const ids = ['chip_ban', 'customs_check', 'domestic_alternative'];
const results = items.map((item) => ({
  kind: item.kind,
  language: item.lang,
  expected: item.topics,
  found: topicsOf(item.title, item.body, item.lang),
}));

test('the labelled set is classified as accurately as documented', () => {
  const { scores } = measure(results, ids);
  expect(scores.get('any')!.f1).toBeGreaterThanOrEqual(0.97);
  for (const id of ids) expect(scores.get(id)!.f1, id).toBeGreaterThanOrEqual(0.94);
});

test('every language reaches the limit, and each has ten items', () => {
  const languages = [...measureByLanguage(results, ids)];
  expect(languages).toHaveLength(16);
  for (const [language, { items: count, scores }] of languages) {
    expect(count, language).toBeGreaterThanOrEqual(10);
    expect(scores.get('any')!.f1, language).toBeGreaterThanOrEqual(0.9);
  }
});

test('hard negatives are not matched', () => {
  const hard = results.filter((result) => result.kind === 'hard_negative');
  const flagged = hard.filter((result) => result.found.length > 0);
  expect(flagged.length / hard.length).toBeLessThanOrEqual(0.05);
});

test('ten items in each language are of our own writing', () => {
  const own = ['fixtures/labelled-own.jsonl', 'fixtures/labelled-languages.jsonl']
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as Item).lang);
  const languages = Map.groupBy(own, (language) => language);
  for (const { language } of results)
    expect(languages.get(language)?.length ?? 0, language).toBeGreaterThanOrEqual(10);
});

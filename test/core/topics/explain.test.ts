import { expect, test } from 'vitest';
import { explain } from '../../../src/core/topics/explain.ts';
import { compileYaml, topicWith } from './compile-yaml.ts';

const topics = compileYaml(
  topicWith(
    `  - { id: fires, weight: 10, all: [ban, chip] }
  - { id: lacks, weight: 10, all: [ban, chip, maker] }
  - { id: far, weight: 10, within: 2 words, all: [state, chip] }
  - { id: vetoed, weight: 10, all: [state, ban], none: [chip] }
  - { id: silent, weight: 10, all: [patent, maker] }`,
    'guard: [state]',
  ),
);

test('says where rules fired and what the others missed', () => {
  const text = 'Beijing wants to see chips banned.';
  const { lexicon, topics: explained } = explain({ title: '', text, language: 'eng' }, topics);
  expect(lexicon).toBe('en');
  const [topic] = explained;
  expect(topic).toMatchObject({ topic: 'bans', level: 'sure', threshold: 10, missingGuard: [] });
  const rules = new Map(topic!.rules.map((rule) => [rule.id, rule]));
  expect(rules.get('fires')!.passages[0]!.text).toBe(text);
  expect(rules.get('fires')!.nearMiss).toBeUndefined();
  expect(rules.get('lacks')!.nearMiss).toMatchObject({ missing: [['maker']], reason: undefined });
  expect(rules.get('far')!.nearMiss!.reason).toBe('5 words apart, 2 allowed');
  expect(rules.get('vetoed')!.nearMiss!.reason).toBe('ruled out by chip');
  expect(rules.get('silent')).toMatchObject({ passages: [], nearMiss: undefined });
});

test('names a guard that is missing', () => {
  const { topics: explained } = explain({ title: '', text: 'A ban on chips.', language: 'eng' }, topics);
  expect(explained[0]).toMatchObject({ level: undefined, score: 0, missingGuard: [['state']] });
});

test('shows the lexicon that found most where the language is unknown', () => {
  expect(explain({ title: '', text: 'Beijing bans chips.', language: 'und' }, topics).lexicon).toBe('en');
  expect(explain({ title: '', text: '…', language: 'und' }, topics)).toEqual({ lexicon: '*', topics: [] });
});

import { expect, test } from 'vitest';
import { classify } from '../../../src/core/topics/classify.ts';
import { compileYaml } from './compile-yaml.ts';

const topics = compileYaml(`
topic: t
title: T
threshold: 10
rules: [{ id: r, weight: 10, all: [stop] }]
concepts:
  stop:
    en: |
      stop* ~ (buying|orders)
      told ~ to ~ wait
    pl: |
      wstrzyma* ~ zakup*
    zh: |
      停止 ~ 采购
`);

test.each<[text: string, language: string, found: boolean]>([
  ['They stopped buying chips.', 'eng', true],
  ['They stopped all their orders.', 'eng', true],
  ['They stopped at the gate of the yard with orders.', 'eng', false],
  ['Buying was stopped.', 'eng', false],
  ['They stopped. Orders rose.', 'eng', false],
  ['They stopped here, and here they stopped buying.', 'eng', true],
  ['They were told politely to sit and wait.', 'eng', true],
  ['They were told to go.', 'eng', false],
  ['They told all of the people at the gate to wait.', 'eng', false],
  ['To wait is hard, so they told us to sit and wait.', 'eng', true],
  ['They told us to go on, and told others by letter to wait.', 'eng', true],
  ['Wstrzymano wszystkie zakupy.', 'pol', true],
  ['多家公司停止了新的采购。', 'cmn', true],
])('%s', (text, language, found) => {
  expect(classify({ title: 'News', text, language }, topics).length > 0).toBe(found);
});

test('the passage contains all parts of a term', () => {
  const [match] = classify(
    { title: 'News', text: 'They stopped all their orders.', language: 'eng' },
    topics,
  );
  expect(match!.passages[0]!.terms.map(({ text }) => text)).toEqual(['stopped all their orders']);
});

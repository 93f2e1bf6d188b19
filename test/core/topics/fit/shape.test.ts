import { expect, test } from 'vitest';
import { findTerms } from '../../../../src/core/topics/find-evidence.ts';
import { HitIndex } from '../../../../src/core/topics/hit-index.ts';
import { classify } from '../../../../src/core/topics/classify.ts';
import { sourceOf } from '../../../../src/core/topics/fit/evidence.ts';
import { shapeOf } from '../../../../src/core/topics/fit/shape.ts';
import { compileYaml } from '../compile-yaml.ts';

const TOPIC = `
topic: bans
title: Bans
threshold: 10
rules: [{ id: together, weight: 10, all: [ban, chip] }]
families:
  measure: [quota, ban]
concepts:
  chip: { en: "chip(s|)" }
  quota: { en: "quota(s|)" }
  ban: { en: "ban(s|), banned" }
`;

const topics = (weights: string) =>
  compileYaml(TOPIC, `fit: { bans: { bias: 0, possible: 20, sure: 60, weights: { ${weights} } } }\n`);

function shape(title: string, text: string) {
  const compiled = topics('length: 0');
  const reading = findTerms({ title, text, language: 'eng' }, compiled);
  return shapeOf(sourceOf(new HitIndex(reading, compiled, reading.found[0]!)));
}

test('a text of which one sentence in four has evidence is emptier than one with evidence everywhere', () => {
  const dense = shape('Chips', 'A ban on chips. More chips. A quota. Chips again.');
  const digest = shape('Chips', 'A ban on chips. The weather is fine. Football tonight. Trains are late.');
  expect(dense.empty).toBe(0);
  expect(digest.empty).toBeGreaterThan(2);
  expect(digest.sentences).toBe(dense.sentences);
});

test('a title without text has no empty sentences', () => {
  expect(shape('Chips', '')).toMatchObject({ sentences: 0, headlines: 0, empty: 0 });
});

test('a title of several headlines counts them', () => {
  expect(shape('A ban. Trains are late. Rain today.', '').headlines).toBeGreaterThan(
    shape('A ban on chips', '').headlines,
  );
});

test('concepts together are those of the fullest sentence, not of the text', () => {
  const together = shape('', 'The ban sets a quota for chips.');
  const apart = shape('', 'A ban. A quota. Some chips.');
  expect(together['concepts-together']).toBeGreaterThan(apart['concepts-together']);
  expect(apart['families-together']).toBeCloseTo(together['families-together']);
});

test('weights of shapes count', () => {
  const confidence = (weights: string, text: string) =>
    classify({ title: 'Chips', text, language: 'eng' }, topics(weights))[0]?.confidence ?? 0;
  const text = 'A ban. The weather is fine.';
  expect(confidence('shape/empty: 1', text)).toBeGreaterThan(confidence('shape/empty: 0.1', text));
  expect(confidence('shape/rules: 1', 'A ban on chips.')).toBeGreaterThan(
    confidence('shape/rules: 1', 'A ban on cats.'),
  );
});

test('a weight of an unknown shape is an error that names it', () => {
  expect(() => topics('shape/length: 1')).toThrow('"shape/length" is no feature');
});

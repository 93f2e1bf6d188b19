import { expect, test } from 'vitest';
import { classify } from '../../../src/core/topics/classify.ts';
import { parseTopicFiles } from '../../../src/core/topics/parse-topics.ts';
import { compileYaml } from './compile-yaml.ts';

const FAMILIES = 'families:\n  measure: [ban, quota]\n  goods: [chip, quota]\n';
const TOPIC = `
topic: bans
title: Bans
threshold: 10
rules: [{ id: never, weight: 1, all: [unsaid] }]
concepts:
  ban: { en: "ban(s|), banned" }
  quota: { en: "quota(s|)" }
  chip: { en: "chip(s|)" }
  unsaid: { en: "unsaid" }
`;
const fit = (weights: string, bias = -3) =>
  `fit:\n  bans:\n    bias: ${bias}\n    possible: 20\n    sure: 60\n    weights: { ${weights} }\n`;
const confidence = (weights: string, text: string) =>
  classify({ title: 'News', text, language: 'eng' }, compileYaml(FAMILIES, TOPIC, fit(weights)))[0]
    ?.confidence;

test('a weight of a family counts for each of its concepts', () => {
  const weights = '"text/family:measure": 3';
  const one = confidence(weights, 'The ban stays.');
  expect(one).toBeGreaterThan(60);
  expect(confidence(weights, 'The quota stays.')).toBe(one);
  // The strongest concept of the family counts, not the sum.
  expect(confidence(weights, 'The ban stays, and the quota.')).toBe(one);
  expect(confidence(weights, 'The chip stays.')).toBeUndefined();
});

test('“many” of a family needs two of its concepts, not one concept twice', () => {
  const weights = '"many/family:measure": 4';
  expect(confidence(weights, 'The ban stays, and the ban is a ban.')).toBeUndefined();
  expect(confidence(weights, 'The ban stays, and the quota.')).toBeGreaterThan(60);
});

test('a pair of families needs two concepts in one sentence', () => {
  const weights = '"pair/family:goods+family:measure": 4';
  expect(confidence(weights, 'A ban on a chip.')).toBeGreaterThan(60);
  expect(confidence(weights, 'A ban. Then a chip.')).toBeUndefined();
  // A quota belongs to both families but is one piece of evidence.
  expect(confidence(weights, 'A quota is a quota.')).toBeUndefined();
  expect(confidence(weights, 'A quota for a chip.')).toBeGreaterThan(60);
});

test('a match by a pair of families shows the sentence and the words in it', () => {
  const topics = compileYaml(FAMILIES, TOPIC, fit('"pair/family:goods+family:measure": 4'));
  const text = 'It rained. A ban on a chip was agreed.';
  const [match] = classify({ title: 'News', text, language: 'eng' }, topics);
  expect(match?.passages[0]?.text).toBe('A ban on a chip was agreed.');
  expect(match?.passages[0]?.terms.map(({ text: word }) => word)).toEqual(['ban', 'chip']);
});

test('the version of a topic changes with the terms of a family that it has weights for', () => {
  const version = (topic: string, families = FAMILIES) =>
    compileYaml(families, topic, fit('"text/family:measure": 3')).topics[0]!.version;
  const before = version(TOPIC);
  expect(version(TOPIC)).toBe(before);
  expect(version(TOPIC.replace('quota(s|)', 'quota(s|), cap'))).not.toBe(before);
  expect(version(TOPIC, FAMILIES.replace('[ban, quota]', '[ban]'))).not.toBe(before);
  expect(version(TOPIC, FAMILIES.replace('[chip, quota]', '[chip]'))).toBe(before);
});

test.each([
  ['a family of what is no concept', 'families:\n  other: [crisps]\n', 'concept "crisps" is not defined'],
  ['a family twice', 'families:\n  measure: [ban]\n', 'family "measure" is already defined'],
])('%s is refused', (_, source, message) => {
  const files = [FAMILIES, TOPIC, source].map((text, index) => ({ file: `${index}.yaml`, source: text }));
  expect(() => parseTopicFiles(files)).toThrow(message);
});

import { expect, test } from 'vitest';
import { matchedBy } from '../../../../src/core/messages/topic-facts.ts';
import { classify } from '../../../../src/core/topics/classify.ts';
import { compileYaml } from '../compile-yaml.ts';
import { featuresOf } from './features-of.ts';

const TOPIC = `
topic: bans
title: Bans of parts
threshold: 10
rules: [{ id: ruled, weight: 10, all: [unsaid] }]
families:
  measure: [ban, quota]
  part: [chip, gpu]
concepts:
  ban: { en: "ban(s|), banned", zh: 禁止 }
  quota: { en: "quota(s|)" }
  chip: { en: "chip(s|)", zh: 芯片 }
  gpu: { en: "GPU(s|)" }
  unsaid: { en: "unsaid" }
`;
const topics = (weights: string) =>
  compileYaml(TOPIC, `fit: { bans: { bias: 0, possible: 1, sure: 99, weights: { ${weights} } } }\n`);

function confidence(weights: string, text: string, language = 'eng'): number | undefined {
  return classify({ title: '', text, language }, topics(weights))[0]?.confidence;
}

function features(text: string, language = 'eng'): ReadonlyMap<string, number> {
  // Weights of an earlier fit must not decide which features are listed.
  return featuresOf(topics('pair/ban+gpu: 1'), { title: '', text, language }).whole!;
}

test('a weight of a concept with a family counts for each concept of the family in one sentence', () => {
  const weight = '"pair/ban+family:part": 1';
  expect(confidence(weight, 'A ban on chips.')).toBeGreaterThan(50);
  expect(confidence(weight, 'A ban on GPUs.')).toBe(confidence(weight, 'A ban on chips.'));
  expect(confidence(weight, 'A quota for chips.')).toBe(50);
  expect(confidence(weight, 'A ban. Chips.')).toBe(50);
});

test('a concept alone is no pair with its own family, two concepts of it are', () => {
  expect(features('A ban.').has('pair/ban+family:measure')).toBe(false);
  expect(features('A ban and a quota.').get('pair/ban+family:measure')).toBeGreaterThan(0);
});

test('two families count again where a second sentence has both', () => {
  const weight = '"again/family:measure+family:part": 1';
  expect(confidence(weight, 'A ban on chips. A quota.')).toBe(50);
  expect(confidence(weight, 'A ban on chips. A quota for GPUs.')).toBeGreaterThan(50);
});

test('the second best sentence gives the value, in any order of sentences', () => {
  const again = (title: string, text: string) =>
    featuresOf(topics('length: 0'), { title, text, language: 'eng' }).whole!.get(
      'again/family:measure+family:part',
    );
  const filler = `${'It rained. '.repeat(300)}\n\n`;
  // Far down in a long text a sentence counts less than in the title.
  const low = again('A ban on chips', `${filler}A quota for GPUs.`);
  expect(low).toBeLessThan(2);
  expect(again('A ban on chips. A quota for chips.', `${filler}A quota for GPUs.`)).toBe(2);
  expect(again('', `${filler}A quota for GPUs. A ban on chips. A ban on GPUs.`)).toBeCloseTo(low!, 1);
});

test('the language of the lexicon counts', () => {
  expect(confidence('language/zh: -1', '禁止芯片。', 'cmn')).toBeLessThan(50);
  expect(confidence('language/zh: -1', 'A ban on chips.')).toBe(50);
  expect(features('A ban.').get('language/en')).toBe(1);
  expect([...features('ban', 'swe').keys()].filter((name) => name.startsWith('language/'))).toEqual([]);
});

test('features are listed whether or not they had a weight', () => {
  const found = features('A ban on chips. A ban on chips.');
  for (const name of ['pair/ban+chip', 'pair/ban+family:part', 'pair/chip+family:measure'])
    expect(found.get(name), name).toBeGreaterThan(0);
});

test('a match by such a pair shows the words', () => {
  const [match] = classify(
    { title: '', text: 'A ban on chips. A quota for GPUs.', language: 'eng' },
    topics('"again/family:measure+family:part": 1'),
  );
  expect(match && matchedBy(match)).toContain('“ban” with chip “chips” in one sentence');
});

test.each(['again/ban+chip', 'language/xx', 'again/family:part', 'language/'])(
  'a weight of %s is an error that names it',
  (name) => {
    expect(() => topics(`"${name}": 1`)).toThrow(`"${name}" is no feature`);
  },
);

import { expect, test } from 'vitest';
import { parseTopicFiles } from '../../../src/core/topics/parse-topics.ts';
import { classify } from '../../../src/core/topics/classify.ts';
import { compileYaml } from './compile-yaml.ts';

const GROUPS = `
groups:
  chip-word:
    '*': GPU
    en: |
      chip(s|)
      semiconductors
    de: Halbleiter
  hardware: [chip, tool]
`;

const CONCEPTS = `
concepts:
  chip: { en: "{chip-word}" }
  tool: { en: scanner }
  ban:
    en: "ban on {chip-word}"
    de: "Verbot von {chip-word}"
  beside:
    near:
      - concepts: [hardware]
        words: 3
        en: H2O
`;

const topic = (id: string, all: string) =>
  `topic: ${id}\ntitle: T\nthreshold: 10\nrules: [{ id: r, weight: 10, all: [${all}] }]\n`;
const topics = compileYaml(
  GROUPS,
  CONCEPTS,
  topic('ban', 'ban'),
  topic('hardware', 'hardware'),
  topic('h2o', 'beside'),
);
const found = (text: string, language = 'eng') =>
  classify({ title: 'News', text, language }, topics)
    .map((match) => match.topic)
    .sort();

test.each<[text: string, language: string, topics: string[]]>([
  ['A ban on chips.', 'eng', ['ban', 'hardware']],
  ['A ban on GPU.', 'eng', ['ban', 'hardware']],
  ['A ban on Halbleiter.', 'eng', []],
  ['Ein Verbot von Halbleiter.', 'deu', ['ban']],
  ['A new scanner.', 'eng', ['hardware']],
  ['A scanner for H2O.', 'eng', ['hardware', 'h2o']],
  ['Water is H2O.', 'eng', []],
])('%s', (text, language, expected) => {
  expect(found(text, language).sort()).toEqual(expected.toSorted());
});

test.each([
  ['an unknown group', 'concepts:\n  a: { en: "ban on {crisps}" }\n', 'there is no group "crisps"'],
  ['a group without the language', 'concepts:\n  a: { fr: "{none}" }\n', 'group "none" has nothing for fr'],
  ['a group of undefined concepts', topic('t', 'crisps-only'), 'concept "crisps-only" is not defined'],
  ['a group twice', 'groups:\n  none: { en: b }\n', 'group "none" is already defined'],
  ['a group named like a concept', 'groups:\n  c: { en: b }\n', 'there is a concept "c"'],
])('%s is refused', (_, source, message) => {
  const files = ['groups:\n  none: { en: a }\nconcepts:\n  c: { en: c }\n', source];
  expect(() =>
    parseTopicFiles(files.map((text, index) => ({ file: `${index}.yaml`, source: text }))),
  ).toThrow(new RegExp(message));
});

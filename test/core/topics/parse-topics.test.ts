import { expect, test } from 'vitest';
import { parseTopicFiles } from '../../../src/core/topics/parse-topics.ts';
import { TopicFileError } from '../../../src/core/topics/topic-file-error.ts';

function problemsOf(...sources: string[]): string[] {
  try {
    parseTopicFiles(sources.map((source, index) => ({ file: `${index + 1}.yaml`, source })));
    return [];
  } catch (error) {
    if (!(error instanceof TopicFileError)) throw error;
    return error.message.split('\n');
  }
}

const CONCEPTS = 'concepts:\n  chip: { en: chip }\n';
const topic = (rule: string, more = '') =>
  `topic: t\ntitle: T\nthreshold: 10\n${more}rules:\n  - ${rule}\n${CONCEPTS}`;

test('a valid file is read', () => {
  const source = topic('{ id: r, weight: 10, all: [chip, [chip]], within: 12 words }');
  const { topics, concepts } = parseTopicFiles([{ file: '1.yaml', source }]);
  expect(topics[0]).toMatchObject({ id: 't', threshold: 10, line: 1 });
  expect(topics[0]!.rules[0]).toMatchObject({
    id: 'r',
    all: [['chip'], ['chip']],
    within: { words: 12 },
    line: 5,
  });
  expect([...concepts.keys()]).toEqual(['chip']);
});

test('terms are listed with commas, lines or as a list, and know their line', () => {
  const source = `concepts:
  chip:
    en: |
      chip, chips   # crisps are excepted
      # a line of its own
      semiconductor*
    fr: [puce, puces]
    de: Chip, Chips`;
  const { concepts } = parseTopicFiles([{ file: '1.yaml', source }]);
  const terms = (language: string) =>
    concepts
      .get('chip')!
      .terms.get(language)!
      .map(({ term, line }) => [term, line]);
  expect(terms('en')).toEqual([
    ['chip', 4],
    ['chips', 4],
    ['semiconductor*', 6],
  ]);
  expect(terms('fr')).toEqual([
    ['puce', 7],
    ['puces', 7],
  ]);
  expect(terms('de')).toEqual([
    ['Chip', 8],
    ['Chips', 8],
  ]);
});

test.each<[name: string, sources: string[], problem: string]>([
  ['broken YAML', ['topic: [t'], '1.yaml:1:'],
  [
    'an unknown key',
    [topic('{ id: r, weight: 10, all: [chip] }', 'treshold: 5\n')],
    '1.yaml:4:1: unknown key "treshold"',
  ],
  [
    'an unknown key of a rule',
    [topic('{ id: r, weight: 10, all: [chip], non: [chip] }')],
    '1.yaml:5:39: unknown key "non"',
  ],
  ['an unknown language', ['concepts:\n  chip:\n    xx: chip\n'], '1.yaml:3:5: unknown key "xx"'],
  ['a key given twice', ['concepts:\n  chip: { en: a }\n  chip: { en: b }\n'], '1.yaml:3:'],
  [
    'a weight that is no number',
    [topic('{ id: r, weight: heavy, all: [chip] }')],
    '1.yaml:5:22: rules[0].weight of "r": expected a number, found "heavy"',
  ],
  ['a weight below zero', [topic('{ id: r, weight: -1, all: [chip] }')], '1.yaml:5:22'],
  ['a rule without concepts', [topic('{ id: r, weight: 10, all: [] }')], '1.yaml:5:31'],
  [
    'an unknown distance',
    [topic('{ id: r, weight: 10, all: [chip], within: a page }')],
    '1.yaml:5:47: rules[0].within of "r": expected one of sentence, paragraph, or a distance: \'30 words\', found "a page"',
  ],
  ['an unknown zone', [topic('{ id: r, weight: 10, all: [chip], in: [footer] }')], '1.yaml:5:44'],
  [
    'a rule twice',
    [topic('{ id: r, weight: 10, all: [chip] }\n  - { id: r, weight: 5, all: [chip] }')],
    '1.yaml:6:11: rule "r" is defined twice',
  ],
  [
    'an undefined concept',
    [topic('{ id: r, weight: 10, all: [chip, [crisp, chip]] }')],
    '1.yaml:5:39: concept "crisp" is not defined',
  ],
  [
    'a concept that is written wrongly',
    [topic('{ id: r, weight: 10, all: [chp] }')],
    'concept "chp" is not defined; did you mean "chip"?',
  ],
  [
    'an undefined concept of the guard',
    [topic('{ id: r, weight: 10, all: [chip] }', 'guard: [[chip], crisp]\n')],
    'concept "crisp" is not defined',
  ],
  [
    'a concept in two files',
    [CONCEPTS, CONCEPTS],
    '2.yaml:2:3: concept "chip" is already defined in 1.yaml:2',
  ],
  [
    'a topic in two files',
    [
      topic('{ id: r, weight: 1, all: [chip] }'),
      'topic: t\ntitle: T\nthreshold: 1\nrules: [{ id: r, weight: 1, all: [chip] }]\n',
    ],
    '2.yaml:1:8: topic "t" is already defined in 1.yaml:1',
  ],
  ['a bad term', ['concepts:\n  chip:\n    en: |\n      chip,\n      ba*n\n'], '1.yaml:5:7: "ba*n"'],
  ['a concept without terms', ['concepts:\n  chip: {}\n'], '1.yaml:2:3: concept "chip" has no terms'],
  ['a topic without rules', ['topic: t\ntitle: T\nthreshold: 1\n'], '1.yaml:1:1: rules: expected a value'],
  ['rules without a topic', ['title: T\nrules: []\n'], '1.yaml:1:1: topic: expected the id of the topic'],
  [
    'a language in words',
    ['concepts:\n  chip:\n    japanese: チップ\n'],
    '1.yaml:3:5: unknown key "japanese"; did you mean "ja"?',
  ],
  [
    'a group of what is no concept',
    ['concepts: { chip: { en: chip } }\ngroups:\n  parts: [chip, chpi]\n'],
    '1.yaml:3:17: concept "chpi" is not defined; did you mean "chip"?',
  ],
  ...(
    [
      ['a weight of what is no feature', 'lenght', '"lenght" is no feature; did you mean "length"?'],
      ['a weight of what is no concept', 'text/chpi', 'concept "chpi" is not defined; did you mean "chip"?'],
      ['a weight of what is no rule', 'rule/rr', 'rule "rr" is not defined; did you mean "r"?'],
    ] as const
  ).map(([name, feature, problem]): [string, string[], string] => [
    name,
    [
      topic('{ id: r, weight: 1, all: [chip] }'),
      `fit:\n  t:\n    bias: 0\n    possible: 3\n    sure: 5\n    weights: { ${feature}: 1 }\n`,
    ],
    `2.yaml:6:16: ${problem}`,
  ]),
  [
    'cuts in the wrong order',
    ['fit: { t: { bias: 0, possible: 9, sure: 5, weights: {} } }\n'],
    '1.yaml:1:41: fit.t.sure: expected a number that is not below "possible", found 5',
  ],
])('%s is refused with its place', (_, sources, problem) => {
  const problems = problemsOf(...sources);
  expect(
    problems.some((line) => line.includes(problem)),
    problems.join('\n'),
  ).toBe(true);
});

test('all problems are reported at once', () => {
  const problems = problemsOf('concepts:\n  a: { xx: a }\n', 'concepts:\n  b: { en: "(b" }\n');
  expect(problems.map((line) => line.split(':')[0])).toEqual(['1.yaml', '2.yaml']);
});

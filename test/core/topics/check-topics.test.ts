import { expect, test } from 'vitest';
import { checkTopics } from '../../../src/core/topics/check-topics.ts';
import { parseTopicFiles } from '../../../src/core/topics/parse-topics.ts';

function warningsOf(concepts: string, rule = 'all: [chip]'): string[] {
  const source = `topic: t\ntitle: T\nthreshold: 1\nrules: [{ id: r, weight: 1, ${rule} }]\nconcepts:\n${concepts}`;
  return checkTopics(parseTopicFiles([{ file: 't.yaml', source }])).map(
    ({ kind, line, message }) => `${line} ${kind} ${message}`,
  );
}

const NAMES = "  chip: { '*': Nvidia }\n";

test.each<[name: string, concepts: string, rule: string, warnings: (string | RegExp)[]]>([
  ['nothing', NAMES, 'all: [chip]', []],
  ['an unused concept', `${NAMES}  spare: { '*': AMD }\n`, 'all: [chip]', [/^7 unused .*"spare"/]],
  ['a term twice', "  chip: { '*': 'Nvidia, NVIDIA' }\n", 'all: [chip]', [/^6 duplicate "NVIDIA"/]],
  [
    'a term by its alternatives',
    "  chip: { '*': 'chip(s|), chips' }\n",
    'all: [chip]',
    [/^6 duplicate "chips"/],
  ],
  [
    'the line of a term that ends another, and stands in a comment',
    '  chip:\n    en: |\n      big chip\n      # chip: the usual word\n      chip\n      Chip\n',
    'all: [chip]',
    [/^11 duplicate "Chip" .* in line 10$/],
  ],
  [
    'a review of the term before',
    '  chip:\n    de: |\n      rund чип  # reviewed: a name\n      чип\n',
    'all: [chip]',
    [/^9 language "чип"/],
  ],
  [
    'a term excepted from itself',
    "  chip: { '*': chip, except: { '*': Chip } }\n",
    'all: [chip]',
    [/^6 contradiction "Chip"/],
  ],
  ['a rule against itself', NAMES, 'all: [chip], none: [chip]', [/^4 contradiction rule "r"/]],
  [
    'a preposition that merges with articles',
    "  chip: { '*': Nvidia }\n  place: { it: al posto di }\n",
    'all: [chip, place]',
    [/^7 broken "al posto di" .* "di" merges with articles; write d\(i\|el/],
  ],
  [
    'a preposition with its forms, alone, or before a word',
    '  chip: { \'*\': Nvidia }\n  place: { it: "al posto d(i|el), di, invece di loro" }\n',
    'all: [chip, place]',
    [],
  ],
  [
    'a word twice',
    "  chip: { en: 'export export rule' }\n",
    'all: [chip]',
    [/^6 broken "export export rule"/],
  ],
  [
    'a term too long to review',
    `  chip: { en: '(${Array.from({ length: 40 }, (_, n) => `chip${n}`).join('|')})' }\n`,
    'all: [chip]',
    [/^6 long .*"chip" has 271 characters/],
  ],
  [
    'a term too long in the bytes of its script',
    `  chip: { ar: '(${Array.from({ length: 20 }, () => 'رقائق').join('|')})' }\n`,
    'all: [chip]',
    [/^6 long .*"chip" has 121 characters in 221 bytes/],
  ],
  [
    'a long term of a named group',
    `  chip: { en: '{many}' }\ngroups: { many: { en: '${Array.from({ length: 40 }, (_, n) => `chip${n}`).join()}' } }\n`,
    'all: [chip]',
    [],
  ],
  ['mixed scripts', "  chip: { ru: 'чиp' }\n", 'all: [chip]', [/^6 broken .*Cyrillic/]],
  [
    'an optional part as regular expressions have it',
    "  chip: { en: 'chip( maker)? ban' }\n",
    'all: [chip]',
    [/^6 unmatched .*question mark/],
  ],
  [
    'a language far thinner than the others',
    `  chip: { ${['ar', 'de', 'es', 'fr', 'hi', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru', 'tr', 'vi', 'zh']
      .map((language) => `${language}: '${Array.from({ length: 30 }, (_, n) => `w${language}${n}`).join()}'`)
      .join(', ')}, en: chip }\n`,
    'all: [chip]',
    [/^6 thin .*only 1 lines for en/],
  ],
  ['a word of another script', "  chip: { de: 'чип' }\n", 'all: [chip]', [/^6 language "чип" \(de\).*“ч”/]],
  [
    'a term of another language',
    "  chip: { de: 'l’interdiction des puces dans les centres' }\n",
    'all: [chip]',
    [/^6 language .*reads like fr/],
  ],
  [
    'a reviewed term of another language',
    '  chip:\n    de: |\n      l’interdiction des puces dans les centres   # reviewed: quoted everywhere\n',
    'all: [chip]',
    [],
  ],
  ['English in a Chinese lexicon', "  chip: { zh: 'ban of the chips' }\n", 'all: [chip]', [/^6 language/]],
  ['a brand in a Chinese lexicon', "  chip: { zh: 'Blackwell' }\n", 'all: [chip]', []],
  ['a lost word before', "  chip: { hi: 'को बिक्री' }\n", 'all: [chip]', [/^6 broken .*"को" has lost/]],
  ['a lost word behind', "  chip: { en: 'ban on the' }\n", 'all: [chip]', [/^6 broken .*"the" has lost/]],
  ['a lost word in Japanese', "  chip: { ja: 'の輸出' }\n", 'all: [chip]', [/^6 broken .*"の" has lost/]],
  [
    'a term within its own exception',
    "  chip: { en: 'potato chip', except: { en: 'potato' } }\n",
    'all: [chip]',
    [/^6 unmatched .*exception "potato" stands within it/],
  ],
  [
    'a term whose company has no words',
    "  chip: { '*': Nvidia, near: [{ concepts: [maker], en: H20 }] }\n  maker: { fr: fondeur }\n",
    'all: [chip]',
    [/^6 unmatched .*maker has no terms for en/],
  ],
  ['missing languages', '  chip: { en: chip, fr: puce }\n', 'all: [chip]', [/^6 missing-language .*zh, de/]],
])('%s', (_, concepts, rule, expected) => {
  const warnings = warningsOf(concepts, rule);
  expect(warnings).toHaveLength(expected.length);
  for (const [index, warning] of warnings.entries()) expect(warning).toMatch(expected[index]!);
});

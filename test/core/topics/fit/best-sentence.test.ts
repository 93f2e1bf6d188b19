import { expect, test } from 'vitest';
import { classify } from '../../../../src/core/topics/classify.ts';
import { explain } from '../../../../src/core/topics/explain.ts';
import { withSentence } from '../../../../src/core/topics/fit/best-sentence.ts';
import { compileYaml } from '../compile-yaml.ts';
import { featuresOf } from './features-of.ts';

/** In the text a look-alike weighs more than a ban on chips; a sentence without one is enough. */
const compiled = compileYaml(
  `
topic: bans
title: Bans
threshold: 10
guard: [part]
rules:
  - { id: ban-on-chips, weight: 10, all: [ban, part] }
  - { id: ban-in-the-article, weight: 10, all: [ban, own-word], article: [part] }
counter: [{ id: games, any: [game], subtract: 5 }]
concepts:
  part: { en: "chip(s|)", near: [{ concepts: [maker], en: "it" }] }
  ban: { en: "ban(s|), banned" }
  own-word: { en: "exports" }
  maker: { en: "Acme" }
  game: { en: "game(s|)" }
`,
  `fit: { bans: { bias: -2, possible: 20, sure: 60, weights: { pair/ban+part: 5, text/game: -6 } } }\n`,
);
const NOISE = [
  'The weather stays fine in most parts of the country for the rest of the week.',
  'A new game for children and adults comes to the shops before the holidays.',
  'Trains between the two cities are late again, and nobody says when that will change.',
];
const REPORT = 'Ministers agreed on a ban on chips.';
const digest = (sentence: string, more: readonly string[] = NOISE) => ({
  title: 'In short',
  text: [...more, sentence].join(' '),
  language: 'eng',
});

test('a report in one sentence of a digest counts, whatever the other sentences are about', () => {
  const [match] = classify(digest(REPORT), compiled);
  expect(match).toMatchObject({ topic: 'bans', level: 'sure' });
  expect(match?.passages[0]?.text).toBe(REPORT);
  // The article as a whole is about something else.
  expect(match?.aside).toBe(true);
});

test('an article that is sure as a whole does not only mention its topic', () => {
  const about = NOISE.filter((line) => !line.includes('game'));
  const [match] = classify({ ...digest(REPORT, about), title: 'Ban on chips agreed' }, compiled);
  expect(match).toMatchObject({ level: 'sure' });
  expect(match?.aside).toBeUndefined();
});

test('a look-alike in the same sentence counts against it', () => {
  expect(classify(digest('The game has a ban on chips.'), compiled)).toEqual([]);
});

test('the more sentences there are, the less one of them counts', () => {
  const few = classify(digest(REPORT), compiled)[0]!.confidence;
  const many = classify(digest(REPORT, [...NOISE, ...NOISE, ...NOISE]), compiled)[0]?.confidence ?? 0;
  expect(many).toBeLessThan(few);
});

test('a term that needs another nearby needs it in the same sentence', () => {
  const ends = (last: string) => digest(`${last} Ministers agreed on a ban on it.`);
  expect(classify(ends('Acme was praised.'), compiled)).toEqual([]);
  expect(classify(digest('Ministers agreed on a ban on it at Acme.'), compiled)).toHaveLength(1);
});

test('a rule that needs a word of the article needs it in the sentence', () => {
  const alone = (text: string) =>
    featuresOf(compiled, digest(text)).sentences.map((features) =>
      [...features.keys()].filter((name) => name.startsWith('rule/')),
    );
  expect(alone('A chip was shown. A ban on exports follows.')).toEqual([]);
  expect(alone('A ban on exports follows, and a chip.')).toEqual([
    ['rule/ban-on-chips', 'rule/ban-in-the-article'],
  ]);
});

test('a short text is judged as a whole', () => {
  const short = { title: '', text: `A new game is here. ${REPORT}`, language: 'eng' };
  expect(classify(short, compiled)).toEqual([]);
});

test('the explanation shows the sentence that decides, and none where the whole article does', () => {
  const decisive = (text: string, more?: readonly string[]) =>
    explain(digest(text, more), compiled).topics[0]?.decisive?.text;
  expect(decisive(REPORT)).toBe(REPORT);
  expect(decisive('Nothing.')).toBeUndefined();
  expect(decisive(REPORT, [NOISE[0]!, NOISE[2]!])).toBeUndefined();
});

test('a sentence never lowers the log-odds, and clear articles need none', () => {
  expect(withSentence(-2, 5, 4)).toBeGreaterThan(3);
  expect(withSentence(-2, -9, 4)).toBeCloseTo(-2, 2);
  expect(withSentence(2, 5, 4)).toBe(2);
  expect(withSentence(-2, undefined, 4)).toBe(-2);
  expect(withSentence(-800, 800, 1)).toBe(800);
});

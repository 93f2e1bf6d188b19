import { expect, test } from 'vitest';
import { matchedBy } from '../../../../src/core/messages/topic-facts.ts';
import { classify } from '../../../../src/core/topics/classify.ts';
import { explain } from '../../../../src/core/topics/explain.ts';
import { compileYaml } from '../compile-yaml.ts';

const TOPIC = `
families:
  measure: [ban, quota]
topic: bans
title: Bans
threshold: 10
rules: [{ id: ruled, weight: 10, all: [unsaid] }]
concepts:
  ban: { en: "ban(s|), banned", zh: 禁止 }
  quota: { en: "quota(s|)" }
  sure-chip: { en: "GPU(s|)" }
  cartridge: { en: "cartridge(s|)" }
  unsaid: { en: "unsaid" }
`;

function topics(weights: string) {
  return compileYaml(
    TOPIC,
    `fit:\n  bans:\n    bias: -3\n    possible: 20\n    sure: 60\n    weights: { ${weights} }\n`,
  );
}

function article(title: string, text: string) {
  return { title, text, language: 'eng' };
}

function why(weights: string, title: string, text: string): string {
  const [match] = classify(article(title, text), topics(weights));
  return match === undefined ? 'no match' : matchedBy(match);
}

test('a match without a rule names what carried it, the heaviest first, and where it stands', () => {
  const weights = '"title/ban": 2, "opening/sure-chip": 1, "pair/ban+sure-chip": 3, "text/cartridge": 1';
  expect(why(weights, 'A ban is near', 'The GPUs fall under the ban.')).toBe(
    'chip “GPUs” with “ban” in one sentence + “ban” in the headline + “GPUs” in the opening, taken together without a rule',
  );
  // The same weights, other words: only what is there is named.
  expect(why(weights, 'Banned', 'It takes effect today. It names cartridges.')).toBe(
    'ban “Banned” in the headline + cartridge “cartridges” in the opening, taken together without a rule',
  );
  expect(why('"text/cartridge": 5', 'News', 'A cartridge.')).toBe(
    '“cartridge” in the opening, without a rule',
  );
});

test('evidence from a family names the words that were found, not the family', () => {
  expect(why('"title/family:measure": 2', 'A quota', 'It rained.')).toBe(
    '“quota” in the headline, without a rule',
  );
  expect(why('"many/family:measure": 4', 'News', 'A ban. A quota.')).toBe(
    '“ban” and “quota”, without a rule',
  );
});

test('the weights of one concept add up to one piece of evidence, and counter-evidence is left out', () => {
  const [match] = classify(
    article('A ban', 'The ban of GPUs.'),
    topics('"title/ban": 4, "opening/ban": 1, "text/sure-chip": -0.4'),
  );
  expect(match?.grounds).toEqual([{ place: 'title', terms: [{ concept: 'ban', text: 'ban' }], adds: 5 }]);
  const [explained] = explain(
    article('A ban', 'The ban of GPUs.'),
    topics('"title/ban": 4, "text/sure-chip": -0.4'),
  ).topics;
  expect(explained?.grounds.against).toEqual([
    { place: 'opening', terms: [{ concept: 'sure-chip', text: 'GPUs' }], adds: -0.4 },
  ]);
});

test('a match by a rule names the rule', () => {
  const [match] = classify(article('News', 'An unsaid ban.'), topics('score: 4'));
  expect(match?.grounds).toBeUndefined();
  expect(match && matchedBy(match)).toBe('rule ruled');
});

test('evidence that is one very long word is shortened', () => {
  const compiled = compileYaml(
    TOPIC.replace('"quota(s|)"', '"*quota*"'),
    'fit:\n  bans:\n    bias: -3\n    possible: 20\n    sure: 60\n    weights: { "text/quota": 6 }\n',
  );
  const [match] = classify(article('News', `${'x'.repeat(5000)}quota${'y'.repeat(5000)}`), compiled);
  expect(match?.grounds?.[0]?.terms[0]?.text).toHaveLength(120);
  expect(match && matchedBy(match).length).toBeLessThan(100);
});

import { expect, test } from 'vitest';
import { findTerms } from '../../../src/core/topics/find-evidence.ts';
import { LEXICON_KEYS, lexiconOf } from '../../../src/core/topics/languages.ts';
import { CONCEPT_SENTENCES } from './concept-sentences.ts';
import { shippedTopics } from './shipped-topics.ts';

function conceptsOf(sentence: string, language: string): readonly (string | undefined)[] {
  const { found } = findTerms({ title: '', text: sentence, language }, shippedTopics);
  return found.flatMap(({ hits }) => hits.map((hit) => shippedTopics.concepts[hit.concept]));
}

test.each(CONCEPT_SENTENCES)('%s: %s: %s', (language, concept, sentence) => {
  expect(conceptsOf(sentence, language)).toContain(concept);
});

test.each([
  'How much better a processor gets each year is a matter of cooling.',
  'Sales were better a year ago.',
])('not made here: %s', (sentence) => {
  expect(conceptsOf(sentence, 'eng')).not.toContain('made-here');
});

test('the sentences are of every language that has a lexicon', () => {
  const tested = new Set(CONCEPT_SENTENCES.map(([language]) => lexiconOf(language)));
  expect(LEXICON_KEYS.filter((key) => !tested.has(key))).toEqual([]);
});

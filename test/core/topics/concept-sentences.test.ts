import { expect, test } from 'vitest';
import { findTerms } from '../../../src/core/topics/find-evidence.ts';
import { LEXICON_KEYS, lexiconOf } from '../../../src/core/topics/languages.ts';
import { CONCEPT_SENTENCES } from './concept-sentences.ts';
import { shippedTopics } from './shipped-topics.ts';

test.each(CONCEPT_SENTENCES)('%s: %s: %s', (language, concept, sentence) => {
  const { hits } = findTerms({ title: '', text: sentence, language }, shippedTopics);
  expect(hits.map((hit) => shippedTopics.concepts[hit.concept])).toContain(concept);
});

test('the sentences are of every language that has a lexicon', () => {
  const tested = new Set(CONCEPT_SENTENCES.map(([language]) => lexiconOf(language)));
  expect(LEXICON_KEYS.filter((key) => !tested.has(key))).toEqual([]);
});

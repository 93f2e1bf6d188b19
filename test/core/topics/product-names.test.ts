import { expect, test } from 'vitest';
import { findTerms } from '../../../src/core/topics/find-evidence.ts';
import { CHIPS, CHIP_TOOLS } from './product-names.ts';
import { shippedTopics } from './shipped-topics.ts';

test.each([
  ...Object.entries(CHIPS).map(([language, names]) => ['chip', language, names] as const),
  ...Object.entries(CHIP_TOOLS).map(([language, names]) => ['chip-tool', language, names] as const),
])('%s in %s: every name is found', (concept, language, names) => {
  const wanted = shippedTopics.concepts.indexOf(concept);
  const unknown = names.split(/\s*\|\s*/).filter((name) => {
    const { found } = findTerms({ title: '', text: `${name}.`, language }, shippedTopics);
    return !found.some(({ hits }) => hits.some((hit) => hit.concept === wanted));
  });
  expect(unknown).toEqual([]);
});

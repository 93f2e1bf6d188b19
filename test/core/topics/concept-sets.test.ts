import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConceptSets, NO_ROW, type SentenceSet } from '../../../src/core/topics/concept-sets.ts';
import type { Hit } from '../../../src/core/topics/hit.ts';

const CONCEPTS = 60;
const SENTENCES = 90;

const concept = fc.nat(CONCEPTS - 1);
const groupsAndHits = fc.record({
  // More groups than the sets have room for at first.
  groups: fc.array(fc.uniqueArray(concept, { minLength: 1, maxLength: 4 }), {
    minLength: 130,
    maxLength: 300,
  }),
  hits: fc.array(fc.record({ concept, sentence: fc.nat(SENTENCES) }), { minLength: 150, maxLength: 400 }),
});

function setsOf(
  groups: readonly number[][],
  hits: readonly { concept: number; sentence: number }[],
): ConceptSets {
  const groupsOf = Array.from({ length: CONCEPTS }, (_, one) =>
    groups.flatMap((members, group) => (members.includes(one) ? [group] : [])),
  );
  return new ConceptSets(inOrder(hits) as Hit[], { groups, groupsOf });
}

function inOrder<T extends { readonly sentence: number }>(hits: readonly T[]): T[] {
  return hits.toSorted((a, b) => a.sentence - b.sentence);
}

/** The sentences of a set, which must begin at the first hit of their row and end before that of the next. */
function sentencesIn(
  found: SentenceSet,
  sets: ConceptSets,
  hits: readonly { readonly sentence: number }[],
): number[] {
  const sorted = inOrder(hits);
  const sentences: number[] = [];
  for (let row = sets.next(found, 0); row !== NO_ROW; row = sets.next(found, row + 1)) {
    const own = sorted.slice(sets.firstHit(row), sets.firstHit(row + 1)).map(({ sentence }) => sentence);
    expect(new Set(own).size).toBe(1);
    sentences.push(own[0]!);
  }
  return sentences;
}

test('finds the sentences that name two groups and not a third, for however many groups', () => {
  fc.assert(
    fc.property(groupsAndHits, ({ groups, hits }) => {
      const sets = setsOf(groups, hits);
      const places = [...new Set(inOrder(hits).map(({ sentence }) => sentence))];
      const names = (sentence: number, group: number) =>
        hits.some((hit) => hit.sentence === sentence && groups[group]!.includes(hit.concept));
      for (let group = 0; group + 2 < groups.length; group++) {
        const [one, other, none] = [group, group + 1, group + 2];
        const wanted = places.filter((at) => names(at, one) && names(at, other) && !names(at, none));
        const found = sets.together([one], [other], none);
        expect(found === undefined ? [] : sentencesIn(found, sets, hits)).toEqual(wanted);
        expect(sets.has(one)).toBe(hits.some((hit) => groups[one]!.includes(hit.concept)));
      }
    }),
    { numRuns: 30 },
  );
});

test('a rule has its needs where the article names all its groups, and not those of its neighbours', () => {
  const sets = setsOf(
    [[0], [1], [2]],
    [
      { concept: 0, sentence: 0 },
      { concept: 2, sentence: 5 },
    ],
  );
  // Three rules: the first and the third need groups that are named, the second one that is not; the last needs none.
  const needs = { groups: Int32Array.of(0, 2, 1, 2), ends: Int32Array.of(2, 3, 4, 4) };
  expect([0, 1, 2, 3].map((rule) => sets.hasNeeds(needs, rule))).toEqual([true, false, true, true]);
});

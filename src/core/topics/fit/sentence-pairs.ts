import type { Topics } from '../topics.ts';
import type { Families } from '../families.ts';
import { PairFilter } from './pair-filter.ts';
import { pairKey } from './pair-key.ts';

/** A sentence with more concepts is a list. */
export const MAX_CONCEPTS = 24;
/**
 * Values of families are scaled by this, so that their weights are shrunk less. A family rests on more articles than
 * a concept. With 2 the weights did better on sources that they were not fitted to; between 1 and 3 the results
 * differ little.
 */
export const FAMILY_WORTH = 2;
/** The same for a concept with a family, which is between the two. */
const MIXED_WORTH = Math.sqrt(FAMILY_WORTH);

/** The concepts and families that sentences name together. Keys are made by `pairKey`, families are numbered after concepts. */
export class SentencePairs {
  /** The value of the best sentence with both. */
  readonly best = new Map<number, number>();
  /** Of two families, the value of the second best sentence with both. */
  readonly again = new Map<number, number>();
  private readonly concepts: number;
  private readonly families: Families;
  private readonly wanted: PairFilter | undefined;
  /** The families of the sentence, the first concept of each, and how many concepts each has there. */
  private readonly named: number[] = [];
  private readonly first: number[] = [];
  private readonly counts: number[] = [];

  /** @param wanted the pairs to be looked for, as a text has thousands of them; all if undefined */
  constructor(topics: Pick<Topics, 'concepts' | 'families'>, wanted: PairFilter | undefined) {
    this.concepts = topics.concepts.length;
    this.families = topics.families;
    this.wanted = wanted;
  }

  /** @param sentence distinct concepts of one sentence. @param worth the value of what the sentence says */
  add(sentence: readonly number[], worth: number): void {
    if (sentence.length < 2) return;
    this.nameFamilies(sentence);
    for (let a = 0; a < sentence.length; a++) {
      const concept = sentence[a]!;
      for (let b = a + 1; b < sentence.length; b++) this.put(concept, sentence[b]!, worth);
      for (let b = 0; b < this.named.length; b++) {
        if (this.counts[b] === 1 && this.first[b] === concept) continue;
        this.put(concept, this.concepts + this.named[b]!, MIXED_WORTH * worth);
      }
    }
    this.pairFamilies(worth);
  }

  private nameFamilies(sentence: readonly number[]): void {
    const { named, first, counts } = this;
    named.length = first.length = counts.length = 0;
    for (const concept of sentence) {
      for (const family of this.families.of[concept]!) {
        const known = named.indexOf(family);
        if (known >= 0) {
          counts[known]! += 1;
          continue;
        }
        named.push(family);
        first.push(concept);
        counts.push(1);
      }
    }
  }

  /** Each two families of the sentence, each by a concept of its own. */
  private pairFamilies(worth: number): void {
    const { named, first, counts } = this;
    for (let a = 0; a < named.length; a++) {
      for (let b = a + 1; b < named.length; b++) {
        if (counts[a] === 1 && counts[b] === 1 && first[a] === first[b]) continue;
        const one = this.concepts + named[a]!;
        const other = this.concepts + named[b]!;
        const before = this.put(one, other, FAMILY_WORTH * worth);
        if (before === 0) continue;
        const key = pairKey(one, other);
        this.again.set(key, Math.max(this.again.get(key) ?? 0, Math.min(before, FAMILY_WORTH * worth)));
      }
    }
  }

  /** The value before. */
  private put(one: number, other: number, value: number): number {
    if (this.wanted !== undefined && !this.wanted.has(one, other)) return 0;
    const key = pairKey(one, other);
    const before = this.best.get(key) ?? 0;
    if (before < value) this.best.set(key, value);
    return before;
  }
}

const wantedBy = new WeakMap<Topics, PairFilter>();

/** The pairs that have a weight in some topic. */
export function wantedPairs(topics: Topics): PairFilter {
  let wanted = wantedBy.get(topics);
  if (wanted === undefined) {
    const keys = topics.topics.flatMap(({ fit }) => [
      ...(fit?.pairs.keys() ?? []),
      ...(fit?.again.keys() ?? []),
    ]);
    wanted = new PairFilter(keys, topics.concepts.length + topics.families.names.length);
    wantedBy.set(topics, wanted);
  }
  return wanted;
}

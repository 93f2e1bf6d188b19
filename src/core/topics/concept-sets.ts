import type { Hit } from './hit.ts';
import type { RuleNeeds, Topics } from './topics.ts';

/** Sentences in one number of 32 bits. */
const BITS = 32;
export const NO_ROW = -1;
/** Sets of groups that have room before the pool grows. */
const FIRST_POOL = 128;

/** Sentences as bits. */
export type SentenceSet = Uint32Array;

/**
 * The sentences of each concept, as bits. Rules ask it first: most rules of most topics name concepts that never meet, and
 * then no list of hits need be made.
 */
export class ConceptSets {
  private readonly groups: Topics['groups'];
  private readonly words: number;
  /** By concept, how many hits it has. */
  private readonly counts: Uint32Array;
  /** By concept, `words` numbers each. */
  private readonly byConcept: Uint32Array;
  /** By group, whether a concept of it is found. */
  private readonly found: Uint8Array;
  /** The sets of the groups that were asked for, `words` numbers each. */
  private pool: Uint32Array;
  private pooled = 0;
  /** By group, its place in `pool` plus one; 0 where it was not asked for. */
  private readonly placeOf: Int32Array;
  /** By row, the place of its first hit; a row is a sentence with hits. */
  private readonly starts: number[] = [];
  private readonly meeting: SentenceSet;

  /** @param hits in order of the text */
  constructor(hits: readonly Hit[], { groups, groupsOf }: Pick<Topics, 'groups' | 'groupsOf'>) {
    this.groups = groups;
    this.counts = new Uint32Array(groupsOf.length);
    this.found = new Uint8Array(groups.length);
    this.placeOf = new Int32Array(groups.length);
    let last = -1;
    for (const [at, { sentence }] of hits.entries()) {
      if (sentence !== last) this.starts.push(at);
      last = sentence;
    }
    this.words = Math.ceil(this.starts.length / BITS);
    this.meeting = new Uint32Array(this.words);
    this.pool = new Uint32Array(FIRST_POOL * this.words);
    this.byConcept = new Uint32Array(groupsOf.length * this.words);
    let row = -1;
    for (const [at, { concept }] of hits.entries()) {
      if (at === this.starts[row + 1]) row++;
      if (this.counts[concept] === 0) for (const group of groupsOf[concept]!) this.found[group] = 1;
      this.counts[concept]!++;
      this.byConcept[concept * this.words + (row >>> 5)]! |= 1 << (row & 31);
    }
    this.starts.push(hits.length);
  }

  /** Whether the article names a concept of the group. */
  has(group: number): boolean {
    return this.found[group] === 1;
  }

  /** Whether the article names all that a rule needs somewhere. @param rule its number in the topic */
  hasNeeds({ groups, ends }: RuleNeeds, rule: number): boolean {
    const end = ends[rule]!;
    for (let at = rule === 0 ? 0 : ends[rule - 1]!; at < end; at++) {
      if (this.found[groups[at]!] === 0) return false;
    }
    return true;
  }

  /** How many hits the group has. */
  count(group: number): number {
    let sum = 0;
    for (const concept of this.groups[group]!) sum += this.counts[concept]!;
    return sum;
  }

  /**
   * The sentences that name a concept of each group, even if by the same words, and none of `none`; undefined if there are
   * none. Valid until the next call.
   */
  together(
    groups: readonly number[],
    more: readonly number[],
    none: number | undefined,
  ): SentenceSet | undefined {
    const { meeting } = this;
    meeting.fill(0xffff_ffff);
    for (const group of groups) if (!this.keep(group)) return undefined;
    for (const group of more) if (!this.keep(group)) return undefined;
    return none === undefined || !this.has(none) || this.drop(none) ? meeting : undefined;
  }

  /** The first sentence of the set from `row` on, counted among those with hits; NO_ROW if there is none. */
  next(sentences: SentenceSet, row: number): number {
    for (let word = row >>> 5, own = -1 << (row & 31); word < this.words; word++, own = -1) {
      const rest = sentences[word]! & own;
      if (rest !== 0) return word * BITS + 31 - Math.clz32(rest & -rest);
    }
    return NO_ROW;
  }

  /** The place of the sentence's first hit among all; for the row after the last, how many there are. */
  firstHit(row: number): number {
    return this.starts[row]!;
  }

  /** Keeps the sentences of the group in `meeting`; false if none is left. */
  private keep(group: number): boolean {
    if (!this.has(group)) return false;
    const { meeting, words } = this;
    const from = this.startOf(group);
    const { pool } = this;
    let rest = 0;
    for (let word = 0; word < words; word++) rest |= meeting[word]! &= pool[from + word]!;
    return rest !== 0;
  }

  /** Drops the sentences of the group from `meeting`; false if none is left. */
  private drop(group: number): boolean {
    const { meeting, words } = this;
    const from = this.startOf(group);
    const { pool } = this;
    let rest = 0;
    for (let word = 0; word < words; word++) rest |= meeting[word]! &= ~pool[from + word]!;
    return rest !== 0;
  }

  /** Where the sentences of the group begin in `pool`. They are put there when first asked for. */
  private startOf(group: number): number {
    const { words } = this;
    const known = this.placeOf[group]!;
    if (known !== 0) return (known - 1) * words;
    const start = this.pooled * words;
    this.placeOf[group] = ++this.pooled;
    if (start + words > this.pool.length) {
      const larger = new Uint32Array(2 * this.pool.length);
      larger.set(this.pool);
      this.pool = larger;
    }
    for (const concept of this.groups[group]!) {
      if (this.counts[concept] === 0) continue;
      const own = concept * words;
      for (let word = 0; word < words; word++) this.pool[start + word]! |= this.byConcept[own + word]!;
    }
    return start;
  }
}

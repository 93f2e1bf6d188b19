import type { Hit } from './find-hits.ts';
import type { Topics } from './topics.ts';

/** Sentences in one number of 32 bits. */
const BITS = 32;
const NOWHERE = new Uint32Array(0);

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
  private readonly byConcept: (SentenceSet | undefined)[] = [];
  /** By group, whether a concept of it is found. */
  private readonly found: Uint8Array;
  /** By the number of the group. */
  private readonly byGroup: (SentenceSet | undefined)[] = [];
  /** By sentence, its place in the sets: sentences without hits have none. */
  private readonly rows: Int32Array;
  private readonly meeting: SentenceSet;

  /** @param hits in order of the text */
  constructor(hits: readonly Hit[], { groups, groupsOf }: Pick<Topics, 'groups' | 'groupsOf'>) {
    this.groups = groups;
    this.counts = new Uint32Array(groupsOf.length);
    this.found = new Uint8Array(groups.length);
    this.rows = new Int32Array((hits.at(-1)?.sentence ?? -1) + 1);
    let last = -1;
    let rows = 0;
    for (const { sentence } of hits) {
      if (sentence === last) continue;
      last = sentence;
      this.rows[sentence] = rows++;
    }
    this.words = Math.ceil(rows / BITS);
    this.meeting = new Uint32Array(this.words);
    for (const { concept, sentence } of hits) {
      let own = this.byConcept[concept];
      if (own === undefined) {
        this.byConcept[concept] = own = new Uint32Array(this.words);
        for (const group of groupsOf[concept]!) this.found[group] = 1;
      }
      this.counts[concept]!++;
      const row = this.rows[sentence]!;
      own[row >>> 5]! |= 1 << (row & 31);
    }
  }

  /** Whether the article names a concept of the group. */
  has(group: number): boolean {
    return this.found[group] === 1;
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

  /** Whether a sentence with hits is in the set. */
  isIn(sentences: SentenceSet, sentence: number): boolean {
    const row = this.rows[sentence]!;
    return (sentences[row >>> 5]! & (1 << (row & 31))) !== 0;
  }

  /** Keeps the sentences of the group in `meeting`; false if none is left. */
  private keep(group: number): boolean {
    if (!this.has(group)) return false;
    const own = this.of(group);
    let rest = 0;
    for (let word = 0; word < this.words; word++) rest |= this.meeting[word]! &= own[word]!;
    return rest !== 0;
  }

  /** Drops the sentences of the group from `meeting`; false if none is left. */
  private drop(group: number): boolean {
    const own = this.of(group);
    let rest = 0;
    for (let word = 0; word < this.words; word++) rest |= this.meeting[word]! &= ~own[word]!;
    return rest !== 0;
  }

  private of(group: number): SentenceSet {
    const known = this.byGroup[group];
    if (known !== undefined) return known;
    let own: SentenceSet = NOWHERE;
    let isShared = true;
    for (const concept of this.groups[group]!) {
      const sentences = this.byConcept[concept];
      if (sentences === undefined) continue;
      if (own === NOWHERE) {
        own = sentences;
        continue;
      }
      // Of most groups an article names one concept, so its sentences are copied only for the second.
      if (isShared) own = own.slice();
      isShared = false;
      for (let word = 0; word < this.words; word++) own[word]! |= sentences[word]!;
    }
    this.byGroup[group] = own;
    return own;
  }
}

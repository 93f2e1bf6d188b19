import type { Hit } from './find-hits.ts';

/** Sentences in one number of 32 bits. */
const BITS = 32;
const NOWHERE = new Uint32Array(0);

/**
 * The sentences of each concept, as bits. Rules ask it first: most rules of most topics name concepts that never meet, and
 * then no list of hits need be made.
 */
export class ConceptSets {
  private readonly groups: readonly (readonly number[])[];
  private readonly words: number;
  private readonly byConcept = new Map<number, Uint32Array>();
  /** By the number of the group. */
  private readonly byGroup: (Uint32Array | undefined)[];
  private readonly meeting: Uint32Array;

  /**
   * @param hits in order of the text
   * @param groups the concepts of each group
   */
  constructor(hits: readonly Hit[], groups: readonly (readonly number[])[]) {
    this.groups = groups;
    this.byGroup = groups.map(() => undefined);
    const rows = new Map<number, number>();
    for (const { sentence } of hits) if (!rows.has(sentence)) rows.set(sentence, rows.size);
    this.words = Math.ceil(rows.size / BITS);
    this.meeting = new Uint32Array(this.words);
    for (const { concept, sentence } of hits) {
      let own = this.byConcept.get(concept);
      if (own === undefined) this.byConcept.set(concept, (own = new Uint32Array(this.words)));
      const row = rows.get(sentence)!;
      own[row >>> 5]! |= 1 << (row & 31);
    }
  }

  /** Whether the article names a concept of the group. */
  has(group: number): boolean {
    return this.of(group) !== NOWHERE;
  }

  /** Whether one sentence names a concept of each group, even if by the same words. */
  hasTogether(groups: readonly number[], more: readonly number[]): boolean {
    const { meeting } = this;
    meeting.fill(0xffff_ffff);
    for (const group of groups) if (!this.keep(group)) return false;
    for (const group of more) if (!this.keep(group)) return false;
    return true;
  }

  /** Keeps the sentences of the group in `meeting`; false if none is left. */
  private keep(group: number): boolean {
    const own = this.of(group);
    if (own === NOWHERE) return false;
    let rest = 0;
    for (let word = 0; word < this.words; word++) rest |= this.meeting[word]! &= own[word]!;
    return rest !== 0;
  }

  private of(group: number): Uint32Array {
    const known = this.byGroup[group];
    if (known !== undefined) return known;
    let own: Uint32Array = NOWHERE;
    let isShared = true;
    for (const concept of this.groups[group]!) {
      const sentences = this.byConcept.get(concept);
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

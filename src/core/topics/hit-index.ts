import { ConceptSets } from './concept-sets.ts';
import type { Zone } from './definition.ts';
import type { MatchedText } from './find-evidence.ts';
import type { Hit } from './hit.ts';
import type { LexiconKey } from './languages.ts';
import { Remembered } from './remembered.ts';
import type { Topics } from './topics.ts';
import type { GroupIndex } from './meaning-table.ts';

const NOTHING: readonly Hit[] = [];

/** Hits of one lexicon, by group. */
export class HitIndex {
  readonly hits: readonly Hit[];
  readonly lexicon: LexiconKey;
  readonly reading: MatchedText;
  /** How many concepts there are. */
  readonly concepts: number;
  readonly topics: Topics;
  readonly sets: ConceptSets;
  /** What was made of these hits. */
  readonly made = new Remembered();
  private readonly byConcept = new Map<number, Hit[]>();
  private readonly byGroup = new Map<GroupIndex, readonly Hit[]>();
  private ordered: readonly Hit[] | undefined;

  constructor(reading: MatchedText, topics: Topics, { lexicon, hits }: MatchedText['found'][number]) {
    this.lexicon = lexicon;
    this.reading = reading;
    this.topics = topics;
    this.concepts = topics.concepts.length;
    this.hits = hits;
    this.sets = new ConceptSets(hits, topics);
    for (const hit of hits) {
      const own = this.byConcept.get(hit.concept);
      if (own === undefined) this.byConcept.set(hit.concept, [hit]);
      else own.push(hit);
    }
  }

  /** In order of start. */
  of(group: GroupIndex): readonly Hit[] {
    const known = this.byGroup.get(group);
    if (known !== undefined) return known;
    const lists: (readonly Hit[])[] = [];
    for (const concept of this.topics.groups[group]!) {
      const hits = this.byConcept.get(concept);
      if (hits !== undefined) lists.push(hits);
    }
    const merged =
      lists.length > 2
        ? lists.flat().sort((a, b) => a.start - b.start)
        : merge(lists[0] ?? NOTHING, lists[1] ?? NOTHING);
    this.byGroup.set(group, merged);
    return merged;
  }

  /** All hits in order of start; of those with the same start, that of the first concept first, as in the groups. */
  get inOrder(): readonly Hit[] {
    return (this.ordered ??= this.hits.toSorted((a, b) => a.start - b.start || a.concept - b.concept));
  }

  has(group: GroupIndex): boolean {
    return this.sets.has(group);
  }

  hasIn(group: GroupIndex, zones: readonly Zone[]): boolean {
    if (zones.length === 0) return this.has(group);
    return this.of(group).some((hit) => isInZones(hit.sentence, zones, this.reading));
  }
}

/** Two lists in order of start as one; of hits with the same start, those of `one` come first. */
function merge(one: readonly Hit[], other: readonly Hit[]): readonly Hit[] {
  if (other.length === 0) return one;
  const merged: Hit[] = [];
  let at = 0;
  for (const hit of other) {
    while (at < one.length && one[at]!.start <= hit.start) merged.push(one[at++]!);
    merged.push(hit);
  }
  while (at < one.length) merged.push(one[at++]!);
  return merged;
}

/** Whether a sentence is in one of the zones. No zones mean the whole article. */
export function isInZones(sentence: number, zones: readonly Zone[], reading: MatchedText): boolean {
  if (zones.length === 0) return true;
  const field = reading.fields[sentence]!;
  return zones.some(
    (zone) =>
      (zone === 'title' && field === 'title') ||
      (zone === 'lead' && reading.opens[sentence]!) ||
      (zone === 'body' && field === 'text'),
  );
}

import { originalSpan } from '../../matching/matcher.ts';
import type { Hit } from '../hit.ts';
import type { HitIndex } from '../hit-index.ts';
import type { Ground } from '../match.ts';
import { placeWorth } from '../place-worth.ts';
import type { ScoredRules } from '../scored-rules.ts';
import { PLACES, type Place } from './compiled-fit.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { PairFilter } from './pair-filter.ts';
import { pairKey } from './pair-key.ts';
import { MAX_CONCEPTS, wantedPairs } from './sentence-pairs.ts';

/** Words of one kind that are named of a family. */
const SEVERAL = 3;
/** Units of a term that are kept; a "word" in a list of codes may be as long as the text. */
const MAX_TERM = 120;

/**
 * What the fitted weights make of the concepts in an article: the concepts, and pairs of them, with what each adds to the
 * log-odds, highest first. What a family adds is said of its concepts. Rules, counter-evidence and length are left out.
 */
export function groundsOf(found: ScoredRules, index: HitIndex): Ground[] {
  const { fit } = found.topic;
  if (fit === undefined || index.hits.length === 0) return [];
  const evidence = evidenceOf(index);
  const finder = new HitFinder(index, evidence, wantedPairs(index.topics));
  const sums = new Map<string, { readonly hits: readonly Hit[]; readonly several: boolean; adds: number }>();
  const add = (hits: readonly Hit[], adds: number, several: boolean) => {
    if (hits.length === 0) return;
    const key = `${several ? 'several' : ''} ${hits.map(({ concept }) => concept).join(' ')}`;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { hits, several, adds });
    else sum.adds += adds;
  };
  for (const place of PLACES) {
    for (const concept of evidence.present) {
      const adds = fit.places[place][concept]! * evidence[place][concept]!;
      if (adds === 0) continue;
      const hits = finder.at(place, concept);
      add(hits, adds, place === 'many' && hits.length > 1);
    }
  }
  for (const [weights, pairs] of [
    [fit.pairs, evidence.pairs],
    [fit.again, evidence.again],
  ] as const) {
    for (const [key, value] of pairs) {
      const weight = weights.get(key);
      if (weight !== undefined) add(finder.together(key), weight * value, false);
    }
  }
  return [...sums.values()]
    .toSorted((a, b) => b.adds - a.adds)
    .map(({ hits, several, adds }) => toGround(hits, several, adds, index));
}

/** Finds the words in the text that a feature was computed from. */
class HitFinder {
  private readonly index: HitIndex;
  private readonly evidence: Evidence;
  /** The pairs that are asked for. */
  private readonly wanted: PairFilter;
  /** The first hit of each concept in its best place: title, opening, anywhere. */
  private readonly first = new Map<number, Hit>();
  private pairs: Map<number, { readonly hits: readonly [Hit, Hit]; readonly worth: number }> | undefined;

  constructor(index: HitIndex, evidence: Evidence, wanted: PairFilter) {
    this.index = index;
    this.evidence = evidence;
    this.wanted = wanted;
    for (const hit of index.hits) {
      const known = this.first.get(hit.concept);
      if (known === undefined || this.rank(hit) > this.rank(known)) this.first.set(hit.concept, hit);
    }
  }

  /** The best hit of the concept or family at the place; several of a family for `many`. */
  at(place: Place, concept: number): readonly Hit[] {
    const members = this.members(concept);
    if (place === 'many') return apart(members);
    const values = this.evidence[place];
    const best = members.toSorted((a, b) => values[b.concept]! - values[a.concept]!)[0];
    return best === undefined ? [] : [best];
  }

  /** Two hits in one sentence for the pair. */
  together(key: number): readonly Hit[] {
    this.pairs ??= this.pairUp();
    return this.pairs.get(key)?.hits ?? [];
  }

  private rank({ sentence }: Hit): number {
    const { fields, opens } = this.index.reading;
    return fields[sentence] === 'title' ? 2 : opens[sentence]! ? 1 : 0;
  }

  /** A hit of the concept, or one of each concept of the family. */
  private members(concept: number): Hit[] {
    const { concepts, topics } = this.index;
    if (concept < concepts) return [this.first.get(concept)].filter((hit) => hit !== undefined);
    return [...this.first.values()].filter((hit) =>
      topics.families.of[hit.concept]!.includes(concept - concepts),
    );
  }

  /** The best sentence for each wanted pair of concepts or of their families. */
  private pairUp(): Map<number, { readonly hits: readonly [Hit, Hit]; readonly worth: number }> {
    const { reading, concepts, topics } = this.index;
    const best = new Map<number, { readonly hits: readonly [Hit, Hit]; readonly worth: number }>();
    const kin = (concept: number) => [
      concept,
      ...topics.families.of[concept]!.map((family) => concepts + family),
    ];
    for (const [sentence, hits] of Map.groupBy(this.index.hits, (hit) => hit.sentence)) {
      const worth = placeWorth(sentence, reading);
      const distinct = [...new Map(hits.toReversed().map((hit) => [hit.concept, hit])).values()]
        .toSorted((a, b) => a.start - b.start)
        .slice(0, MAX_CONCEPTS);
      for (const [at, one] of distinct.entries()) {
        for (const other of distinct.slice(at + 1)) {
          for (const a of kin(one.concept)) {
            for (const b of kin(other.concept)) {
              const key = pairKey(a, b);
              if (this.wanted.has(a, b) && (best.get(key)?.worth ?? 0) < worth)
                best.set(key, { hits: [one, other], worth });
            }
          }
        }
      }
    }
    return best;
  }
}

/** The hits on different words. One word may be a term of several concepts of a family. */
function apart(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits)
    if (kept.length < SEVERAL && kept.every((other) => hit.end <= other.start || other.end <= hit.start))
      kept.push(hit);
  return kept;
}

function toGround(hits: readonly Hit[], several: boolean, adds: number, index: HitIndex): Ground {
  const { text, fields, opens } = index.reading;
  const { concepts } = index.topics;
  const [first] = hits;
  const place = several
    ? 'several'
    : hits.length > 1
      ? 'sentence'
      : fields[first!.sentence] === 'title'
        ? 'title'
        : opens[first!.sentence]!
          ? 'opening'
          : 'text';
  return {
    place,
    terms: hits.map((hit) => {
      const { start, end } = originalSpan(text, hit.start, hit.end);
      return {
        concept: concepts[hit.concept]!,
        text: text.source.slice(start, Math.min(end, start + MAX_TERM)).toWellFormed(),
      };
    }),
    adds: Math.round(adds * 100) / 100,
  };
}

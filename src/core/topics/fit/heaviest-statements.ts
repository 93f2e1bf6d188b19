import type { Hit } from '../hit.ts';
import type { HitIndex } from '../hit-index.ts';
import { hitsInSentence } from '../hits-in-sentence.ts';
import type { CompiledTopic } from '../topics.ts';
import { type CompiledFit, PLACES } from './compiled-fit.ts';
import { pairKey } from './pair-key.ts';

/** The name in place of a rule, for matches by concepts and their fitted weights. */
const NO_RULE = { id: 'concepts' };
const MAX_STATEMENTS = 3;
/** Concepts shown for one sentence. */
const MAX_CONCEPTS = 4;

/** The sentences with the highest weights of concepts for the topic, highest first; used where no rule fired. */
export function heaviestStatements(topic: CompiledTopic, index: HitIndex) {
  const weights = new ConceptWeights(topic, index);
  return [...Map.groupBy(index.hits, ({ sentence }) => sentence)]
    .map(([sentence, hits]) => ({ sentence, ...weigh(distinct(hits), weights) }))
    .filter(({ hits }) => hits.length > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_STATEMENTS)
    .map(({ sentence, hits }) => ({ rule: NO_RULE, sentence, hits }));
}

/** The heaviest concepts of one sentence; undefined where none has a weight above 0. */
export function statementIn(sentence: number, topic: CompiledTopic, index: HitIndex) {
  const own = hitsInSentence(index.hits, sentence);
  const { hits } = weigh(distinct(own), new ConceptWeights(topic, index));
  return hits.length === 0 ? undefined : { rule: NO_RULE, sentence, hits };
}

/** What a concept, or two in one sentence, adds at most: its own weight and those of its families. */
class ConceptWeights {
  private readonly fit: CompiledFit | undefined;
  private readonly index: HitIndex;

  constructor(topic: CompiledTopic, index: HitIndex) {
    this.index = index;
    this.fit = topic.fit;
  }

  of(concept: number): number {
    const { fit } = this;
    if (fit === undefined) return 0;
    const most = (one: number) => Math.max(0, ...PLACES.map((place) => fit.places[place][one]!));
    return this.withKin(concept).reduce((sum, one) => sum + most(one), 0);
  }

  ofPair(a: number, b: number): number {
    const { fit } = this;
    if (fit === undefined) return 0;
    let sum = 0;
    for (const one of this.withKin(a)) {
      for (const other of this.withKin(b)) sum += Math.max(0, fit.pairs.get(pairKey(one, other)) ?? 0);
    }
    return sum;
  }

  private withKin(concept: number): number[] {
    const { concepts, topics } = this.index;
    return [concept, ...topics.families.of[concept]!.map((family) => concepts + family)];
  }
}

function distinct(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.toReversed().map((hit) => [hit.concept, hit])).values()];
}

function weigh(
  hits: readonly Hit[],
  weights: ConceptWeights,
): { readonly hits: readonly Hit[]; readonly weight: number } {
  const worth = hits.map((hit) =>
    hits.reduce(
      (sum, other) =>
        sum + (other === hit ? weights.of(hit.concept) : weights.ofPair(hit.concept, other.concept) / 2),
      0,
    ),
  );
  const heaviest = hits
    .map((hit, index) => ({ hit, own: worth[index]! }))
    .filter(({ own }) => own > 0)
    .toSorted((a, b) => b.own - a.own)
    .slice(0, MAX_CONCEPTS);
  return {
    hits: heaviest.map(({ hit }) => hit).toSorted((a, b) => a.start - b.start),
    weight: heaviest.reduce((sum, { own }) => sum + own, 0),
  };
}

import type { Hit } from '../find-evidence.ts';
import type { HitIndex } from '../fire-rules.ts';
import type { CompiledTopic } from '../topics.ts';
import { pairKey } from './evidence.ts';

/** Stands for a rule where only concepts and their fitted weights speak for a topic. */
const NO_RULE = { id: 'concepts' };
const MAX_STATEMENTS = 3;
/** Concepts shown of one sentence. */
const MAX_CONCEPTS = 4;

/** The sentences whose concepts weigh most for the topic, where no rule fired: the heaviest first. */
export function tellingStatements(topic: CompiledTopic, index: HitIndex) {
  const single = new Map<number, number>();
  const pairs = new Map<number, number>();
  for (const { feature, weight } of topic.fit?.features ?? []) {
    if (weight <= 0) continue;
    if (feature.kind === 'pair') pairs.set(feature.key, weight);
    else if ('concept' in feature)
      single.set(feature.concept, Math.max(weight, single.get(feature.concept) ?? 0));
  }
  return [...Map.groupBy(index.hits, ({ sentence }) => sentence)]
    .map(([sentence, hits]) => ({ sentence, ...weigh(distinct(hits), single, pairs) }))
    .filter(({ hits }) => hits.length > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_STATEMENTS)
    .map(({ sentence, hits }) => ({ rule: NO_RULE, sentence, hits }));
}

function distinct(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.toReversed().map((hit) => [hit.concept, hit])).values()];
}

function weigh(
  hits: readonly Hit[],
  single: ReadonlyMap<number, number>,
  pairs: ReadonlyMap<number, number>,
): { readonly hits: readonly Hit[]; readonly weight: number } {
  const worth = hits.map((hit) =>
    hits.reduce(
      (sum, other) =>
        sum +
        (other === hit
          ? (single.get(hit.concept) ?? 0)
          : (pairs.get(pairKey(hit.concept, other.concept)) ?? 0) / 2),
      0,
    ),
  );
  const told = hits
    .map((hit, index) => ({ hit, own: worth[index]! }))
    .filter(({ own }) => own > 0)
    .toSorted((a, b) => b.own - a.own)
    .slice(0, MAX_CONCEPTS);
  return {
    hits: told.map(({ hit }) => hit).toSorted((a, b) => a.start - b.start),
    weight: told.reduce((sum, { own }) => sum + own, 0),
  };
}

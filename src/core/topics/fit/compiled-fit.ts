import type { FitDefinition } from '../definition.ts';
import type { Cuts } from '../confidence.ts';
import { featureName, parseFeature } from './feature.ts';
import { pairKey } from './pair-key.ts';
import { SHAPES, type Shape } from './shape-names.ts';

/** The places where a concept or family may stand, and `many`, which is how many of a family there are. */
export const PLACES = ['title', 'opening', 'text', 'many'] as const;
export type Place = (typeof PLACES)[number];

/** Fitted weights in tables, so that only what an article has is looked up. */
export interface CompiledFit {
  readonly bias: number;
  readonly cuts: Cuts;
  /** By concept, then by family. */
  readonly places: Readonly<Record<Place, Float64Array>>;
  /** By `pairKey`. */
  readonly pairs: ReadonlyMap<number, number>;
  /** By `pairKey` of two families. */
  readonly again: ReadonlyMap<number, number>;
  /** By the key of the lexicon. */
  readonly languages: ReadonlyMap<string, number>;
  readonly rules: ReadonlyMap<string, number>;
  readonly counters: ReadonlyMap<string, number>;
  readonly shape: Readonly<Record<Shape, number>>;
  readonly score: number;
  readonly length: number;
}

/** Leaves out weights of concepts that are not defined any more; `topics check` lists them. */
export function compileFit(
  { bias, cuts, weights }: FitDefinition,
  conceptOf: ReadonlyMap<string, number>,
): CompiledFit {
  const zeros = () => new Float64Array(conceptOf.size);
  const places = { title: zeros(), opening: zeros(), text: zeros(), many: zeros() };
  const pairs = new Map<number, number>();
  const again = new Map<number, number>();
  const languages = new Map<string, number>();
  const rules = new Map<string, number>();
  const counters = new Map<string, number>();
  for (const [name, weight] of weights) {
    const feature = parseFeature(name);
    if (feature?.kind === 'rule') rules.set(feature.id, weight);
    else if (feature?.kind === 'counter') counters.set(feature.id, weight);
    else if (feature?.kind === 'language') languages.set(feature.id, weight);
    if (feature === undefined || !('concept' in feature)) continue;
    const one = conceptOf.get(feature.concept);
    if (one === undefined) continue;
    if (feature.kind !== 'pair' && feature.kind !== 'again') {
      places[feature.kind][one] = weight;
      continue;
    }
    const other = conceptOf.get(feature.other);
    if (other !== undefined) (feature.kind === 'pair' ? pairs : again).set(pairKey(one, other), weight);
  }
  const shape = Object.fromEntries(
    SHAPES.map((id) => [id, weights.get(featureName({ kind: 'shape', id })) ?? 0]),
  ) as Record<Shape, number>;
  const score = weights.get('score') ?? 0;
  const length = weights.get('length') ?? 0;
  return { bias, cuts, places, pairs, again, languages, rules, counters, shape, score, length };
}

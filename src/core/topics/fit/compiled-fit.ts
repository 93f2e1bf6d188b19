import type { Cuts } from '../confidence.ts';
import { pairKey } from './evidence.ts';
import { parseFeature } from './feature.ts';

/** A topic's fitted weights as in the file. */
export interface FitDefinition {
  /** The log-odds for an article without any feature. */
  readonly bias: number;
  readonly cuts: Cuts;
  /** What one unit of each feature adds to the log-odds, by the feature's name. */
  readonly weights: ReadonlyMap<string, number>;
  readonly file: string;
  readonly line: number;
}

/** A feature with its concepts and families as numbers. */
export type CompiledFeature =
  | { readonly kind: 'title' | 'opening' | 'text' | 'many'; readonly concept: number }
  | { readonly kind: 'pair'; readonly key: number; readonly concepts: readonly [number, number] }
  | { readonly kind: 'rule' | 'counter'; readonly id: string }
  | { readonly kind: 'score' | 'length' };

export interface CompiledFit {
  readonly bias: number;
  readonly cuts: Cuts;
  readonly features: readonly { readonly feature: CompiledFeature; readonly weight: number }[];
}

/** Undefined for an invalid name or one with a concept that is not defined. */
function compileFeature(
  name: string,
  conceptOf: (id: string) => number | undefined,
): CompiledFeature | undefined {
  const feature = parseFeature(name);
  switch (feature?.kind) {
    case undefined:
      return undefined;
    case 'title':
    case 'opening':
    case 'text':
    case 'many': {
      const concept = conceptOf(feature.concept);
      return concept === undefined ? undefined : { kind: feature.kind, concept };
    }
    case 'pair': {
      const one = conceptOf(feature.concept);
      const other = conceptOf(feature.other);
      if (one === undefined || other === undefined) return undefined;
      return { kind: 'pair', key: pairKey(one, other), concepts: [one, other] };
    }
    default:
      return feature;
  }
}

/** Leaves out weights of concepts that are not defined any more; `topics check` lists them. */
export function compileFit(
  { bias, cuts, weights }: FitDefinition,
  conceptOf: (id: string) => number | undefined,
): CompiledFit {
  const features = [...weights].flatMap(([name, weight]) => {
    const feature = compileFeature(name, conceptOf);
    return feature === undefined ? [] : [{ feature, weight }];
  });
  return { bias, cuts, features };
}

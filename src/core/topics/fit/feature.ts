import { FAMILY_PREFIX } from '../families.ts';
import { LEXICON_KEYS, type LexiconLanguage } from '../languages.ts';
import { SHAPES, type Shape } from './shape-names.ts';

/**
 * A feature to which a weight may be fitted, by its name in the file of weights. Instead of a concept a family of
 * concepts may be named: `text/family:measure`, `pair/chip+family:measure`.
 */
export type Feature =
  /** `title/chip`: the concept is in the title. `opening` is the lead or the first words, `text` anywhere. */
  | { readonly kind: 'title' | 'opening' | 'text'; readonly concept: string }
  /** `many/family:measure`: how many concepts of the family are in the article, beyond the first. */
  | { readonly kind: 'many'; readonly concept: string }
  /** `pair/chip+customs`: both concepts in one sentence, in alphabetical order. */
  | { readonly kind: 'pair'; readonly concept: string; readonly other: string }
  /** `again/family:measure+family:part`: a second sentence has concepts of both families. */
  | { readonly kind: 'again'; readonly concept: string; readonly other: string }
  /** `rule/customs-act-on-chips`: a rule of the topic fires, in the title or elsewhere. */
  | { readonly kind: 'rule'; readonly id: string }
  /** `counter/patent-case`: counter-evidence of the topic. */
  | { readonly kind: 'counter'; readonly id: string }
  /**
   * `language/de`: the lexicon that was used. Terms of one lexicon are more ambiguous than those of another, or find
   * less.
   */
  | { readonly kind: 'language'; readonly id: LexiconLanguage }
  /** `shape/subjects`: how the evidence is spread over the article; see `shape.ts`. */
  | { readonly kind: 'shape'; readonly id: Shape }
  /** `score`: the combined value of all rules. `length`: the length of the text. */
  | { readonly kind: 'score' | 'length' };

/** The feature's name; `parseFeature` reads it. */
export function featureName(feature: Feature): string {
  switch (feature.kind) {
    case 'title':
    case 'opening':
    case 'text':
    case 'many':
      return `${feature.kind}/${feature.concept}`;
    case 'pair':
    case 'again':
      return `${feature.kind}/${feature.concept}+${feature.other}`;
    case 'rule':
    case 'counter':
    case 'shape':
    case 'language':
      return `${feature.kind}/${feature.id}`;
    case 'score':
    case 'length':
      return feature.kind;
  }
}

/** Parses a feature's name; undefined for an invalid one. */
export function parseFeature(name: string): Feature | undefined {
  if (name === 'score' || name === 'length') return { kind: name };
  const slash = name.indexOf('/');
  const kind = name.slice(0, slash);
  const rest = name.slice(slash + 1);
  if (slash < 0 || rest === '') return undefined;
  if (kind === 'title' || kind === 'opening' || kind === 'text' || kind === 'many')
    return { kind, concept: rest };
  if (kind === 'rule' || kind === 'counter') return { kind, id: rest };
  if (kind === 'shape') {
    const id = SHAPES.find((shape) => shape === rest);
    return id && { kind, id };
  }
  if (kind === 'language') {
    const id = LEXICON_KEYS.find((key) => key === rest);
    return id && { kind, id };
  }
  const [concept, other, ...more] = rest.split('+');
  if (kind !== 'pair' && kind !== 'again') return undefined;
  if (!concept || !other || more.length > 0 || concept >= other) return undefined;
  if (kind === 'again' && ![concept, other].every((one) => one.startsWith(FAMILY_PREFIX))) return undefined;
  return { kind, concept, other };
}

/** The concepts and families in the name of a feature. */
export function conceptsOf(name: string): string[] {
  const feature = parseFeature(name);
  if (feature === undefined || !('concept' in feature)) return [];
  return 'other' in feature ? [feature.concept, feature.other] : [feature.concept];
}

import counted from '../../../config/stories/common-terms.json' with { type: 'json' };

/**
 * How much a frequent term of chip and trade news counts when reports are compared; a term that is not listed counts
 * 1. Counted over the classifier's labelled set: at least an eighth, a twentieth, or a fortieth of a language's
 * articles have the term.
 */
export const commonTerms: ReadonlyMap<string, number> = new Map([
  ...entries(counted.aFortieth, 0.65),
  ...entries(counted.aTwentieth, 0.4),
  ...entries(counted.anEighth, 0.2),
]);

function entries(terms: string, rarity: number): [string, number][] {
  return terms.split(' ').map((term) => [term, rarity]);
}

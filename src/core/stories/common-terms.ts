import counted from '../../../config/stories/common-terms.json' with { type: 'json' };

/**
 * How much a frequent term of chip and trade news distinguishes reports, against 1 for a term that is not listed. Counted over the
 * classifier's labelled set: at least an eighth, a twentieth, a fortieth of the articles of a language have the term.
 */
export const commonTerms: ReadonlyMap<string, number> = new Map([
  ...entries(counted.aFortieth, 0.65),
  ...entries(counted.aTwentieth, 0.4),
  ...entries(counted.anEighth, 0.2),
]);

function entries(terms: string, rarity: number): [string, number][] {
  return terms.split(' ').map((term) => [term, rarity]);
}

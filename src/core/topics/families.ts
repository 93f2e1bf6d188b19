import type { TopicDefinitions } from './definition.ts';

/**
 * Concepts of similar meaning. A family counts as a further concept, numbered after the concepts, so that a term
 * without any labelled article has the weight of its family.
 */
export interface Families {
  readonly names: readonly string[];
  /** The families of each concept, by the concept's index: numbers in `names`. */
  readonly of: readonly (readonly number[])[];
}

/** The prefix of a family in the names of features: `text/family:measure`. */
export const FAMILY_PREFIX = 'family:';

/** Numbers the families and lists those of each concept. */
export function compileFamilies({
  concepts,
  families,
}: Pick<TopicDefinitions, 'concepts' | 'families'>): Families {
  const names = [...families.keys()].map((id) => `${FAMILY_PREFIX}${id}`);
  const members = [...families.values()].map((list) => new Set(list));
  const of = [...concepts.keys()].map((id) =>
    members.flatMap((family, index) => (family.has(id) ? [index] : [])),
  );
  return { names, of };
}

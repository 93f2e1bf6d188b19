import { type FeatureKind, information } from './feature-frequency.ts';
import { quantityKind } from './keys.ts';
import { quantityAgreement, significantDigits } from './compare-quantities.ts';
import type { StoryFeatures, StoryMember, StoryQuantity, StoryRecord } from './story.ts';

/** A weight that an item has only when it is in the title and in the opening. */
export const LEADING = 0.55;
export const LISTED_WEIGHT = 0.6;
const LEAST_DIGITS = 0.2;
export const LEADING_FIGURES = 4;
/** Figures with a lower weight are details and comparisons. */
const DETAIL = 0.5;
const DAY = 86_400_000;

export const WEIGHTED = ['entities', 'names', 'places', 'actions', 'ideas'] as const;
export const LISTED = ['models', 'concepts', 'dates'] as const;
export type Field = (typeof WEIGHTED)[number] | (typeof LISTED)[number];
export const KIND: Readonly<Record<Field, FeatureKind>> = {
  entities: 'entity',
  names: 'name',
  places: 'place',
  actions: 'action',
  ideas: 'idea',
  models: 'model',
  concepts: 'concept',
  dates: 'date',
};
/** Kinds of items that identify who and where. */
const IDENTIFYING: ReadonlySet<Field> = new Set(['entities', 'names', 'places', 'models']);
/** Kinds of items that say what happened. */
const HAPPENING: ReadonlySet<Field> = new Set(['actions', 'ideas']);

interface Item {
  readonly field: Field;
  readonly id: string;
  readonly shown: string;
  readonly weight: number;
  readonly digits: number;
  readonly country: boolean;
  /** The evidence that a shared item adds to. */
  readonly evidence: Field | 'countries';
  /** What it says of an event: who and where, or what happened. */
  readonly says: 'who' | 'what' | 'other';
}

/** An article prepared for comparison with many stories. */
export interface Subject {
  readonly features: StoryFeatures;
  readonly items: readonly Item[];
  readonly at: ReadonlyMap<Field, ReadonlyMap<string, number>>;
  readonly figures: readonly { readonly quantity: StoryQuantity; readonly digits: number }[];
  readonly identity: number;
  readonly ideas: number;
  readonly leads: number;
  readonly leadIdeas: number;
  readonly subjects: number;
  readonly terms: ReadonlyMap<number, number>;
  /** Sum of the squared weights of its terms, for the cosine. */
  readonly termsNorm: number;
}

/** Weights the items of an article by rarity: an item of many stories distinguishes none. */
export function subjectOf(
  features: StoryFeatures,
  candidates: readonly Pick<StoryRecord, 'members'>[],
): Subject {
  const items: Item[] = [];
  const at = new Map<Field, Map<string, number>>();
  const add = (field: Field, id: string, weight: number, shown: string): void => {
    const country = id.startsWith('country:');
    let known = at.get(field);
    if (known === undefined) at.set(field, (known = new Map()));
    known.set(id, items.length);
    const evidence = country ? 'countries' : field;
    const says = !country && IDENTIFYING.has(field) ? 'who' : HAPPENING.has(field) ? 'what' : 'other';
    items.push({ field, id, shown, weight, digits: information(KIND[field], id), country, evidence, says });
  };
  for (const field of WEIGHTED)
    for (const [id, weight, written] of features[field] ?? [])
      add(field, id, weight, (written as string | undefined) ?? id);
  for (const field of LISTED) for (const id of features[field]) add(field, id, LISTED_WEIGHT, id);
  for (const [index, item] of items.entries())
    if (item.field === 'dates') items[index] = { ...item, digits: dateDigits(item.id, features.at) };
  for (const [index, count] of storiesWith(at, items.length, candidates).entries())
    if (count > 1) {
      const item = items[index]!;
      items[index] = { ...item, digits: Math.max(LEAST_DIGITS, item.digits - Math.log10(count)) };
    }
  const sum = (chosen: (item: Item) => boolean) =>
    items.reduce((total, item) => total + (chosen(item) ? item.digits * item.weight : 0), 0);
  return {
    features,
    items,
    at,
    figures: features.quantities.filter(isFirstOfItsAmount).map((quantity, index) => ({
      quantity,
      digits:
        (information(quantityKind(quantity), '') *
          precision(quantity) *
          (index < LEADING_FIGURES ? 1 : DETAIL)) /
        Math.max(1, candidates.filter(({ members }) => gives(members, quantity)).length),
    })),
    identity: sum(({ says }) => says === 'who'),
    ideas: sum(({ says }) => says === 'what'),
    leads: sum(({ says, weight }) => says === 'who' && weight >= LEADING),
    leadIdeas: sum(({ says, weight }) => says === 'what' && weight >= LEADING),
    subjects: items.filter(
      ({ field, country, weight }) => field === 'entities' && !country && weight < LEADING,
    ).length,
    terms: new Map(features.terms),
    termsNorm: features.terms.reduce((total, [, weight]) => total + weight * weight, 0),
  };
}

/** How many candidate stories have each item. An item in ten of them counts one digit less. */
function storiesWith(
  at: ReadonlyMap<Field, ReadonlyMap<string, number>>,
  length: number,
  candidates: readonly Pick<StoryRecord, 'members'>[],
): Uint16Array {
  const counts = new Uint16Array(length);
  const last = new Uint16Array(length);
  for (const [number, { members }] of candidates.entries())
    for (const field of WEIGHTED) {
      const known = at.get(field);
      if (known === undefined) continue;
      for (const { features } of members) {
        const theirs = features[field];
        for (let other = 0; other < (theirs?.length ?? 0); other += 1) {
          const index = known.get(theirs![other]![0]);
          if (index === undefined || last[index] === number + 1) continue;
          last[index] = number + 1;
          counts[index]! += 1;
        }
      }
    }
  return counts;
}

/** Every report of a day names that day, so it counts little. An earlier or later day counts more. */
function dateDigits(date: string, at: number): number {
  const days = Math.abs(Date.parse(date) - at) / DAY;
  return days <= 2 ? 0.3 : days <= 7 ? 0.9 : 1.6;
}

/** The same amount rounded, or in another currency, is given once: 5.63 billion yuan, 5.6 billion, 780 million dollars. */
function isFirstOfItsAmount(
  quantity: StoryQuantity,
  at: number,
  quantities: readonly StoryQuantity[],
): boolean {
  return !quantities.slice(0, at).some((earlier) => quantityAgreement(earlier, quantity) > 0);
}

/** A figure in several stories is usually background. */
function gives(members: readonly StoryMember[], quantity: StoryQuantity): boolean {
  return members.some(({ features }) =>
    features.quantities.some((other) => quantityAgreement(quantity, other) > 0),
  );
}

/**
 * How much a shared figure says: two reports share 2,437 by chance less often than the round 2,000, and 14 more often
 * than both.
 */
function precision({ value, unit }: StoryQuantity): number {
  if (unit === 'n' && value < 100) return value < 20 ? 0.45 : 0.65;
  const significant = significantDigits(value);
  return significant <= 1 ? 0.6 : significant === 2 ? 0.85 : 1.15;
}

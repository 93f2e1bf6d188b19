import { type FeatureKind, featureFrequency } from './feature-frequency.ts';
import { hash32 } from './hash.ts';
import type { StoryFeatures, StoryQuantity } from './story.ts';

const MAX_KEYS = 96;
const SHINGLE_KEYS = 10;
const TERM_KEYS = 7;
const COMBINED_ITEMS = 11;
const MAX_COMBINED = 46;
const MOST_COMBINED = 4;
/** The largest share of our matched articles that a key should have: 30 of 10,000 in a fortnight. */
const RARE_ENOUGH = 0.003;

interface Item {
  readonly token: string;
  readonly share: number;
  /** How much it says about this article. */
  readonly weight: number;
}

/**
 * The keys under which an article is found by another report of its event: the smallest shingle hashes (for copies,
 * also shortened ones), each rare item alone, and sets of up to four items that are common alone but rare together.
 * All are hashed to signed 32 bits; a collision costs one useless candidate.
 */
export function storyKeys(features: StoryFeatures): number[] {
  const keys = new Set<number>();
  for (const hash of features.sketch.slice(0, SHINGLE_KEYS)) keys.add(hash | 0);
  const items = itemsOf(features).sort((a, b) => worth(b) - worth(a));
  for (const item of items) {
    if (item.share <= RARE_ENOUGH && keys.size < MAX_KEYS / 2) keys.add(hash32(item.token) | 0);
  }
  const common = items.filter((item) => item.share > RARE_ENOUGH).slice(0, COMBINED_ITEMS);
  for (const token of combinations(common)) keys.add(hash32(token) | 0);
  for (const token of termPairs(features)) keys.add(hash32(token) | 0);
  return [...keys].slice(0, MAX_KEYS);
}

function worth(item: Item): number {
  return -Math.log10(item.share) * item.weight;
}

function itemsOf(features: StoryFeatures): Item[] {
  const items: Item[] = [];
  const add = (prefix: string, kind: FeatureKind, id: string, weight: number): void => {
    items.push({ token: `${prefix}:${id}`, share: featureFrequency(kind, id), weight });
  };
  for (const [id, weight] of features.entities) add('e', 'entity', id, weight);
  for (const [id, weight] of features.places) add('l', 'place', id, weight);
  for (const [id, weight] of features.names) add('n', 'name', id, weight * 0.8);
  for (const [id, weight] of features.actions) add('a', 'action', id, weight);
  for (const id of features.models) add('m', 'model', id, 0.6);
  for (const id of features.concepts.slice(0, 6)) add('c', 'concept', id, 0.5);
  for (const id of features.dates.slice(0, 3)) add('d', 'date', id, 0.4);
  for (const quantity of features.quantities.slice(0, 8)) {
    add('q', quantityKind(quantity), roundedQuantity(quantity), 0.6);
  }
  return items;
}

/** The kind of feature that a figure is: a share, an amount of money or a count. */
export function quantityKind({ unit }: StoryQuantity): FeatureKind {
  if (unit === '%') return 'percent';
  return /^[A-Z]{3}$/.test(unit) ? 'money' : 'count';
}

/** Rounded to two digits, so that `1.46 billion` and `1.5 billion` give the same key. */
function roundedQuantity({ value, unit }: StoryQuantity): string {
  return `${unit}${Number(value.toPrecision(2))}`;
}

/** The smallest sets that are rare enough, beginning with the items of highest weight. */
function combinations(items: readonly Item[]): string[] {
  const found: { token: string; weight: number }[] = [];
  const extend = (set: readonly Item[], share: number, from: number): void => {
    for (let index = from; index < items.length; index += 1) {
      const item = items[index]!;
      const larger = [...set, item];
      if (share * item.share > RARE_ENOUGH) {
        if (larger.length < MOST_COMBINED) extend(larger, share * item.share, index + 1);
      } else if (larger.every((one) => (share * item.share) / one.share > RARE_ENOUGH)) {
        const token = larger
          .map((one) => one.token)
          .sort()
          .join('+');
        found.push({
          token,
          weight: larger.reduce((product, one) => product * one.weight, 1) ** (1 / larger.length),
        });
      }
    }
  };
  extend([], 1, 0);
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_COMBINED)
    .map(({ token }) => token);
}

/** Pairs of the strongest terms of one language, for reports that share words but no known name. */
function termPairs(features: StoryFeatures): string[] {
  const terms = features.terms.slice(0, TERM_KEYS).map(([hash]) => hash);
  terms.sort((a, b) => a - b);
  const pairs: string[] = [];
  for (let i = 0; i < terms.length; i += 1) {
    for (let j = i + 1; j < terms.length; j += 1) pairs.push(`t:${terms[i]!}+${terms[j]!}`);
  }
  return pairs;
}

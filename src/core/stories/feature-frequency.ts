import frequencies from '../../../config/stories/frequencies.json' with { type: 'json' };

/**
 * The share of our articles that have a feature; `usual` for features that are not listed. Written by `npm run
 * fit:stories`.
 */
const { usual, frequent } = frequencies as {
  readonly usual: Readonly<Record<FeatureKind | 'country', number>>;
  readonly frequent: Readonly<Partial<Record<FeatureKind, Readonly<Record<string, number>>>>>;
};

export type FeatureKind =
  | 'entity'
  | 'place'
  | 'name'
  | 'model'
  | 'money'
  | 'percent'
  | 'count'
  | 'date'
  | 'period'
  | 'action'
  | 'idea'
  | 'concept'
  | 'topic';

const tables = new Map(
  Object.entries(frequent).map(([kind, shares]) => [kind, new Map(Object.entries(shares))]),
);
/** The same as information in decimal digits, cached because a decision needs thousands of them. */
const digits = new Map(
  [...tables].map(([kind, shares]) => [
    kind,
    new Map([...shares].map(([id, share]) => [id, -Math.log10(share)])),
  ]),
);
const usualDigits = Object.fromEntries(
  Object.entries(usual).map(([kind, share]) => [kind, -Math.log10(share)]),
) as typeof usual;

/** The probability that an article of our subjects has this feature. */
export function featureFrequency(kind: FeatureKind, id: string): number {
  return tables.get(kind)?.get(id) ?? (id.startsWith('country:') ? usual.country : usual[kind]);
}

/** The information of a shared feature in decimal digits: 1 for one article in ten, 3 for one in a thousand. */
export function information(kind: FeatureKind, id: string): number {
  return digits.get(kind)?.get(id) ?? (id.startsWith('country:') ? usualDigits.country : usualDigits[kind]);
}

/** Kinds of features that can be shared, each with the share of the field's articles that a usual one stands in. */
const USUAL = {
  entity: 0.01,
  country: 0.06,
  place: 0.006,
  name: 0.001,
  model: 0.004,
  money: 0.002,
  percent: 0.01,
  count: 0.004,
  date: 0.02,
  period: 0.05,
  action: 0.08,
  concept: 0.06,
} as const;

export type FeatureKind = keyof typeof USUAL;

/** What every second item is about. Shares are rounded estimates for a month of news on chips and trade. */
const FREQUENT: Readonly<Record<string, number>> = {
  china: 0.5,
  us: 0.45,
  nvidia: 0.3,
};

/** Probability that an article of the field has this feature. */
export function commonness(kind: FeatureKind, id: string): number {
  return FREQUENT[id] ?? USUAL[kind];
}

/** Information of a shared feature in decimal digits: 1 for one article in ten, 3 for one in a thousand. */
export function information(kind: FeatureKind, id: string): number {
  return -Math.log10(commonness(kind, id));
}

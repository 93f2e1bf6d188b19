/**
 * How common a feature is in news of chips and trade: the share of articles that have it, counted over the labelled set of the
 * classifier (fixtures/labelled.jsonl, without the easy negatives) and rounded. What is not listed takes its kind's usual share.
 */
const USUAL = {
  entity: 0.008,
  country: 0.02,
  place: 0.006,
  name: 0.003,
  model: 0.004,
  money: 0.002,
  percent: 0.008,
  count: 0.004,
  date: 0.02,
  period: 0.05,
  action: 0.05,
  concept: 0.06,
  topic: 0.3,
} as const;

export type FeatureKind = keyof typeof USUAL;

const FREQUENT: Readonly<Record<string, number>> = {
  'country:cn': 0.42,
  'country:us': 0.34,
  nvidia: 0.31,
  huawei: 0.17,
  cambricon: 0.1,
  h20: 0.09,
  ascend: 0.07,
  h200: 0.05,
  'country:my': 0.05,
  'country:kr': 0.05,
  'country:tw': 0.05,
  amd: 0.04,
  smic: 0.04,
  tsmc: 0.05,
  'country:nl': 0.04,
  'country:jp': 0.04,
  'us-commerce': 0.04,
  'country:in': 0.03,
  'country:de': 0.03,
  'country:eu': 0.03,
  'country:gb': 0.03,
  'country:fr': 0.03,
  'country:sg': 0.03,
  'country:hk': 0.03,
  'country:ru': 0.03,
  intel: 0.04,
  'moore-threads': 0.03,
  'rtx-6000d': 0.03,
  cuda: 0.03,
  blackwell: 0.03,
  asml: 0.04,
  h100: 0.03,
  samsung: 0.04,
  'sk-hynix': 0.03,
  'cn-customs': 0.03,
  'cn-mofcom': 0.03,
  alibaba: 0.02,
  tencent: 0.02,
  bytedance: 0.02,
  deepseek: 0.02,
  hbm: 0.02,
  apple: 0.02,
  microsoft: 0.02,
  shanghai: 0.05,
  shenzhen: 0.04,
  singapore: 0.03,
  texas: 0.02,
  hongkong: 0.03,
  london: 0.02,
  tokyo: 0.02,
  seoul: 0.02,
  ban: 0.24,
  switch: 0.18,
  ease: 0.17,
  order: 0.16,
  statistics: 0.14,
  arrest: 0.13,
  restrict: 0.13,
  seize: 0.12,
  earnings: 0.11,
  price: 0.11,
  smuggle: 0.09,
  invest: 0.08,
  inspect: 0.08,
  launch: 0.08,
  probe: 0.06,
  halt: 0.06,
  build: 0.06,
};

/** Probability that an article of the field has this feature. */
export function commonness(kind: FeatureKind, id: string): number {
  return FREQUENT[id] ?? (id.startsWith('country:') ? USUAL.country : USUAL[kind]);
}

/** Information of a shared feature in decimal digits: 1 for one article in ten, 3 for one in a thousand. */
export function information(kind: FeatureKind, id: string): number {
  return -Math.log10(commonness(kind, id));
}

/** An item with the topics that people gave it and those that the classifier found. */
export interface LabelledResult {
  readonly language: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Precision, recall and F1 (0 to 1); undefined where the denominator is 0. */
export interface Score {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
}

export interface Measurement {
  readonly items: number;
  /** By topic; `any` is whether an item has any topic at all. */
  readonly scores: ReadonlyMap<string, Score>;
}

export const ANY_TOPIC = 'any';

/** Computes the scores of a group of results for the given topics. */
export function measure(results: readonly LabelledResult[], topics: readonly string[]): Measurement {
  const scores = new Map<string, Score>();
  for (const topic of topics) {
    scores.set(
      topic,
      score(results.map(({ expected, found }) => [expected.includes(topic), found.includes(topic)])),
    );
  }
  scores.set(ANY_TOPIC, score(results.map(({ expected, found }) => [expected.length > 0, found.length > 0])));
  return { items: results.length, scores };
}

/** The same for each language, most frequent first. */
export function measureByLanguage(
  results: readonly LabelledResult[],
  topics: readonly string[],
): [language: string, measurement: Measurement][] {
  const groups = Map.groupBy(results, (result) => result.language);
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([language, own]) => [language, measure(own, topics)]);
}

function score(pairs: readonly (readonly [expected: boolean, found: boolean])[]): Score {
  const hits = pairs.filter(([expected, found]) => expected && found).length;
  const falseAlarms = pairs.filter(([expected, found]) => !expected && found).length;
  const misses = pairs.filter(([expected, found]) => expected && !found).length;
  const ratio = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);
  return {
    precision: ratio(hits, hits + falseAlarms),
    recall: ratio(hits, hits + misses),
    f1: ratio(2 * hits, 2 * hits + falseAlarms + misses),
    hits,
    falseAlarms,
    misses,
  };
}

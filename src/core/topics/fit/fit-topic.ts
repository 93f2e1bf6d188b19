import { findTerms } from '../find-evidence.ts';
import { HitIndex } from '../hit-index.ts';
import type { ClassifiableArticle } from '../match.ts';
import { type ScoredRules, scoreTopic } from '../score-topic.ts';
import type { CompiledTopic, Topics } from '../topics.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import { excerptsOf } from './excerpts.ts';
import { loneSentences, sentencesOf, withSentence } from './best-sentence.ts';
import { sourceOf } from './evidence.ts';
import { listFeatures } from './list-features.ts';
import { type Logistic, type Penalty, type Sample, fitLogistic, logOddsOf } from './logistic.ts';

/** An article with the topics that a person gave it, and its source: an author, an archive, a file. */
export interface LabelledArticle {
  readonly article: ClassifiableArticle;
  readonly topics: readonly string[];
  /** The topics that were judged; all if undefined. */
  readonly judged?: readonly string[] | undefined;
  readonly source: string;
}

type Features = ReadonlyMap<string, number>;

/** The features of one article for one topic. */
export interface FoundFeatures {
  /** Those of each sentence that names enough, as if it was the whole article, and how many sentences there are. */
  readonly alone: { readonly features: readonly Features[]; readonly sentences: number };
  /** Undefined where the guard kept the rules from being tried; then the confidence is 0 with any weights. */
  readonly features: Features | undefined;
  /** The same of the article's excerpts. */
  readonly excerpts: readonly (Features | undefined)[];
  readonly isPositive: boolean;
  readonly source: string;
}

/** Fitted weights, and the log-odds of each article from weights that were fitted without it. */
export interface TopicFit {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
  /**
   * By article; undefined where the guard failed. Each fifth of the articles is judged by weights fitted to the
   * others.
   */
  readonly unseen: readonly (number | undefined)[];
  /** The same with each source judged by weights fitted to the other sources; empty with only one source. */
  readonly leftOut: readonly (number | undefined)[];
}

const FOLDS = 5;
/** A weight that rests on fewer articles says something about them, not about the topic. */
const LEAST_ARTICLES = 4;
/**
 * Chosen by cross-validation over fourteen sources. With 0.6 and 6 there are five times as many weights, with the same
 * ranking (average precision .972 instead of .971 on sources left out) and F scores that differ by .001.
 */
const PENALTY: Penalty = { l1: 3, l2: 3 };
/**
 * The weight of an excerpt, as a share of its article's. An excerpt may not say what the article is about, so it counts
 * less. Chosen by cross-validation: with 0.15 to 0.3 sources left out gain alike.
 */
const EXCERPT_WORTH = 0.2;
/** Weights are rounded to this precision; those that become 0 are dropped. */
const DIGITS = 100;

/** The features of each article for one topic. */
export function findFeatures(
  topic: CompiledTopic,
  topics: Topics,
  articles: readonly LabelledArticle[],
): FoundFeatures[] {
  // Hand-written weights are evidence; the weights of an earlier fit are not.
  const plain = { ...topic, fit: undefined };
  return articles.map(({ article, topics: labels, source }) => {
    const best = bestReading(article, plain, topics);
    return {
      features: best && featuresOf(best, topics),
      alone: {
        features:
          best === undefined
            ? []
            : [...loneSentences(best.index, best.found)].map((one) =>
                listFeatures(one.source, one.found, topics),
              ),
        sentences: best === undefined ? 0 : sentencesOf(best.index),
      },
      excerpts: excerptsOf(article).map((excerpt) => {
        const own = bestReading(excerpt, plain, topics);
        return own && featuresOf(own, topics);
      }),
      isPositive: labels.includes(topic.id),
      source,
    };
  });
}

interface ScoredReading {
  readonly index: HitIndex;
  readonly found: ScoredRules;
}

function featuresOf({ index, found }: ScoredReading, topics: Topics): Features {
  return listFeatures(sourceOf(index), found, topics);
}

/** The lexicon that finds most, if the guard is named. */
function bestReading(
  article: ClassifiableArticle,
  topic: CompiledTopic,
  topics: Topics,
): ScoredReading | undefined {
  const reading = findTerms(article, topics);
  let best: ScoredReading | undefined;
  for (const matched of reading.found) {
    const index = new HitIndex(reading, topics, matched);
    const found = scoreTopic(topic, index);
    if (!found.isGuarded) continue;
    const isBetter =
      best === undefined ||
      found.score > best.found.score ||
      (found.score === best.found.score && index.hits.length > best.index.hits.length);
    if (isBetter) best = { index, found };
  }
  return best;
}

/** Fits a topic's weights to labelled articles. Each source counts by the square root of its size. Deterministic. */
export function fitTopic(found: readonly FoundFeatures[]): TopicFit {
  const all = found.map((_, index) => index);
  const unseen = judgeFolds(found, (index) => index % FOLDS);
  const sources = [...new Set(found.map(({ source }) => source))];
  const leftOut =
    sources.length < 2 ? all.map(() => undefined) : judgeFolds(found, (index) => found[index]!.source);
  const { columns, model } = fitTo(found, all);
  const { scale, shift } = calibration(found, unseen);
  const calibrated = (judged: readonly (Judged | undefined)[]) =>
    judged.map((one, index) => {
      if (one === undefined) return undefined;
      const sentence = one.sentence === undefined ? undefined : scale * one.sentence + shift;
      return withSentence(scale * one.whole + shift, sentence, found[index]!.alone.sentences);
    });
  const weights = columns.flatMap((name, column): [string, number][] => {
    const weight = Math.round(scale * model.weights[column]! * DIGITS) / DIGITS;
    return weight === 0 ? [] : [[name, weight]];
  });
  return {
    bias: Math.round((scale * model.bias + shift) * DIGITS) / DIGITS,
    weights: new Map(weights),
    unseen: calibrated(unseen),
    leftOut: calibrated(leftOut),
  };
}

/** Log-odds of an article as a whole, and of its best sentence alone. */
interface Judged {
  readonly whole: number;
  readonly sentence: number | undefined;
}

function judgeFolds(
  found: readonly FoundFeatures[],
  foldOf: (index: number) => number | string,
): (Judged | undefined)[] {
  const all = found.map((_, index) => index);
  const judged: (Judged | undefined)[] = all.map(() => undefined);
  for (const fold of new Set(all.map(foldOf))) {
    const { columns, model } = fitTo(
      found,
      all.filter((index) => foldOf(index) !== fold),
    );
    const columnOf = new Map(columns.map((name, column) => [name, column]));
    for (const index of all) {
      const { features, alone } = found[index]!;
      if (foldOf(index) !== fold || features === undefined) continue;
      const logOdds = (some: Features) => logOddsOf(model, toRow(some, columnOf));
      const sentences = alone.features.map(logOdds);
      judged[index] = {
        whole: logOdds(features),
        sentence: sentences.length === 0 ? undefined : Math.max(...sentences),
      };
    }
  }
  return judged;
}

function fitTo(
  found: readonly FoundFeatures[],
  rows: readonly number[],
): { columns: string[]; model: Logistic } {
  const support = new Map<string, number>();
  for (const row of rows) {
    const { features, excerpts } = found[row]!;
    const names = new Set([features, ...excerpts].flatMap((some) => [...(some?.keys() ?? [])]));
    for (const name of names) support.set(name, (support.get(name) ?? 0) + 1);
  }
  const columns = [...support]
    .filter(([, articles]) => articles >= LEAST_ARTICLES)
    .map(([name]) => name)
    .sort();
  const columnOf = new Map(columns.map((name, column) => [name, column]));
  const weightOf = sourceWeights(rows.map((row) => found[row]!.source));
  const samples = rows.flatMap((row): Sample[] => {
    const { features, excerpts, isPositive, source } = found[row]!;
    const sampleOf = (some: Features | undefined, worth: number) =>
      some === undefined ? [] : [{ ...toRow(some, columnOf), isPositive, weight: worth * weightOf(source) }];
    return [...sampleOf(features, 1), ...excerpts.flatMap((excerpt) => sampleOf(excerpt, EXCERPT_WORTH))];
  });
  return { columns, model: fitLogistic(samples, columns.length, PENALTY) };
}

/**
 * The smallest size that counts for a source: a few articles, such as the first judgements, must not weigh as much as
 * hundreds.
 */
const LEAST_SOURCE = 50;

/**
 * The weight of an article by its source. A source counts by the square root of its size, so that the largest does
 * not decide alone.
 */
export function sourceWeights(sources: readonly string[]): (source: string) => number {
  const sizes = new Map<string, number>();
  for (const source of sources) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  const least = Math.min(LEAST_SOURCE, Math.max(...sizes.values()));
  const roots = [...sizes.values()].reduce((sum, size) => sum + Math.sqrt(size), 0);
  return (source) => sources.length / roots / Math.sqrt(Math.max(least, sizes.get(source) ?? 1));
}

function toRow(features: Features, columnOf: ReadonlyMap<string, number>) {
  const columns: number[] = [];
  const values: number[] = [];
  for (const [name, value] of features) {
    const column = columnOf.get(name);
    if (column === undefined) continue;
    columns.push(column);
    values.push(value);
  }
  return { columns, values };
}

function calibration(found: readonly FoundFeatures[], unseen: readonly (Judged | undefined)[]): Calibration {
  const weightOf = sourceWeights(found.map(({ source }) => source));
  return calibrate(
    found.flatMap(({ isPositive, source }, index) => {
      const judged = unseen[index];
      return judged === undefined ? [] : [{ logOdds: judged.whole, isPositive, weight: weightOf(source) }];
    }),
  );
}

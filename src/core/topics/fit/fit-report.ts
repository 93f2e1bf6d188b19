import { classify } from '../classify.ts';
import type { LabelledArticle } from './find-features.ts';
import { type CutFit, predictConfidence } from './predict-confidence.ts';
import { type LabelledResult, type Score, measure } from '../measure-classifier.ts';
import type { Topics } from '../topics.ts';

/** The scores of one set of weights on one source at one level. */
interface SourceFigures {
  readonly source: string;
  readonly items: number;
  /** `now`: the weights in use, which may have been fitted to these items. */
  readonly judged: 'now' | 'unseen' | 'leftOut';
  readonly level: 'sure' | 'possible';
  /** By topic, and `any`. */
  readonly scores: Readonly<Record<string, Score>>;
}

export interface FitReport {
  readonly topics: readonly {
    readonly topic: string;
    readonly weights: number;
    readonly sure: number;
    readonly possible: number;
  }[];
  readonly figures: readonly SourceFigures[];
}

const LEVELS = ['sure', 'possible'] as const;

/**
 * The scores by source, before and after: the weights in use, and the new ones on articles and sources they were not
 * fitted to.
 */
export function fitReport(
  topics: Topics,
  articles: readonly LabelledArticle[],
  fits: readonly CutFit[],
): FitReport {
  const ids = fits.map(({ topic }) => topic);
  const sources = [...new Set(articles.map(({ source }) => source))];
  const judged = LEVELS.flatMap((level) => [
    { judged: 'now' as const, level, results: asNow(topics, articles, ids, level) },
    { judged: 'unseen' as const, level, results: predictConfidence(fits, articles, 'unseen', level) },
    ...(sources.length < 2
      ? []
      : [
          { judged: 'leftOut' as const, level, results: predictConfidence(fits, articles, 'leftOut', level) },
        ]),
  ]);
  return {
    topics: fits.map(({ topic, weights, cuts }) => ({ topic, weights: weights.size, ...cuts })),
    figures: sources.flatMap((source) =>
      judged.map(({ results, ...how }) => {
        const own = results.filter((_, index) => articles[index]!.source === source);
        const { items, scores } = measure(own, ids);
        return { source, items, ...how, scores: Object.fromEntries(scores) };
      }),
    ),
  };
}

function asNow(
  topics: Topics,
  articles: readonly LabelledArticle[],
  ids: readonly string[],
  level: 'sure' | 'possible',
): LabelledResult[] {
  return articles.map(({ article, topics: labels, judged }) => ({
    language: article.language ?? 'und',
    expected: labels.filter((topic) => ids.includes(topic)),
    found: classify(article, topics)
      .filter((match) => level === 'possible' || match.level === 'sure')
      .map(({ topic }) => topic)
      .filter((topic) => ids.includes(topic) && (judged === undefined || judged.includes(topic))),
  }));
}

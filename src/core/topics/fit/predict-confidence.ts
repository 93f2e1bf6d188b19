import { type Cuts, confidenceOf, levelOf } from '../confidence.ts';
import type { LabelledResult } from '../measure-classifier.ts';
import type { LabelledArticle } from './find-features.ts';
import type { TopicFit } from './fit-topic.ts';

/** The fitted weights of a topic with its cuts. */
export interface CutFit extends TopicFit {
  readonly topic: string;
  readonly cuts: Cuts;
}

/** The confidence in each article by weights that were fitted without it, or without its source. */
export function predictConfidence(
  fits: readonly CutFit[],
  articles: readonly LabelledArticle[],
  by: 'unseen' | 'leftOut',
  level: 'sure' | 'possible',
): LabelledResult[] {
  const topics = fits.map(({ topic }) => topic);
  return articles.map(({ article, topics: labels }, index) => ({
    language: article.language ?? 'und',
    expected: labels.filter((topic) => topics.includes(topic)),
    found: fits
      .filter((fit) => {
        const logOdds = fit[by][index];
        const reached = logOdds === undefined ? undefined : levelOf(confidenceOf(logOdds), fit.cuts);
        return reached !== undefined && (level === 'possible' || reached === 'sure');
      })
      .map(({ topic }) => topic),
  }));
}

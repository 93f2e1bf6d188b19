import { confidenceOf } from '../confidence.ts';
import { chooseCuts } from './choose-cuts.ts';
import { type LabelledArticle, findFeatures, fitTopic, sourceWeights } from './fit-topic.ts';
import type { CutFit } from './predict-confidence.ts';
import type { Topics } from '../topics.ts';

/** Fits weights and cuts of the topics to labelled articles. */
export function fitTopics(
  topics: Topics,
  articles: readonly LabelledArticle[],
  only: readonly string[] | undefined,
): CutFit[] {
  const weightOf = sourceWeights(articles.map(({ source }) => source));
  return topics.topics
    .filter(({ id }) => only === undefined || only.includes(id))
    .map((topic) => {
      const own = articles.filter(({ judged }) => judged === undefined || judged.includes(topic.id));
      const found = findFeatures(topic, topics, own);
      const fit = fitTopic(found);
      const judged = found.map(({ isPositive, source }, index) => {
        const logOdds = fit.unseen[index];
        const confidence = logOdds === undefined ? 0 : confidenceOf(logOdds);
        return { confidence, isPositive, weight: weightOf(source) };
      });
      // In the order of all articles; undefined for those without a judgement.
      const place = new Map(own.map((article, index) => [article, index]));
      const spread = (logOdds: readonly (number | undefined)[]) =>
        articles.map((article) => {
          const index = place.get(article);
          return index === undefined ? undefined : logOdds[index];
        });
      return {
        topic: topic.id,
        cuts: chooseCuts(judged),
        ...fit,
        unseen: spread(fit.unseen),
        leftOut: spread(fit.leftOut),
      };
    });
}

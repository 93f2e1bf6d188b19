import { confidenceOf } from '../confidence.ts';
import type { Topics } from '../topics.ts';
import { chooseCuts } from './choose-cuts.ts';
import { FeatureTable } from './feature-table.ts';
import { type FoundFeatures, type LabelledArticle, findFeatures } from './find-features.ts';
import { type TopicFit, fitTopic } from './fit-topic.ts';
import type { CutFit } from './predict-confidence.ts';
import { sourceWeights } from './source-weights.ts';

/** Fits weights and cuts of the topics to labelled articles. */
export function fitTopics(
  topics: Topics,
  articles: readonly LabelledArticle[],
  only: readonly string[] | undefined,
): CutFit[] {
  const fitted = topics.topics.filter(({ id }) => only === undefined || only.includes(id));
  const table = new FeatureTable();
  const byTopic = findFeatures(fitted, topics, articles, table);
  const weightOf = sourceWeights(articles.map(({ source }) => source));
  return fitted.map(({ id }, at) => {
    const all = byTopic[at]!;
    const judged = all.filter((one) => one !== undefined);
    return { topic: id, ...withCuts(all, fitTopic(judged, table.names), weightOf) };
  });
}

/** @param all in the order of the articles; undefined for those without a judgement */
function withCuts(
  all: readonly (FoundFeatures | undefined)[],
  fit: TopicFit,
  weightOf: (source: string) => number,
): Omit<CutFit, 'topic'> {
  const found = all.filter((one) => one !== undefined);
  const cuts = chooseCuts(
    found.map(({ isPositive, source }, index) => {
      const logOdds = fit.unseen[index];
      const confidence = logOdds === undefined ? 0 : confidenceOf(logOdds);
      return { confidence, isPositive, weight: weightOf(source) };
    }),
  );
  let next = 0;
  const places = all.map((one) => (one === undefined ? undefined : next++));
  const spread = (logOdds: readonly (number | undefined)[]) =>
    places.map((place) => (place === undefined ? undefined : logOdds[place]));
  return { ...fit, cuts, unseen: spread(fit.unseen), leftOut: spread(fit.leftOut) };
}

import { FeatureTable } from '../../../../src/core/topics/fit/feature-table.ts';
import {
  type Features,
  type LabelledArticle,
  findFeatures,
} from '../../../../src/core/topics/fit/find-features.ts';
import type { Topics } from '../../../../src/core/topics/topics.ts';

type Named = ReadonlyMap<string, number>;

/** The features of an article for the first topic, and of each sentence that names enough, by their names. */
export function featuresOf(
  topics: Topics,
  article: LabelledArticle['article'],
): { readonly whole: Named | undefined; readonly sentences: readonly Named[] } {
  const table = new FeatureTable();
  const labelled = [{ article, topics: [], source: 'test' }];
  const { features, alone } = findFeatures(topics.topics.slice(0, 1), topics, labelled, table)[0]![0]!;
  const named = (some: Features) =>
    new Map(
      some.flatMap(({ columns, values }) =>
        [...columns].map((column, at): [string, number] => [table.names[column]!, values[at]!]),
      ),
    );
  return { whole: features && named(features), sentences: alone.features.map(named) };
}

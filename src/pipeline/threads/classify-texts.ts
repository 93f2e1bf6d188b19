import { describeReport } from '../../core/stories/read-report.ts';
import type { FeaturedArticle } from '../../core/stories/story.ts';
import { byConfidence, classify } from '../../core/topics/classify.ts';
import type { Match } from '../../core/topics/match.ts';
import { openModels, type SharedModels } from '../models/shared-models.ts';

export type LabelledMatch = Match & { readonly label: string };

/** The parts of a stored article that are needed to classify it again. */
export interface StoredText {
  readonly title: string;
  readonly lead: string | undefined;
  readonly text: string;
  /** ISO 639-3 or `und`, as detected when the page was read. */
  readonly language: string;
  readonly reportedAt: Date;
  readonly outlet: string;
  /** The canonical URL. */
  readonly url: string;
  /** A report in a story has features even where no topic matches, because its story needs them. */
  readonly isInStory: boolean;
  /** Matches that are not changed: those of topics that were not asked for. */
  readonly kept: readonly LabelledMatch[];
}

export interface ClassifyTask {
  readonly articles: readonly StoredText[];
  /** Topics asked for; all if undefined. */
  readonly only: readonly string[] | undefined;
  readonly models: SharedModels;
}

/** The result of the current rules for one article. */
export interface ClassifiedText {
  /** Strongest first. */
  readonly matches: readonly LabelledMatch[];
  /** Undefined for an article that matches nothing and is in no story. */
  readonly story: FeaturedArticle | undefined;
}

/** Classifies stored articles; the results are in their order. Runs inside a thread. */
export function classifyTexts({ articles, only, models }: ClassifyTask): ClassifiedText[] {
  const { topics, gazetteer } = openModels(models);
  const labels = new Map(topics.topics.map((topic) => [topic.id, topic.title]));
  return articles.map((article) => {
    const found = classify(article, topics)
      .filter((match) => only === undefined || only.includes(match.topic))
      .map((match) => ({ ...match, label: labels.get(match.topic) ?? match.topic }));
    const matches = [...found, ...article.kept].toSorted(byConfidence);
    if (matches.length === 0 && !article.isInStory) return { matches, story: undefined };
    const report = { ...article, published: article.reportedAt };
    return { matches, story: describeReport(report, matches, gazetteer) };
  });
}

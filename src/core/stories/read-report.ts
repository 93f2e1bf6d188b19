import { findEntities } from '../entities/find-entities.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import { classify } from '../topics/classify.ts';
import type { EntityMention, Match } from '../topics/match.ts';
import type { Topics } from '../topics/topics.ts';
import type { FeaturedArticle } from './story.ts';
import { storyFeatures } from './story-features.ts';

/** An extracted article whose language is known. */
export interface Report {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly text: string;
  /** ISO 639-3 or `und`. */
  readonly language: string;
  /** When it was published, or first seen where the page gives no date. */
  readonly published: Date;
  readonly outlet: string;
  readonly url: string;
}

export interface ReportRules {
  readonly topics: Topics;
  readonly gazetteer: Gazetteer;
}

/** The result of the rules for a report: everything the story decision uses. */
export interface ReadReport {
  readonly matches: readonly Match[];
  readonly entities: readonly EntityMention[];
  /** Undefined for a report that matches no topic and is in no story. */
  readonly story: FeaturedArticle | undefined;
}

/**
 * Classifies a report, finds its entities and, if it matches a topic or `mayBeInStory`, computes its story features.
 * Most reports match no topic, and the features take as long as all else in this function.
 */
export function readReport(
  report: Report,
  rules: ReportRules,
  mayBeInStory: true,
): ReadReport & { readonly story: FeaturedArticle };
export function readReport(report: Report, rules: ReportRules, mayBeInStory?: boolean): ReadReport;
export function readReport(
  report: Report,
  { topics, gazetteer }: ReportRules,
  mayBeInStory = false,
): ReadReport {
  const matches = classify(report, topics);
  const located = findEntities(report, gazetteer);
  const entities = located.map(({ places: _places, ...mention }) => mention);
  const story =
    matches.length > 0 || mayBeInStory
      ? storyFeatures({ ...report, topics: matches, entities: located })
      : undefined;
  return { matches, entities, story };
}

/** The story features of a report whose topics are known. */
export function describeReport(
  report: Report,
  matches: readonly Match[],
  gazetteer: Gazetteer,
): FeaturedArticle {
  return storyFeatures({ ...report, topics: matches, entities: findEntities(report, gazetteer) });
}

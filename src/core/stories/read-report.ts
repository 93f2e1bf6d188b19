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
  readonly story: FeaturedArticle;
}

/**
 * Classifies a report, finds its entities and computes its story features. The service, the benchmark and the tests
 * all use this function, so that they measure what runs.
 */
export function readReport(report: Report, { topics, gazetteer }: ReportRules): ReadReport {
  const matches = classify(report, topics);
  const { entities, story } = describeReport(report, matches, gazetteer);
  return { matches, entities, story };
}

/** The same for a stored report whose topics are known. */
export function describeReport(
  report: Report,
  matches: readonly Match[],
  gazetteer: Gazetteer,
): Pick<ReadReport, 'entities' | 'story'> {
  const located = findEntities(report, gazetteer);
  return {
    entities: located.map(({ places: _places, ...mention }) => mention),
    story: storyFeatures({ ...report, topics: matches, entities: located }),
  };
}

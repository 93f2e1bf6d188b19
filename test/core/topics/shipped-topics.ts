import { classify } from '../../../src/core/topics/classify.ts';
import type { Match } from '../../../src/core/topics/match.ts';
import { loadTopics } from '../../../src/pipeline/models/load-topics.ts';

/** The shipped topics, as a fresh installation has them. */
export const shippedTopics = await loadTopics('config/topics');

/** The sure matches of an article, which are alerted. */
export function matchesOf(title: string, text: string, language: string): Match[] {
  return classify({ title, text, language }, shippedTopics).filter(({ level }) => level === 'sure');
}

/** The topics that surely match the article. */
export function topicsOf(title: string, text: string, language: string): string[] {
  return matchesOf(title, text, language)
    .map((match) => match.topic)
    .sort();
}

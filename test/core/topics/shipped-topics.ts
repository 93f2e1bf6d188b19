import { classify } from '../../../src/core/topics/classify.ts';
import type { Match } from '../../../src/core/topics/match.ts';
import { loadTopics } from '../../../src/pipeline/topics/load-topics.ts';

/** The topics that are shipped, as a fresh installation has them. */
export const shippedTopics = await loadTopics('config/topics');

/** What the article is surely about: what alerts. */
export function matchesOf(title: string, text: string, language: string): Match[] {
  return classify({ title, text, language }, shippedTopics).filter(({ level }) => level === 'sure');
}

/** The topics that the article is surely about. */
export function topicsOf(title: string, text: string, language: string): string[] {
  return matchesOf(title, text, language)
    .map((match) => match.topic)
    .sort();
}

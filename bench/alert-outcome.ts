import { detectDevelopments } from '../src/core/stories/detect-development.ts';
import type { FeaturedArticle, StoryRecord } from '../src/core/stories/story.ts';
import { joinStory, openStory } from '../src/core/stories/story-record.ts';
import type { GroupedArticle, LabelledArticle } from './story-set.ts';

export interface AlertOutcome {
  /** Events with at least one report that surely matched a topic; the others cause no alert. */
  readonly events: number;
  readonly alerts: number;
  readonly updates: number;
  /** Matched events whose reports all went into stories that were alerted for another event. */
  readonly silent: number;
  /** First alerts of further stories about an event that was alerted already. */
  readonly twice: number;
}

/** The alerts that one route without filters gets for a set, by the grouping that was decided. */
export function alertOutcome(
  articles: readonly LabelledArticle[],
  featured: readonly FeaturedArticle[],
  grouped: readonly GroupedArticle[],
): AlertOutcome {
  const stories = new Map<string, StoryRecord>();
  const told = new Set<string>();
  const alertsOf = new Map<string, number>();
  let updates = 0;
  for (const [at, { id, event }] of articles.entries()) {
    const article = featured[at]!;
    if (!article.features.topics.some(({ level }) => level !== 'possible')) continue;
    const { story } = grouped[at]!;
    const record = stories.get(story);
    if (!alertsOf.has(event)) alertsOf.set(event, 0);
    if (!told.has(story)) {
      told.add(story);
      alertsOf.set(event, alertsOf.get(event)! + 1);
    } else if (record !== undefined && detectDevelopments(record.state, article.features).length > 0) {
      updates += 1;
    }
    stories.set(story, record === undefined ? openStory(story, id, article) : joinStory(record, id, article));
  }
  const counts = [...alertsOf.values()];
  const alerts = counts.reduce((sum, count) => sum + count, 0);
  const silent = counts.filter((count) => count === 0).length;
  return { events: counts.length, alerts, updates, silent, twice: alerts - (counts.length - silent) };
}

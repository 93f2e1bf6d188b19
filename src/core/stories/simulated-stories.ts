import { decideStory } from './decide-story.ts';
import type { FeaturedArticle, StoryRecord } from './story.ts';
import { joinStory, openStory } from './story-record.ts';

/** The latest stories that are kept: more than the matched events of a fortnight. */
const MAX_STORIES = 2_000;

/** The stories that articles would form if they were published; nothing is stored. */
export interface SimulatedStories {
  /**
   * Decides into which story the article would go: one of the candidates, an earlier simulated one, or a new one.
   *
   * @param candidates the stored stories that may be about the same event
   * @returns the story's id; `new-1`, `new-2` … for simulated ones
   */
  place(articleId: string, article: FeaturedArticle, candidates: readonly StoryRecord[]): string;
}

/**
 * Starts without simulated stories. Keeps the 2,000 with the latest reports.
 *
 * @param windowMs a story without a report for so long has ended
 */
export function simulateStories(windowMs: number): SimulatedStories {
  const stories = new Map<string, StoryRecord>();
  const idsByKey = new Map<number, Set<string>>();
  let opened = 0;

  function remember(story: StoryRecord): void {
    forget(story.storyId);
    stories.set(story.storyId, story);
    for (const key of story.keys) {
      const ids = idsByKey.get(key) ?? new Set();
      idsByKey.set(key, ids.add(story.storyId));
    }
    if (stories.size > MAX_STORIES) forget(stories.keys().next().value as string);
  }

  function forget(id: string): void {
    for (const key of stories.get(id)?.keys ?? []) {
      const ids = idsByKey.get(key);
      ids?.delete(id);
      if (ids?.size === 0) idsByKey.delete(key);
    }
    stories.delete(id);
  }

  return {
    place(articleId, article, candidates) {
      const near = new Set(article.keys.flatMap((key) => [...(idsByKey.get(key) ?? [])]));
      const simulated = [...near]
        .map((id) => stories.get(id) as StoryRecord)
        .filter((story) => story.lastReport >= article.features.at - windowMs);
      const decision = decideStory(article.features, [...candidates, ...simulated]);
      if (decision.kind === 'join') {
        const joined = stories.get(decision.storyId);
        if (joined !== undefined) remember(joinStory(joined, articleId, article));
        return decision.storyId;
      }
      opened += 1;
      const id = `new-${opened}`;
      remember(openStory(id, articleId, article));
      return id;
    },
  };
}

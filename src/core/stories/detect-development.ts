import { isChange, isDoubtful, newTopics, toldStances } from './story-state.ts';
import type { Development, StoryFeatures, StoryState } from './story.ts';

/**
 * What the article adds for a reader who was alerted to the story, the most important first: stances that
 * changed (`isChange`: not within the first hours, nor back, nor by latecomers), topics that the story did not have, the
 * first official source.
 */
export function detectDevelopments(state: StoryState, features: StoryFeatures): Development[] {
  const found: Development[] = [];
  for (const { topic, stance } of toldStances(features)) {
    const known = state.stances.find((entry) => entry.topic === topic);
    if (known !== undefined && isChange(known, stance, features.at)) {
      found.push({ kind: 'stance', topic, from: known.stance, to: stance });
    }
  }
  found.push(...rereadDevelopments(state, features));
  if (features.official && !state.official && !isDoubtful(features))
    found.push({ kind: 'official', outlet: features.outlet });
  return found;
}

/**
 * The same for an article that the story has already. An edited headline is no event: only a topic without an alert
 * is news.
 */
export function rereadDevelopments(state: StoryState, features: StoryFeatures): Development[] {
  return newTopics(state, features).map((topic) => ({ kind: 'new-topic', topic }));
}

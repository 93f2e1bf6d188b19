import type { Development, StoryFeatures, StoryState } from './story.ts';

/**
 * What the article adds that a person who was told of the story would want to hear: a topic that it did not have, a
 * stance that changed, the first official source. A report older than the stance it contradicts is a late copy, no change.
 * Undefined where it adds none; of several, a changed stance comes first, then a topic.
 */
export function detectDevelopment(state: StoryState, features: StoryFeatures): Development | undefined {
  for (const { topic, stance } of features.topics) {
    const known = state.stances.find((entry) => entry.topic === topic);
    if (stance !== undefined && known !== undefined && known.stance !== stance && features.at >= known.at) {
      return { kind: 'stance', topic, from: known.stance, to: stance };
    }
  }
  const topic = features.topics.find((entry) => !state.topics.includes(entry.topic));
  if (topic !== undefined) return { kind: 'new-topic', topic: topic.topic };
  if (features.official && !state.official) return { kind: 'official', outlet: features.outlet };
  return undefined;
}

import { isChange, newTopics, toldStances } from './story-state.ts';
import type { Development, StoryFeatures, StoryState } from './story.ts';

/**
 * What the article adds that a person who was told of the story would want to hear: a topic that it did not have
 * (`newTopics`), a stance that changed (`isChange`: not within the first hours, nor back, nor by latecomers), the first
 * official source. Undefined where it adds none; of several, a changed stance comes first, then a topic.
 */
export function detectDevelopment(state: StoryState, features: StoryFeatures): Development | undefined {
  for (const { topic, stance } of toldStances(features)) {
    const known = state.stances.find((entry) => entry.topic === topic);
    if (known !== undefined && isChange(known, stance, features.at)) {
      return { kind: 'stance', topic, from: known.stance, to: stance };
    }
  }
  const [topic] = newTopics(state, features);
  if (topic !== undefined) return { kind: 'new-topic', topic };
  if (features.official && !state.official) return { kind: 'official', outlet: features.outlet };
  return undefined;
}

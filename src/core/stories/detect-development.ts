import { type HeldBack, stanceChange, isDoubtful, newTopics, saidStances } from './story-state.ts';
import type { Development, StoryFeatures, StoryState } from './story.ts';

/**
 * What the article adds for a reader who was alerted to the story, the most important first: stances that
 * changed (`stanceChange`: not within the first hours, nor back, nor by latecomers), topics that the story did not have, the
 * first official source.
 */
export function detectDevelopments(state: StoryState, features: StoryFeatures): Development[] {
  const found: Development[] = [];
  for (const said of saidStances(features)) {
    const known = state.stances.find((entry) => entry.topic === said.topic);
    if (known !== undefined && stanceChange(known, said, features.at) === true) {
      found.push({ kind: 'stance', topic: said.topic, from: known.stance, to: said.stance });
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

const HELD_BACK: Readonly<Record<HeldBack, string>> = {
  'too soon': 'within two hours outlets word one state differently, and no word says that it begins to hold',
  latecomer: 'the story had this state before, and for a day late reports repeat it',
};

/** Stances that could follow what is known and are not believed yet, with the rule that holds each back, in words. */
export function heldBackStances(state: StoryState, features: StoryFeatures): string[] {
  return saidStances(features).flatMap((said) => {
    const known = state.stances.find((entry) => entry.topic === said.topic);
    const change = known === undefined ? false : stanceChange(known, said, features.at);
    return typeof change === 'boolean'
      ? []
      : [
          `${said.topic} ${said.stance} after ${known!.stance} is held back (${change}): ${HELD_BACK[change]}`,
        ];
  });
}

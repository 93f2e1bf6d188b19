import { type HeldBack, stanceChange, isDoubtful, newTopics, saidStances } from './story-state.ts';
import type { Development, StoryFeatures, StoryState } from './story.ts';

/**
 * What an article adds for a reader who had an alert of the story, most important first: changed stances
 * (`stanceChange`: not within the first hours, not backwards, not from late reports), topics that the story did not
 * have, the first official source.
 */
export function detectDevelopments(state: StoryState, features: StoryFeatures): Development[] {
  const found: Development[] = [];
  for (const said of saidStances(state, features)) {
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
 * The same for an article that was read again. An edited headline is no event, so only a topic without an alert
 * counts.
 */
export function rereadDevelopments(state: StoryState, features: StoryFeatures): Development[] {
  return newTopics(state, features).map((topic) => ({ kind: 'new-topic', topic }));
}

const HELD_BACK: Readonly<Record<HeldBack, string>> = {
  'too soon': 'within two hours outlets word one state differently, and no word says that it begins to hold',
  latecomer: 'the story had this state before, and for a day late reports repeat it',
};

/**
 * Stances that could follow the story's and are not accepted yet, each with the rule that holds it back, in words.
 */
export function heldBackStances(state: StoryState, features: StoryFeatures): string[] {
  return saidStances(state, features).flatMap((said) => {
    const known = state.stances.find((entry) => entry.topic === said.topic);
    const change = known === undefined ? false : stanceChange(known, said, features.at);
    return typeof change === 'boolean'
      ? []
      : [
          `${said.topic} ${said.stance} after ${known!.stance} is held back (${change}): ${HELD_BACK[change]}`,
        ];
  });
}

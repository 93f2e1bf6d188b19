import type { Stance } from '../topics/match.ts';
import type { StoryFeatures, StoryState, TopicState } from './story.ts';

/**
 * Which stances may follow each. `evaded` is not part of the order: somebody broke the rule, which does not say
 * whether the rule is in force. `proposed` after `in force` is no change.
 */
const FOLLOWS: Readonly<Record<Stance, readonly Stance[]>> = {
  proposed: ['in force', 'eased', 'denied'],
  'in force': ['eased', 'denied'],
  eased: ['in force'],
  denied: ['proposed', 'in force', 'eased'],
  evaded: [],
};
/** What a report may say at once by date or verb, after each stance. */
const BEGINS: Readonly<Partial<Record<Stance, Stance>>> = { proposed: 'in force', 'in force': 'eased' };
/** Outlets describe the same state differently at the same time; a real change takes longer. Milliseconds. */
const SAME_MOMENT = 2 * 3_600_000;
/** Late reports repeat an old stance for about a day. Milliseconds. */
const LATECOMERS = 24 * 3_600_000;

/** A stance that a report presents as its news. */
export interface SaidStance {
  readonly topic: string;
  readonly stance: Stance;
  /** Set where a date or verb in the text says that this state has just begun. */
  readonly takesEffect?: true | undefined;
  /** Set where no word says the stance. It is the first of a story, and never a change of one. */
  readonly impliedStance?: true | undefined;
}

/** Why a stance is not accepted as a change: `too soon` after the last change, or a `latecomer`. */
export type HeldBack = 'too soon' | 'latecomer';

/**
 * Whether a report at `at` (milliseconds since 1970) with this stance shows that the measure's state changed; a
 * `HeldBack` where the stance could follow and is not accepted yet. From `proposed` to `in force`, and from `in force` to
 * `eased`, is accepted at once where the text says that it begins.
 */
export function stanceChange(known: TopicState, said: SaidStance, at: number): boolean | HeldBack {
  if (said.impliedStance === true || !FOLLOWS[known.stance].includes(said.stance)) return false;
  const since = at - known.at;
  if (known.before?.includes(said.stance) === true) return since >= LATECOMERS || 'latecomer';
  const begins = said.takesEffect === true && BEGINS[known.stance] === said.stance;
  return begins || since >= SAME_MOMENT || 'too soon';
}

/**
 * Words that must be in the title or opening before such a stance is accepted. In the background they are not news.
 */
const SPOKEN_OF: Readonly<Partial<Record<Stance, readonly string[]>>> = {
  eased: ['ease'],
  denied: ['denial', 'ease'],
};
/** The weight of an action that is in the title or in the opening. */
const UP_FRONT = 0.4;

/**
 * The topics that count for readers who had alerts of the story. Those that an article is only possibly about, or only
 * mentions, never change what they were told. A story can begin with a mention, as in a digest.
 */
function toldTopics(state: StoryState, { topics }: StoryFeatures): StoryFeatures['topics'] {
  const sure = topics.filter(({ level }) => level !== 'possible');
  const about = sure.filter(({ aside }) => aside !== true);
  return about.length === 0 && state.topics.length === 0 ? sure : about;
}

/** Whether all topics of an article are only possible. */
export function isDoubtful({ topics }: StoryFeatures): boolean {
  return topics.length > 0 && topics.every(({ level }) => level === 'possible');
}

/** The topics that the reports are only possibly about, or only mention, if any. */
function possibleTopics(
  state: StoryState,
  features: StoryFeatures,
  sure: readonly string[],
): Pick<StoryState, 'possible'> {
  const doubtful = features.topics
    .filter(({ level, aside }) => level === 'possible' || aside === true)
    .map(({ topic }) => topic);
  const possible = [...new Set([...(state.possible ?? []), ...doubtful])].filter(
    (topic) => !sure.includes(topic),
  );
  return possible.length === 0 && state.possible === undefined ? {} : { possible };
}

/** The stances that an article presents as its news, beside a story of this state. */
export function saidStances(state: StoryState, features: StoryFeatures): SaidStance[] {
  const upFront = new Set(features.actions.filter(([, weight]) => weight >= UP_FRONT).map(([id]) => id));
  return toldTopics(state, features).flatMap(({ topic, stance, takesEffect, impliedStance }) => {
    const words = stance === undefined ? undefined : SPOKEN_OF[stance];
    const isNews =
      stance !== undefined &&
      (takesEffect === true || words === undefined || words.some((word) => upFront.has(word)));
    return isNews ? [{ topic, stance, takesEffect, impliedStance }] : [];
  });
}

/** The topics that the article adds to the story. */
export function newTopics(state: StoryState, features: StoryFeatures): string[] {
  return toldTopics(state, features)
    .map(({ topic }) => topic)
    .filter((topic) => !state.topics.includes(topic));
}

/** The state of the story after this article. */
export function stateAfter(state: StoryState, features: StoryFeatures): StoryState {
  const stances = new Map(state.stances.map((entry) => [entry.topic, entry]));
  for (const said of saidStances(state, features)) {
    stances.set(said.topic, stanceAfter(stances.get(said.topic), said, features.at));
  }
  const topics = [...state.topics, ...newTopics(state, features)];
  return {
    topics,
    ...possibleTopics(state, features, topics),
    stances: [...stances.values()],
    official: state.official || (features.official && !isDoubtful(features)),
  };
}

/**
 * The same for an article that was read again. Its stance is left out: it would hide the change from another outlet's
 * report, which should alert.
 */
export function stateAfterRereading(state: StoryState, features: StoryFeatures): StoryState {
  const topics = [...state.topics, ...newTopics(state, features)];
  return { ...state, topics, ...possibleTopics(state, features, topics) };
}

/** The state of a topic's measure after a report at `at` (milliseconds since 1970). */
export function stanceAfter(known: TopicState | undefined, said: SaidStance, at: number): TopicState {
  const { topic, stance } = said;
  if (known === undefined)
    return { topic, stance, at, ...(said.impliedStance === true ? { implied: true } : {}) };
  if (stanceChange(known, said, at) === true) {
    return { topic, stance, at, before: [...new Set([...(known.before ?? []), known.stance])] };
  }
  // `evaded` does not say whether the measure is in force, and an implied stance was never said. The first report that
  // says one replaces it.
  const isOpen = known.implied === true || (known.stance === 'evaded' && stance !== 'evaded');
  return isOpen && said.impliedStance !== true ? { topic, stance, at } : known;
}

/** The topics of a story, then those that it is only possibly about or that it mentions. */
export function allTopics({ topics, possible = [] }: StoryState): readonly string[] {
  return [...topics, ...possible];
}

import type { Match } from '../topics/match.ts';
import { type GistFacts, gistOf } from './gist.ts';
import type { ReaderLanguage } from './gist-labels.ts';
import type { AlertMessage, StoryMessage, TopicMessage } from './message.ts';
import { languageName, reach, subject, topicName, whyMatched } from './phrases.ts';

/** A topic of a story as stored; `composeMessage` adds the wording. */
export type TopicFacts = Omit<TopicMessage, 'why'> & {
  /** Concepts of all passages, the strongest first; those of `terms` if undefined. */
  readonly concepts?: readonly string[] | undefined;
  /** What carried a match without a rule. */
  readonly grounds?: Match['grounds'];
};

/** A story as stored; `composeMessage` adds the wording. */
export type StoryFacts = Omit<StoryMessage, 'topics' | 'languageName' | 'reach' | 'gist'> & {
  readonly topics: readonly TopicFacts[];
  /** All entities of the article, for the gist; `entities` are those that are shown. */
  readonly named?: GistFacts['entities'] | undefined;
};

export interface MessageFacts {
  readonly idempotencyKey: string;
  readonly kind: AlertMessage['kind'];
  readonly createdAt: Date;
  readonly route: string;
  readonly stories: readonly StoryFacts[];
  readonly note?: string | undefined;
  /** How the subject of a message with several stories begins: `Daily digest`. */
  readonly title?: string | undefined;
  readonly part?: AlertMessage['part'];
  /** The readers' language; English if undefined. */
  readonly language?: ReaderLanguage | undefined;
}

/** Composes the message of a delivery. The same facts give the same words on each retry. */
export function composeMessage(facts: MessageFacts): AlertMessage {
  const stories = facts.stories.map((story) => composeStory(story, facts.kind, facts.language ?? 'en'));
  return {
    idempotencyKey: facts.idempotencyKey,
    kind: facts.kind,
    createdAt: facts.createdAt,
    route: facts.route,
    subject: subject(facts.kind, stories, facts.title),
    note: facts.note,
    stories,
    part: facts.part,
  };
}

function composeStory(
  { named, ...story }: StoryFacts,
  kind: AlertMessage['kind'],
  reader: ReaderLanguage,
): StoryMessage {
  const isSure = story.topics.some((topic) => topic.level === 'sure');
  const topics = story.topics
    // Beside a sure topic a possible one would make readers wonder which of them caused the alert.
    .filter((topic) => topic.level === 'sure' || !isSure)
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
  return {
    ...story,
    languageName: languageName(story.language),
    gist: gistOf({ language: story.language, topics: topics.map(toldOf), entities: named ?? [] }, reader),
    reach: reach(story, kind === 'update' || story.development !== undefined),
    topics: topics.map(({ concepts: _concepts, grounds, ...topic }) => ({
      ...topic,
      label: topicName(topic),
      why: whyMatched({ ...topic, grounds }),
    })),
  };
}

function toldOf({ id, label, stance, concepts, terms }: TopicFacts): GistFacts['topics'][number] {
  return { id, label, stance, concepts: concepts ?? terms.map(({ concept }) => concept) };
}

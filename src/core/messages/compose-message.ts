import type { AlertMessage, StoryMessage, TopicMessage } from './message.ts';
import { languageName, reach, subject, topicName, whyMatched } from './phrases.ts';

/** What the database knows of a topic in a story; `composeMessage` adds the words. */
export type TopicFacts = Omit<TopicMessage, 'why'>;

/** What the database knows of a story; `composeMessage` adds the words. */
export type StoryFacts = Omit<StoryMessage, 'topics' | 'languageName' | 'reach'> & {
  readonly topics: readonly TopicFacts[];
};

export interface MessageFacts {
  readonly idempotencyKey: string;
  readonly kind: AlertMessage['kind'];
  readonly createdAt: Date;
  readonly route: string;
  readonly stories: readonly StoryFacts[];
  readonly note?: string | undefined;
  /** What the subject of several stories begins with: `Daily digest`. */
  readonly title?: string | undefined;
  readonly part?: AlertMessage['part'];
}

/** Turns facts into what a delivery says. Pure: the same facts give the same words on each retry. */
export function composeMessage(facts: MessageFacts): AlertMessage {
  const stories = facts.stories.map((story) => composeStory(story, facts.kind));
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

function composeStory(story: StoryFacts, kind: AlertMessage['kind']): StoryMessage {
  const isSure = story.topics.some((topic) => topic.level === 'sure');
  return {
    ...story,
    languageName: languageName(story.language),
    reach: reach(story, kind === 'update' || story.development !== undefined),
    topics: story.topics
      // Beside a sure topic a doubtful one would only make the reader wonder which of them the alert is for.
      .filter((topic) => topic.level === 'sure' || !isSure)
      .map((topic) => ({ ...topic, label: topicName(topic), why: whyMatched(topic) }))
      .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1)),
  };
}

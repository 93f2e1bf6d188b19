import type { AlertMessage, StoryMessage, TopicMessage } from './message.ts';
import { excerpt, joinPieces, shortLine } from '../words/shorten.ts';

/** UTF-16 units. */
const TITLE = 120;
const SENTENCE = 160;
const NAME = 80;
const TOPICS = 3;

/**
 * The message in a few hundred characters for each story, for a receiver that found it too large. It has an idempotency
 * key of its own, because a receiver may remember that of the message it refused. What is left out (entities, the
 * places of terms, further topics) is in the console. Addresses are never shortened.
 */
export function shortenMessage(message: AlertMessage): AlertMessage {
  return {
    ...message,
    idempotencyKey: `${message.idempotencyKey}-short`,
    subject: shortLine(message.subject, TITLE),
    stories: message.stories.map(shortenStory),
  };
}

function shortenStory(story: StoryMessage): StoryMessage {
  return {
    ...story,
    title: shortLine(story.title, TITLE),
    gist: story.gist === undefined ? undefined : shortLine(story.gist, TITLE),
    outlet: shortLine(story.outlet, NAME),
    development: story.development === undefined ? undefined : shortLine(story.development, TITLE),
    topics: story.topics.slice(0, TOPICS).map(shortenTopic),
    entities: [],
  };
}

/** The terms are left out, because their offsets count in the whole sentence. */
function shortenTopic(topic: TopicMessage): TopicMessage {
  return {
    ...topic,
    label: shortLine(topic.label, NAME),
    sentence: joinPieces(excerpt(topic.sentence, topic.terms, SENTENCE)),
    terms: [],
    rules: [],
    why: shortLine(topic.why, TITLE),
  };
}

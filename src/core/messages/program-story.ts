import type { StoryMessage } from './message.ts';
import { plainLine, webLink } from './plain-text.ts';

/**
 * A story for programs: the webhook's body, `/events` and the JSON Feed. Everything that a program may show to a person
 * is as safe as in the messages for people. Only sentences keep every character, because the offsets of their terms
 * count them.
 */
export function programStory(story: StoryMessage): StoryMessage {
  return {
    ...story,
    title: plainLine(story.title),
    gist: story.gist === undefined ? undefined : plainLine(story.gist),
    outlet: plainLine(story.outlet),
    link: webLink(story.link) ?? '',
    storyUrl: webLink(story.storyUrl),
    language: plainLine(story.language),
    topics: story.topics.map((topic) => ({
      ...topic,
      label: plainLine(topic.label),
      why: plainLine(topic.why),
      rules: topic.rules.map(plainLine),
    })),
    entities: story.entities.map(plainLine),
    development: story.development === undefined ? undefined : plainLine(story.development),
  };
}

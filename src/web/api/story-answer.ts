import type { z } from 'zod';
import { plainLine, webLink } from '../../core/messages/plain-text.ts';
import type { ListedFacts } from '../../io/store/stories/story-list.ts';
import type { apiStory } from './schemas.ts';

/** An article in the API's answers: title and outlet as on pages, and an address without credentials. */
export function articleAnswer({
  title,
  url,
  outlet,
  ...rest
}: {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly outlet: string;
  readonly language: string;
  readonly reported: string;
}) {
  return { ...rest, title: plainLine(title), url: webLink(url) ?? '', outlet: plainLine(outlet) };
}

/** A story in the API's answers. */
export function storyAnswer(
  story: ListedFacts,
  more: { alerted: Date | null; read: boolean; starred: boolean },
): z.input<typeof apiStory> {
  const stances = new Map(story.state.stances.map(({ topic, stance }) => [topic, stance]));
  return {
    id: story.id,
    title: plainLine(story.title),
    link: webLink(story.link) ?? '',
    sample: story.sample,
    reports: story.article_count,
    outlets: story.outlets.map(plainLine),
    languages: story.languages,
    topics: [
      ...story.state.topics.map((id) => ({ id, level: 'sure' as const, stance: stances.get(id) ?? null })),
      ...(story.state.possible ?? []).map((id) => ({ id, level: 'possible' as const, stance: null })),
    ],
    firstReport: story.first_report_at.toISOString(),
    latestReport: story.last_report_at.toISOString(),
    alerted: more.alerted?.toISOString() ?? null,
    read: more.read,
    starred: more.starred,
  };
}

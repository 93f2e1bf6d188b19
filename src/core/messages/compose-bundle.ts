import { composeMessage, type MessageFacts, type StoryFacts } from './compose-message.ts';
import type { DeliveryTime } from '../alerts/deliver-at.ts';
import type { AlertMessage } from './message.ts';
import type { RouteConfig } from '../alerts/route-config.ts';

export interface BundleFacts {
  readonly idempotencyKey: string;
  readonly createdAt: Date;
  readonly route: Pick<RouteConfig, 'name' | 'digest' | 'quietHours' | 'cap' | 'timeZone'>;
  readonly heldFor: NonNullable<DeliveryTime['heldFor']>;
  /** One for each alert in the bundle, in any order. */
  readonly alerts: readonly (StoryFacts & { readonly alertedAt: Date })[];
  /** The readers' language; English if undefined. */
  readonly language?: MessageFacts['language'];
}

/**
 * Composes the messages for alerts that were held together: as many as the channel's `maxStories` requires, each with
 * a stable key, every story in one of them. Alerts of one story become one entry with all its developments. A story
 * that waited alone becomes a normal alert with a note.
 */
export function composeBundle(facts: BundleFacts, maxStories: number): readonly AlertMessage[] {
  const stories = mergeByStory(facts.alerts);
  const { kind, title, note } = wordsFor(facts, stories);
  const parts = Math.max(1, Math.ceil(stories.length / maxStories));
  return Array.from({ length: parts }, (_, index) => {
    const part = parts === 1 ? undefined : { number: index + 1, of: parts };
    return composeMessage({
      idempotencyKey: part === undefined ? facts.idempotencyKey : `${facts.idempotencyKey}-${part.number}`,
      kind,
      createdAt: facts.createdAt,
      route: facts.route.name,
      title,
      note,
      part,
      language: facts.language,
      stories: stories.slice(index * maxStories, (index + 1) * maxStories),
    });
  });
}

function wordsFor(
  { heldFor, route }: BundleFacts,
  stories: readonly StoryFacts[],
): Pick<MessageFacts, 'kind' | 'title' | 'note'> {
  const [only, ...others] = stories;
  const alone = only !== undefined && others.length === 0;
  const single = only?.development === undefined ? 'alert' : 'update';
  switch (heldFor) {
    case 'digest': {
      const names = { day: 'Daily digest', week: 'Weekly digest', cron: 'Digest' } as const;
      return { kind: 'digest', title: names[route.digest?.every ?? 'cron'], note: undefined };
    }
    case 'quiet hours': {
      const windows = [route.quietHours ?? []].flat().map(({ from, to }) => `${from} to ${to}`);
      const when = windows.length === 0 ? '' : ` (${windows.join(' or ')}, ${route.timeZone})`;
      const note = `Held during quiet hours${when}.`;
      return alone ? { kind: single, note } : { kind: 'digest', title: 'After quiet hours', note };
    }
    case 'hourly cap': {
      const note = `The cap of ${route.cap?.perHour ?? 'so many'} messages an hour was reached.`;
      return alone ? { kind: single, note } : { kind: 'overflow', note };
    }
  }
}

/** One entry for each story, from its latest alert, newest first. */
function mergeByStory(alerts: BundleFacts['alerts']): StoryFacts[] {
  const newestFirst = [...alerts].sort((a, b) => b.alertedAt.getTime() - a.alertedAt.getTime());
  const byStory = new Map<string, StoryFacts>();
  for (const { alertedAt: _, ...alert } of newestFirst) {
    const later = byStory.get(alert.storyId);
    byStory.set(alert.storyId, later === undefined ? alert : withEarlier(later, alert));
  }
  return [...byStory.values()];
}

/** Adds what only the earlier alert of the same story contained. */
function withEarlier(later: StoryFacts, earlier: StoryFacts): StoryFacts {
  const developments = [earlier.development, later.development].filter((text) => text !== undefined);
  return {
    ...later,
    development: developments.length === 0 ? undefined : [...new Set(developments)].join('; '),
    topics: [
      ...later.topics,
      ...earlier.topics.filter((topic) => !later.topics.some(({ id }) => id === topic.id)),
    ],
  };
}

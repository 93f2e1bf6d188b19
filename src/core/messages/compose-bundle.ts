import { composeMessage, type MessageFacts, type StoryFacts } from './compose-message.ts';
import type { DeliveryTime } from '../alerts/deliver-at.ts';
import type { AlertMessage } from './message.ts';
import type { RouteConfig } from '../alerts/route-config.ts';

export interface BundleFacts {
  readonly idempotencyKey: string;
  readonly createdAt: Date;
  readonly route: Pick<RouteConfig, 'name' | 'digest' | 'quietHours' | 'cap' | 'timeZone'>;
  readonly heldFor: NonNullable<DeliveryTime['heldFor']>;
  /** One for each alert in the bundle, in any order; `part` is the message that has it, from 1, once that is stored. */
  readonly alerts: readonly (StoryFacts & { readonly alertedAt: Date; readonly part?: number | undefined })[];
  /** The readers' language; English if undefined. */
  readonly language?: MessageFacts['language'];
}

/**
 * Composes the messages for alerts that were held together: as many as the channel's `maxStories` requires, each with
 * a stable key, every story in one of them. Alerts of one story become one entry with all its developments. A story
 * that waited alone becomes a normal alert with a note. Alerts keep the part that is stored for them, whatever became of
 * their stories since.
 */
export function composeBundle(facts: BundleFacts, maxStories: number): readonly AlertMessage[] {
  const parts = inParts(facts.alerts, maxStories);
  const { kind, title, note } = wordsFor(facts, mergeByStory(facts.alerts));
  return parts.map(({ number, stories }) => {
    const part = parts.length === 1 ? undefined : { number, of: parts.length };
    return composeMessage({
      idempotencyKey: part === undefined ? facts.idempotencyKey : `${facts.idempotencyKey}-${part.number}`,
      kind,
      createdAt: facts.createdAt,
      route: facts.route.name,
      title,
      note,
      part,
      language: facts.language,
      stories,
    });
  });
}

interface Part {
  readonly number: number;
  readonly stories: readonly StoryFacts[];
}

/** The stored parts, and then the other alerts in as many more as are needed. */
function inParts(alerts: BundleFacts['alerts'], maxStories: number): readonly Part[] {
  const [stored, others] = [alerts.filter(hasPart), alerts.filter((alert) => !hasPart(alert))];
  const parts: Part[] = [...Map.groupBy(stored, ({ part }) => part)]
    .toSorted(([one], [other]) => one - other)
    .map(([number, of]) => ({ number, stories: mergeByStory(of) }));
  const stories = mergeByStory(others);
  const last = parts.at(-1)?.number ?? 0;
  const more = Math.max(parts.length === 0 ? 1 : 0, Math.ceil(stories.length / maxStories));
  for (let index = 0; index < more; index += 1)
    parts.push({
      number: last + index + 1,
      stories: stories.slice(index * maxStories, (index + 1) * maxStories),
    });
  return parts;
}

function hasPart<T extends { readonly part?: number | undefined }>(
  alert: T,
): alert is T & { readonly part: number } {
  return alert.part !== undefined;
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
  for (const { alertedAt: _, part: _part, ...alert } of newestFirst) {
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

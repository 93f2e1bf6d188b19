import type { Config } from '../config/load-config.ts';
import { didYouMean } from '../core/words/nearest-word.ts';
import type { Database } from '../io/store/database.ts';
import { topicLabels } from '../io/store/stories/story-list.ts';
import { readDefinitions } from '../pipeline/models/load-topics.ts';
import { CommandFailure } from './failure.ts';
import { plain } from './output.ts';

/**
 * Called when a list has no results. The topic must be defined by the rules, or be stored with an earlier match.
 * Without this check a misspelt topic would give an empty list instead of an error.
 *
 * @throws CommandFailure with the nearest known name
 */
export async function requireTopic(
  config: Pick<Config, 'topics' | 'entities'>,
  db: Database,
  topic: string | undefined,
): Promise<void> {
  if (topic === undefined || (await topicLabels(db)).has(topic)) return;
  requireTopicsAmong([topic], await knownTopicIds(config, db));
}

/** Refuses the first topic that is not known. @throws CommandFailure with the nearest known name */
export function requireTopicsAmong(topics: readonly string[], known: readonly string[]): void {
  const unknown = topics.find((topic) => !known.includes(topic));
  if (unknown === undefined) return;
  throw new CommandFailure(
    `There is no topic "${plain(unknown)}"; known: ${known.join(', ')}${didYouMean(unknown, known)}`,
    2,
  );
}

/** The ids of the topics that the rules define, and of those that something matched once. */
export async function knownTopicIds(
  { topics, entities }: Pick<Config, 'topics' | 'entities'>,
  db: Database,
): Promise<string[]> {
  const defined = (await readDefinitions(topics, entities)).topics.map(({ id }) => id);
  return [...new Set([...defined, ...(await topicLabels(db)).keys()])];
}

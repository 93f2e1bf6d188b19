import { checkTopics, type TopicWarning } from '../../core/topics/check-topics.ts';
import { readDefinitions } from '../models/load-topics.ts';

export interface CheckTask {
  /** The directory of topics, and the gazetteer. */
  readonly topics: string;
  readonly entities: string;
}

/** Runs on a thread of its own, because it reads the words of all languages. */
export async function run({ topics, entities }: CheckTask): Promise<TopicWarning[]> {
  return checkTopics(await readDefinitions(topics, entities));
}

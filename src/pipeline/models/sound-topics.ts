import { unpackShared } from '../../io/cache/shared-archive.ts';
import { namedSources, readTopicSources, type RuleFiles, type TopicSources } from './load-topics.ts';
import { cachedModel, findModel } from './model-cache.ts';

/** The name under which the ids of valid topics are cached. */
const NAME = 'sound';

/** Notes that these files compiled without a fault, with the ids of their topics. */
export async function keepSoundTopics(
  topics: string,
  sources: TopicSources,
  ids: () => readonly string[],
): Promise<void> {
  await cachedModel(NAME, namedSources(topics, sources), async () => ids());
}

/**
 * The ids of the topics, if the files are as they were when all of them compiled without a fault; undefined if that is
 * not known. Needs neither a thread nor the models, so a process that reads no articles stays small.
 *
 * @throws UnreadableFileError
 */
export async function findSoundTopics({
  topics,
  entities,
}: RuleFiles): Promise<readonly string[] | undefined> {
  const archive = await findModel(NAME, namedSources(topics, await readTopicSources(topics, entities)));
  return archive === undefined ? undefined : (unpackShared(archive) as readonly string[]);
}

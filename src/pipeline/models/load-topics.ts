import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { TopicDefinitions } from '../../core/topics/definition.ts';
import type { TopicSource } from '../../core/topics/topic-file-reader.ts';
import type { Topics } from '../../core/topics/topics.ts';
import { type SharedArchive, unpackShared } from '../../io/cache/shared-archive.ts';
import { readNamedFile } from '../../io/file-error.ts';
import { readTopicFiles } from '../../io/topics/read-topic-files.ts';
import { cachedModel, type Sources } from './model-cache.ts';

/** The paths of the rule files. */
export interface RuleFiles {
  readonly topics: string;
  readonly entities: string;
}

/** The topic files as on disk, and the gazetteer whose kinds rules may name. */
export interface TopicSources {
  readonly files: readonly TopicSource[];
  readonly entities: TopicSource | undefined;
}

/**
 * Reads a directory of topic files, or a single file, without compiling it. The kinds of entity that rules may name
 * are taken from the gazetteer `entities`; if undefined, from the `entities.yaml` beside the topics, if there is one.
 *
 * @throws {TopicFileError} naming file and line if anything in them is wrong, {GazetteerError},
 * {UnreadableFileError}.
 */
export async function readDefinitions(topics: string, entities?: string): Promise<TopicDefinitions> {
  return define(await readTopicSources(topics, entities));
}

/**
 * Reads and compiles a directory of topic files, or a single file; see `readDefinitions`.
 *
 * @throws {TopicFileError} naming file and line if anything in them is wrong, {GazetteerError}, {UnreadableFileError}.
 */
export async function loadTopics(topics: string, entities?: string): Promise<Topics> {
  return unpackShared(await shareTopics(topics, await readTopicSources(topics, entities))) as Topics;
}

/** The same, packed for threads. */
export async function shareTopics(topics: string, sources: TopicSources): Promise<SharedArchive> {
  return cachedModel('topics', namedSources(topics, sources), async () => {
    const { compileTopics } = await import('../../core/topics/compile-topics.ts');
    return compileTopics(await define(sources));
  });
}

/** The sources by names that do not depend on where the directory is. */
export function namedSources(topics: string, { files, entities }: TopicSources): Sources {
  const named = files.map(({ file, source }) => [path.relative(topics, file), source] as const);
  return [...named, ['entities', entities?.source ?? '']];
}

/** The YAML parser is loaded on demand, because most starts find the topics compiled. */
async function define({ files, entities }: TopicSources): Promise<TopicDefinitions> {
  const [{ parseTopicFiles }, { parseGazetteer }, { entityConcepts }] = await Promise.all([
    import('../../core/topics/parse-topics.ts'),
    import('../../core/entities/gazetteer-data.ts'),
    import('../../core/topics/entity-concepts.ts'),
  ]);
  const kinds = entities && entityConcepts(parseGazetteer(entities.source, entities.file), entities.file);
  return parseTopicFiles(files, kinds);
}

/** @throws {TopicFileError}, {UnreadableFileError} */
export async function readTopicSources(topics: string, entities: string | undefined): Promise<TopicSources> {
  const [files, gazetteer] = await Promise.all([readTopicFiles(topics), readEntities(topics, entities)]);
  return { files, entities: gazetteer };
}

async function readEntities(topics: string, named: string | undefined): Promise<TopicSource | undefined> {
  const file = named ?? path.join(path.dirname(topics), 'entities.yaml');
  if (named === undefined && (await stat(file).catch(() => undefined)) === undefined) return undefined;
  return { file, source: await readNamedFile(file) };
}

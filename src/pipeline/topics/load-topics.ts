import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseGazetteer } from '../../core/entities/gazetteer-data.ts';
import { compileTopics } from '../../core/topics/compile-topics.ts';
import type { TopicDefinitions } from '../../core/topics/definition.ts';
import { type EntityConcepts, entityConcepts } from '../../core/topics/entity-concepts.ts';
import { parseTopicFiles } from '../../core/topics/parse-topics.ts';
import type { Topics } from '../../core/topics/topics.ts';
import { readTopicFiles } from '../../io/topics/read-topic-files.ts';

/**
 * Reads a directory of topic files, or a single file, without compiling it. The kinds of entity that rules may name
 * come from the gazetteer `entities`; if none is named, from the `entities.yaml` beside the topics, if there is one.
 *
 * @throws {TopicFileError} naming file and line if anything in them is wrong, {GazetteerError}, or the file system's
 * error.
 */
export async function readDefinitions(topics: string, entities?: string): Promise<TopicDefinitions> {
  const [files, kinds] = await Promise.all([readTopicFiles(topics), readEntities(topics, entities)]);
  return parseTopicFiles(files, kinds);
}

/**
 * Reads and compiles a directory of topic files, or a single file; see `readDefinitions`.
 *
 * @throws {TopicFileError} naming file and line if anything in them is wrong, {GazetteerError}, or the file system's
 * error.
 */
export async function loadTopics(topics: string, entities?: string): Promise<Topics> {
  return compileTopics(await readDefinitions(topics, entities));
}

async function readEntities(topics: string, named: string | undefined): Promise<EntityConcepts | undefined> {
  const file = named ?? path.join(path.dirname(topics), 'entities.yaml');
  try {
    return entityConcepts(parseGazetteer(await readFile(file, 'utf8'), file), file);
  } catch (error) {
    if (named === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

import { compileTopics } from '../../core/topics/compile-topics.ts';
import type { TopicDefinitions } from '../../core/topics/definition.ts';
import { parseTopicFiles } from '../../core/topics/parse-topics.ts';
import type { Topics } from '../../core/topics/topics.ts';
import { readTopicFiles } from '../../io/topics/read-topic-files.ts';

/**
 * Reads a directory of topic files, or a single file, without compiling it.
 *
 * @throws {TopicFileError} naming file and line if anything in them is wrong, or the file system's error.
 */
export async function readDefinitions(path: string): Promise<TopicDefinitions> {
  return parseTopicFiles(await readTopicFiles(path));
}

/**
 * Reads and compiles a directory of topic files, or a single file.
 *
 * @throws {TopicFileError} naming file and line if anything in them is wrong, or the file system's error.
 */
export async function loadTopics(path: string): Promise<Topics> {
  return compileTopics(await readDefinitions(path));
}

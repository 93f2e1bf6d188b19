import { compileTopics } from '../../core/topics/compile-topics.ts';
import { parseTopicFiles } from '../../core/topics/parse-topics.ts';
import type { Topics } from '../../core/topics/topics.ts';
import { readTopicFiles } from '../../io/topics/read-topic-files.ts';

/**
 * Reads and compiles a directory of topic files, or a single file.
 *
 * @throws {TopicFileError} naming file and line if anything in them is wrong, or the file system's error.
 */
export async function loadTopics(path: string): Promise<Topics> {
  return compileTopics(parseTopicFiles(await readTopicFiles(path)));
}

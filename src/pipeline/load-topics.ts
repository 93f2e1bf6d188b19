import { compileTopics } from '../core/topics/compile-topics.ts';
import { parseTopicFiles } from '../core/topics/parse-topics.ts';
import type { Topics } from '../core/topics/topics.ts';
import { readTopicFiles } from '../io/topics/read-topic-files.ts';

/**
 * Reads and compiles the topics of a directory, or of one file.
 * @throws TopicFileError that lists every problem with its file and line; the file system's error for an unreadable path
 */
export async function loadTopics(path: string): Promise<Topics> {
  return compileTopics(parseTopicFiles(await readTopicFiles(path)));
}

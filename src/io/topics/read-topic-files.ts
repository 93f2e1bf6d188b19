import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { TopicSource } from '../../core/topics/topic-file-reader.ts';
import { readNamedFile, UnreadableFileError } from '../file-error.ts';

/**
 * The YAML files of a topics directory and its subdirectories, in order of name, or one file alone. Hidden files and
 * editors' backups are passed over. `file` is the path as given, joined with the name.
 *
 * @throws UnreadableFileError
 */
export async function readTopicFiles(path: string): Promise<TopicSource[]> {
  const files = await listYaml(path).catch((error: unknown) => {
    throw new UnreadableFileError(path, error);
  });
  if (files.length === 0)
    throw new UnreadableFileError(path, new Error('it holds no .yaml file; expected a directory of topics'));
  return Promise.all(files.map(async (file) => ({ file, source: await readNamedFile(file) })));
}

async function listYaml(directory: string): Promise<string[]> {
  if (!(await stat(directory)).isDirectory()) return [directory];
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !relative(directory, file)
          .split('/')
          .some((part) => part.startsWith('.')),
    )
    .sort();
}

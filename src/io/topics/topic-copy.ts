import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface TopicCopy extends AsyncDisposable {
  readonly directory: string;
}

/** A copy of the topics with some files changed, added, or (by an empty source) removed. Disposing of it deletes it. */
export async function copyTopics(
  topics: string,
  changed: readonly { readonly file: string; readonly source: string }[],
): Promise<TopicCopy> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-topics-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    await cp(topics, directory, { recursive: true });
    for (const { file, source } of changed) {
      const target = path.join(directory, file);
      await mkdir(path.dirname(target), { recursive: true });
      if (source === '') await rm(target, { force: true });
      else await writeFile(target, source);
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return { directory, [Symbol.asyncDispose]: remove };
}

/** Replaces a file atomically, or adds it; an empty source removes it. */
export async function writeTopic(topics: string, file: string, source: string): Promise<void> {
  const target = path.join(topics, file);
  if (source === '') return rm(target, { force: true });
  // A name with a dot, so that it is not read as a topic.
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}`);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(draft, source);
  await rename(draft, target);
}

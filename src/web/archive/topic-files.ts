import { createHash } from 'node:crypto';
import path from 'node:path';
import { keepVersion, versionSource } from '../../io/store/topic-versions.ts';
import { readTopicFiles } from '../../io/topics/read-topic-files.ts';
import { writeTopic } from '../../io/topics/topic-copy.ts';
import { checkTopicFile, type Trying, tryTopics } from '../../pipeline/topics/try-topics.ts';
import type { Service } from '../../service/open-service.ts';
import { labelledTexts } from './labelled-texts.ts';
import type { Answer } from '../route.ts';
import { openLongTasks } from './long-tasks.ts';

interface TopicFile {
  readonly file: string;
  readonly source: string;
  /** Undefined for a file that defines no topic, but concepts, groups or weights. */
  readonly topic: string | undefined;
  readonly title: string | undefined;
  /** A hash of the source as it was read. It is sent back on saving, so that a change made meanwhile is noticed. */
  readonly base: string;
}

/** The largest file, in UTF-16 units. */
export const SOURCE = 512 * 1024;
/** Days of the archive that a change can be tried on. */
export const TRY_DAYS = ['7', '30', '90'] as const;

export const noTopicFile: Answer = {
  kind: 'problem',
  status: 404,
  title: 'There is no such file of topics',
};

/** The files of the topics, by their path within the directory. */
export async function topicFiles(service: Pick<Service, 'config'>): Promise<TopicFile[]> {
  const { topics } = service.config;
  return (await readTopicFiles(topics)).map(({ file, source }) => ({
    file: path.relative(topics, file),
    source,
    topic: /^topic:\s*([\w-]+)/m.exec(source)?.[1],
    title: /^title:\s*["']?([^"'\n]+)/m.exec(source)?.[1],
    base: createHash('sha256').update(source).digest('base64url').slice(0, 16),
  }));
}

/**
 * A file that exists. For a topic without a file of weights, that file with an empty source, so that it can be created.
 */
export async function topicFile(service: Service, file: string): Promise<TopicFile | undefined> {
  const files = await topicFiles(service);
  const [, topic] = /^weights\/([\w-]+)\.yaml$/.exec(file) ?? [];
  const mayBeMade = topic !== undefined && files.some((one) => one.topic === topic);
  return (
    files.find((one) => one.file === file) ??
    (mayBeMade ? { file, source: '', topic: undefined, title: undefined, base: '' } : undefined)
  );
}

/** The hashes of files as they are now, by file; empty for a file that does not exist. */
export async function basesOf(
  service: Service,
  files: readonly { readonly file: string }[],
): Promise<Map<string, string>> {
  const known = new Map((await topicFiles(service)).map(({ file, base }) => [file, base]));
  return new Map(files.map(({ file }) => [file, known.get(file) ?? '']));
}

/** Browsers send line breaks as CR LF. */
export function unixLines(source: string): string {
  const text = source.replaceAll('\r\n', '\n');
  return text.endsWith('\n') ? text : `${text}\n`;
}

interface Change {
  readonly file: string;
  readonly source: string;
  /** Empty for a file of weights that does not exist yet. */
  readonly base: string;
}

/** The tries that run, and those that ended lately. */
export const tries = openLongTasks<Change & { readonly since: string }, Trying>();

/** Begins to try a change. Returns its number; undefined where another try is running. */
export function startTry(
  service: Service,
  change: Change,
  since: (typeof TRY_DAYS)[number],
): string | undefined {
  const { topics, entities } = service.config;
  const { db } = service.store;
  return tries.start({ ...change, since }, async (progress) =>
    tryTopics(
      { db, reader: service.pipeline.reader, topics, entities },
      {
        files: [change],
        since: new Date(Date.now() - Number(since) * 86_400_000),
        labelled: await labelledTexts(topics),
      },
      progress,
    ),
  );
}

type Saved =
  | { readonly status: 'saved'; readonly file: string }
  | { readonly status: 'missing' }
  /** The file was changed by somebody else meanwhile. */
  | { readonly status: 'changed' }
  /** One line for each fault. */
  | { readonly status: 'faulty'; readonly message: string };

/** Saves a changed file and keeps the previous version. */
export async function saveTopicFile(
  service: Service,
  { file, source, base, note, who }: Change & { readonly note: string; readonly who: string },
): Promise<Saved> {
  const found = await topicFile(service, file);
  if (found === undefined) return { status: 'missing' };
  if (found.base !== base) return { status: 'changed' };
  return replaceFile(service, found, { source, note, who });
}

/** Restores the version of a file from before a change. */
export async function rollBackTopicFile(service: Service, id: string, who: string): Promise<Saved> {
  const version = await versionSource(service.store.db, id);
  const found = version === undefined ? undefined : await topicFile(service, version.file);
  if (version === undefined || found === undefined) return { status: 'missing' };
  return replaceFile(service, found, {
    source: version.source,
    note: `before going back to version ${id}`,
    who,
  });
}

async function replaceFile(
  { config: { topics, entities }, store }: Service,
  found: TopicFile,
  { source, note, who }: { source: string; note: string; who: string },
): Promise<Saved> {
  const { file } = found;
  const faults = await checkTopicFile(topics, entities, { file, source });
  if (faults !== undefined) return { status: 'faulty', message: faults };
  await keepVersion(store.db, { file, source: found.source, who, note }, new Date());
  await writeTopic(topics, file, source);
  return { status: 'saved', file };
}

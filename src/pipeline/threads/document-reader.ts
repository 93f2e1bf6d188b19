import os from 'node:os';
import type { WholeOpml } from '../../core/opml/whole-opml.ts';
import { traced } from '../../io/tracing.ts';
import { createThreadPool } from '../../io/threads/thread-pool.ts';
import type { ClassifiedText, ClassifyTask } from './classify-texts.ts';
import type { ExplainedText, TextExplanation } from './explain-text.ts';
import type { ParseFeedOutcome, ParseFeedTask } from './parse-feed.ts';
import type { ReadArticleTask, ReadPage } from './read-article.ts';
import type { ReadSitemapOutcome, ReadSitemapTask } from './read-sitemap.ts';
import type { ModelsOutcome } from './compile-models.ts';
import type { ReadingOutcome, ReadingTask } from './reading-thread.ts';
import type { SharedModels } from '../models/shared-models.ts';
import type { RuleFiles } from '../models/load-topics.ts';
import { findSoundTopics } from '../models/sound-topics.ts';

/** Reads untrusted documents on threads, so that they cannot block the event loop. */
export interface DocumentReader {
  readFeed(task: ParseFeedTask, signal?: AbortSignal): Promise<ParseFeedOutcome>;
  /**
   * The bytes of the page are moved to the thread if their buffer holds nothing else; then it is empty afterwards.
   * Feeds, the articles that are `isFirst`, and others take turns, so that a feed of many articles delays no other feed.
   */
  readArticle(
    task: Omit<ReadArticleTask, 'models'>,
    signal?: AbortSignal,
    options?: { readonly isFirst?: boolean | undefined },
  ): Promise<ReadPage>;
  /** Classifies stored articles again; the answers are in their order. A batch is one task, so it should be short. */
  classify(task: Omit<ClassifyTask, 'models'>, signal?: AbortSignal): Promise<readonly ClassifiedText[]>;
  /** Explains for every rule where it fired in a text or a page. */
  explain(task: ExplainedText, signal?: AbortSignal): Promise<TextExplanation>;
  readSitemap(task: ReadSitemapTask, signal?: AbortSignal): Promise<ReadSitemapOutcome>;
  readOpml(text: string): Promise<WholeOpml>;
  /**
   * Compiles the topic and entity files as they are now. If they are valid they are used from the next article on;
   * otherwise the previous ones stay in use.
   */
  useRules(): Promise<RulesOutcome>;
  /** How many articles are being read or wait for that. */
  readonly unread: number;
  /** How many bytes the pages of these articles have. */
  readonly unreadBytes: number;
  close(): Promise<void>;
}

/** Whether the topic and entity files are valid. */
type RulesOutcome =
  | { readonly status: 'sound'; readonly topics: readonly string[] }
  /** A line for each fault, with file and line. */
  | { readonly status: 'faulty'; readonly message: string };

export interface DocumentReaderOptions {
  /** A function is asked for each document. */
  readonly threads: number | (() => number);
  /**
   * Whether one thread is enough until a document takes long: a thread reads feeds as fast as the event loop takes them in,
   * and a second one needs 25 MB.
   */
  readonly isForFeeds?: boolean;
  readonly topics: string;
  readonly entities: string;
  /** Seconds for which one document may be computed on. */
  readonly deadline?: number;
}

/** After so long another thread reads the feeds that wait. A thread needs a part of it to start on a busy machine. Milliseconds. */
const LATE = 5_000;

/** Computing time; far more than the rules need to compile. */
const COMPILE_MS = 120_000;

/**
 * Compiles the rules, or takes them from the cache, on a thread that ends with it.
 * @returns the models too, where the files are valid
 */
export async function compileRules({ topics, entities }: RuleFiles): Promise<ModelsOutcome> {
  const pool = createThreadPool<RuleFiles, ModelsOutcome>({
    entry: new URL('./compile-models.ts', import.meta.url),
    deadlineMs: COMPILE_MS,
    maxHeapMb: 512,
  });
  try {
    return await pool.run({ topics, entities });
  } finally {
    await pool.close();
  }
}

/** Whether the rules are valid. They are compiled only if they changed since they were compiled last. */
export async function checkRules(files: RuleFiles): Promise<RulesOutcome> {
  // An error is reported by the compiler, which names the setting.
  const topics = await findSoundTopics(files).catch(() => undefined);
  return topics === undefined ? compileRules(files) : { status: 'sound', topics };
}

/** Opens the pool. Threads start with the first document; the first article compiles the rules. */
export function createDocumentReader({
  threads,
  isForFeeds = false,
  topics,
  entities,
  deadline = 20,
}: DocumentReaderOptions): DocumentReader {
  const pool = createThreadPool<ReadingTask, ReadingOutcome>({
    entry: new URL('./reading-thread.ts', import.meta.url),
    maxThreads: threads,
    furtherAfterMs: isForFeeds ? LATE : 0,
    // Otherwise the event loop would have no core of its own, and would wait behind pages that are being read.
    yields: (typeof threads === 'number' ? threads : threads()) >= os.availableParallelism(),
    deadlineMs: deadline * 1_000,
    maxHeapMb: 512,
    maxQueue: 10_000,
  });
  let models: Promise<SharedModels> | undefined;
  let unread = 0;
  let unreadBytes = 0;
  const compile = async (): Promise<SharedModels> => {
    const outcome = await compileRules({ topics, entities });
    if (outcome.status === 'sound') return outcome.models;
    throw new Error(outcome.message);
  };
  const current = (): Promise<SharedModels> => {
    if (models !== undefined) return models;
    const compiling = compile();
    models = compiling;
    // The next document tries again: the files may be repaired, or a thread may have lacked memory for a moment.
    compiling.catch(() => {
      if (models === compiling) models = undefined;
    });
    return compiling;
  };
  return {
    async readFeed(task, signal) {
      return (await traced('read feed', () =>
        pool.run({ kind: 'feed', ...task }, { signal, line: 'feeds' }),
      )) as ParseFeedOutcome;
    },
    async readArticle(task, signal, { isFirst = false } = {}) {
      // The thread takes the bytes, so their number is kept.
      const size = task.page?.bytes.byteLength ?? 0;
      unread += 1;
      unreadBytes += size;
      try {
        const models = await current();
        return (await traced('read article', () =>
          pool.run(
            { kind: 'article', ...task, models },
            {
              signal,
              transfer: wholeBuffer(task.page?.bytes),
              line: isFirst ? 'first articles' : 'other articles',
            },
          ),
        )) as ReadPage;
      } finally {
        unread -= 1;
        unreadBytes -= size;
      }
    },
    async classify(task, signal) {
      return (await pool.run(
        { kind: 'classify', ...task, models: await current() },
        { signal },
      )) as ClassifiedText[];
    },
    async explain(task, signal) {
      return (await pool.run(
        { kind: 'explain', ...task, models: await current() },
        { signal },
      )) as TextExplanation;
    },
    async readSitemap(task, signal) {
      return (await pool.run({ kind: 'sitemap', ...task }, { signal })) as ReadSitemapOutcome;
    },
    async readOpml(text) {
      return (await pool.run({ kind: 'opml', text })) as WholeOpml;
    },
    async useRules() {
      const outcome = await compileRules({ topics, entities });
      if (outcome.status === 'faulty') return outcome;
      models = Promise.resolve(outcome.models);
      return { status: 'sound', topics: outcome.topics };
    },
    get unread() {
      return unread;
    },
    get unreadBytes() {
      return unreadBytes;
    },
    close: () => pool.close(),
  };
}

/** The buffer of bytes that fill it. A copy in the process would stay until the garbage collector finds it. */
function wholeBuffer(bytes: Uint8Array | undefined): ArrayBuffer[] {
  const buffer = bytes?.buffer;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes?.byteLength ? [buffer] : [];
}

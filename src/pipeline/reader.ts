import { createThreadPool } from '../io/threads/thread-pool.ts';
import type { ClassifiedText, ClassifyTask } from './threads/classify-texts.ts';
import type { ParseFeedOutcome, ParseFeedTask } from './threads/parse-feed.ts';
import type { ReadArticleTask, ReadPage } from './threads/read-article.ts';
import type { ReadSitemapOutcome, ReadSitemapTask } from './threads/read-sitemap.ts';
import type { Reading, ReadingTask, RulesOutcome } from './threads/reading-thread.ts';

/** Reads hostile bytes on threads: the event loop only waits. */
export interface Reader {
  readFeed(task: ParseFeedTask, signal?: AbortSignal): Promise<ParseFeedOutcome>;
  readArticle(task: Omit<ReadArticleTask, 'rules'>, signal?: AbortSignal): Promise<ReadPage>;
  /** Classifies stored articles again. A batch is one task: keep it short. The answers come in their order. */
  classify(task: Omit<ClassifyTask, 'rules'>, signal?: AbortSignal): Promise<readonly ClassifiedText[]>;
  readSitemap(task: ReadSitemapTask, signal?: AbortSignal): Promise<ReadSitemapOutcome>;
  /**
   * Compiles the topic and entity files as they are now, and uses them from the next article on if they are sound;
   * otherwise the ones before stay in use.
   * @param version changes when the files do
   */
  useRules(version: string): Promise<RulesOutcome>;
  readonly load: { readonly waiting: number; readonly running: number };
  close(): Promise<void>;
}

export interface ReaderOptions {
  readonly threads: number;
  readonly topics: string;
  readonly entities: string;
  /** Seconds one document may take. */
  readonly deadline?: number;
}

/** Longer than the rules take to compile, on a machine with much else to do. */
const COMPILE_MS = 120_000;

/** Opens the pool. Threads start with the first document. */
export function createReader({ threads, topics, entities, deadline = 20 }: ReaderOptions): Reader {
  const pool = createThreadPool<ReadingTask, Reading>({
    entry: new URL('./threads/reading-thread.ts', import.meta.url),
    maxThreads: threads,
    deadlineMs: deadline * 1_000,
    maxHeapMb: 512,
    // Compiling the lexicons costs more than an idle thread does.
    idleMs: 3_600_000,
    maxQueue: 10_000,
  });
  let rules = { topics, entities, version: '' };
  return {
    async readFeed(task, signal) {
      return (await pool.run({ kind: 'feed', ...task }, { signal })) as ParseFeedOutcome;
    },
    async readArticle(task, signal) {
      return (await pool.run({ kind: 'article', ...task, rules }, { signal })) as ReadPage;
    },
    async classify(task, signal) {
      return (await pool.run({ kind: 'classify', ...task, rules }, { signal })) as ClassifiedText[];
    },
    async readSitemap(task, signal) {
      return (await pool.run({ kind: 'sitemap', ...task }, { signal })) as ReadSitemapOutcome;
    },
    async useRules(version) {
      const next = { topics, entities, version };
      const outcome = (await pool.run(
        { kind: 'rules', rules: next },
        { deadlineMs: COMPILE_MS },
      )) as RulesOutcome;
      if (outcome.status === 'sound') rules = next;
      return outcome;
    },
    get load() {
      return pool.load;
    },
    close: () => pool.close(),
  };
}

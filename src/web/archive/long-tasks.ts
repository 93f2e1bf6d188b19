import { randomBytes } from 'node:crypto';
import type { TryProgress } from '../../pipeline/topics/try-topics.ts';

interface Running<Outcome> {
  readonly outcome: Promise<Outcome>;
  /** Articles read so far, and in all; undefined before that is known. */
  readonly progress: { done: number; all: number | undefined };
}
/** Work that is running or has ended, with what it is about. */
type LongTask<About, Outcome> = About & Running<Outcome>;

/** The latest tasks; only their results can be read. */
const KEPT = 8;

/**
 * Runs work that takes longer than a client's connection: it goes on after the answer, and pages ask for its outcome
 * by the task's id. One task runs at a time, because each takes a processor and memory.
 */
export interface LongTasks<About, Outcome> {
  /** Undefined while another runs. */
  start(about: About, work: (progress: TryProgress) => Promise<Outcome>): string | undefined;
  find(id: string): LongTask<About, Outcome> | undefined;
}

export function openLongTasks<About extends object, Outcome>(): LongTasks<About, Outcome> {
  const tasks = new Map<string, LongTask<About, Outcome>>();
  let isRunning = false;
  return {
    start(about, work) {
      if (isRunning) return undefined;
      isRunning = true;
      const progress: Running<Outcome>['progress'] = { done: 0, all: undefined };
      const outcome = work({
        start: (articles) => {
          progress.all = articles;
        },
        step: () => {
          progress.done += 1;
        },
      }).finally(() => {
        isRunning = false;
      });
      // A client that waits gets the failure. Where none waits it must not end the process.
      outcome.catch(() => {});
      const id = randomBytes(12).toString('hex');
      tasks.set(id, { ...about, outcome, progress });
      for (const old of [...tasks.keys()].slice(0, Math.max(0, tasks.size - KEPT))) tasks.delete(old);
      return id;
    },
    find: (id) => tasks.get(id),
  };
}

/** How long a request waits for an outcome before it reports progress. Milliseconds. */
const WAIT = 2_000;

/** The outcome; undefined where it takes longer than a request waits. */
export async function outcomeSoon<T>({ outcome }: { readonly outcome: Promise<T> }): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), WAIT);
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}

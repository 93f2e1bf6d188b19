import { randomBytes } from 'node:crypto';
import type { Trying, TryProgress } from '../pipeline/topics/try-topics.ts';

/** A change to a topic file that is being tried, or was. */
interface Try {
  readonly file: string;
  readonly source: string;
  readonly base: string;
  readonly since: string;
  readonly outcome: Promise<Trying>;
  /** Articles read so far, and in all; undefined before that is known. */
  readonly progress: { done: number; all: number | undefined };
}

/** The latest tries; only their results can be read. */
const KEPT = 8;

/**
 * Runs tries of topic changes. A try goes on after the client's connection ends, because reading the archive takes
 * longer. One runs at a time, because each compiles all rules.
 */
export interface TopicTrials {
  /** Undefined while another runs. */
  start(
    change: Omit<Try, 'outcome' | 'progress'>,
    work: (progress: TryProgress) => Promise<Trying>,
  ): string | undefined;
  find(id: string): Try | undefined;
}

export function openTopicTrials(): TopicTrials {
  const tries = new Map<string, Try>();
  let isRunning = false;
  return {
    start(change, work) {
      if (isRunning) return undefined;
      isRunning = true;
      const progress: Try['progress'] = { done: 0, all: undefined };
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
      tries.set(id, { ...change, outcome, progress });
      for (const old of [...tries.keys()].slice(0, Math.max(0, tries.size - KEPT))) tries.delete(old);
      return id;
    },
    find: (id) => tries.get(id),
  };
}

/** How long a request waits for a try before it reports progress. Milliseconds. */
const WAIT = 2_000;

/** The result of a try; undefined where it takes longer than a request waits. */
export async function outcomeSoon({ outcome }: Try): Promise<Trying | undefined> {
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

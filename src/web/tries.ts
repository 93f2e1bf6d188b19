import { randomBytes } from 'node:crypto';
import type { Trying, TryProgress } from '../pipeline/topics/try-topics.ts';

/** A change to a file of topics that is being tried, or was. */
interface Try {
  readonly file: string;
  readonly source: string;
  readonly base: string;
  readonly since: string;
  readonly outcome: Promise<Trying>;
  /** Articles read so far, and in all; undefined before that is known. */
  readonly progress: { done: number; all: number | undefined };
}

/** Tries whose outcome can still be looked at. */
const KEPT = 8;

/**
 * Tries go on when the client has gone: reading the archive takes longer than a connection lasts. One runs at a time, for each
 * compiles all rules.
 */
export interface Tries {
  /** Undefined while another runs. */
  start(
    change: Omit<Try, 'outcome' | 'progress'>,
    work: (progress: TryProgress) => Promise<Trying>,
  ): string | undefined;
  find(id: string): Try | undefined;
}

export function openTries(): Tries {
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
      // A client that still waits gets the failure; without one it must not end the process.
      outcome.catch(() => {});
      const id = randomBytes(12).toString('hex');
      tries.set(id, { ...change, outcome, progress });
      for (const old of [...tries.keys()].slice(0, Math.max(0, tries.size - KEPT))) tries.delete(old);
      return id;
    },
    find: (id) => tries.get(id),
  };
}

/** Milliseconds that a request waits for a try before it says how far it has come. */
const WAIT = 2_000;

/** What came of a try, or undefined where it takes longer than a request waits. */
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

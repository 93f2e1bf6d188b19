import { createThreadPool } from '../../io/threads/thread-pool.ts';
import type { LanguageSuggestions } from '../suggest-terms.ts';
import type { SuggestTask } from '../threads/suggest-terms.ts';
import type { FittedWeights, FitTask } from './fit-weights.ts';

// Each piece of work has a thread that ends with it, which frees its memory and can be stopped.

/** Milliseconds. The commands of the same name have no limit. */
const LONGEST = 1_800_000;
const HEAP_MB = 2_048;

/** Runs `suggestTerms` on a thread. @throws ThreadDeadlineError, ThreadCrashError, ThreadPoolClosedError, Error */
export function suggestOnThread(task: SuggestTask, signal: AbortSignal): Promise<LanguageSuggestions[]> {
  return onThread(new URL('../threads/suggest-terms.ts', import.meta.url), task, signal);
}

/** Runs `fitWeights` on a thread. @throws ThreadDeadlineError, ThreadCrashError, ThreadPoolClosedError, Error */
export function fitOnThread(task: FitTask, signal: AbortSignal): Promise<FittedWeights> {
  return onThread(new URL('../threads/fit-weights.ts', import.meta.url), task, signal);
}

async function onThread<Task extends object, Result>(
  entry: URL,
  task: Task,
  signal: AbortSignal,
): Promise<Result> {
  const pool = createThreadPool<Task, Result>({ entry, deadlineMs: LONGEST, maxHeapMb: HEAP_MB });
  try {
    return await pool.run(task, { signal });
  } finally {
    await pool.close();
  }
}

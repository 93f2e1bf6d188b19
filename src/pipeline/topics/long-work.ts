import path from 'node:path';
import type { TopicWarning } from '../../core/topics/check-topics.ts';
import { createThreadPool } from '../../io/threads/thread-pool.ts';
import type { LanguageSuggestions } from './suggest-terms.ts';
import type { CheckTask } from '../threads/check-topics.ts';
import type { SuggestTask } from '../threads/suggest-terms.ts';
import type { FittedWeights, FitTask } from './fit-weights.ts';

// Each piece of work has a thread that ends with it, which frees its memory and can be stopped.

interface WorkLimits {
  readonly deadlineMs: number;
  readonly maxHeapMb: number;
}

/** The commands of the same name have no limits. */
const LIMITS: WorkLimits = { deadlineMs: 1_800_000, maxHeapMb: 2_048 };

/** Runs `suggestTerms` on a thread. @throws ThreadDeadlineError, ThreadCrashError, ThreadPoolClosedError, Error */
export function suggestOnThread(task: SuggestTask, signal: AbortSignal): Promise<LanguageSuggestions[]> {
  return onThread(new URL('../threads/suggest-terms.ts', import.meta.url), task, signal);
}

/** Runs `fitWeights` on a thread. @throws ThreadDeadlineError, ThreadCrashError, ThreadPoolClosedError, Error */
export function fitOnThread(
  task: FitTask,
  signal: AbortSignal,
  limits: WorkLimits = LIMITS,
): Promise<FittedWeights> {
  return onThread(new URL('../threads/fit-weights.ts', import.meta.url), task, signal, limits);
}

/**
 * Runs `checkTopics` on a thread. Each warning names its file by the path within the directory.
 *
 * @throws ThreadDeadlineError, ThreadCrashError, ThreadPoolClosedError, Error
 */
export async function checkOnThread(task: CheckTask, signal: AbortSignal): Promise<TopicWarning[]> {
  const warnings = await onThread<CheckTask, TopicWarning[]>(
    new URL('../threads/check-topics.ts', import.meta.url),
    task,
    signal,
  );
  return warnings.map((warning) => ({ ...warning, file: path.relative(task.topics, warning.file) }));
}

async function onThread<Task extends object, Result>(
  entry: URL,
  task: Task,
  signal: AbortSignal,
  limits = LIMITS,
): Promise<Result> {
  const pool = createThreadPool<Task, Result>({ entry, ...limits });
  try {
    return await pool.run(task, { signal });
  } finally {
    await pool.close();
  }
}

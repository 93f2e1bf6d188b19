import type { Worker } from 'node:worker_threads';

/** A thread that computes nothing ends too: after so many times its deadline by the clock. */
const LONGEST = 10;
/** How often the thread's computing time is looked at towards the end. Milliseconds. */
const SHORTEST_LOOK = 50;
/** How long a thread may take to say what it has used. Milliseconds. */
const ANSWER_MS = 5_000;

/**
 * Calls `end` once the thread has computed for so many milliseconds from now. On a machine that is busy with other work
 * a thread gets little of the time that passes, and its task is no worse for that. Only if it waits for very long, or
 * does not say what it has used, time by the clock decides. The thread is asked only when its time may be over.
 *
 * @param time.usedMs what the thread has computed until now
 * @returns cancels the deadline
 */
export function cpuDeadline(
  worker: Pick<Worker, 'cpuUsage'>,
  { usedMs, deadlineMs }: { readonly usedMs: number; readonly deadlineMs: number },
  end: () => void,
): () => void {
  const until = performance.now() + LONGEST * deadlineMs;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const look = async () => {
    const now = await computedMs(worker);
    if (isOver) return;
    const left = now === undefined ? 0 : deadlineMs - (now - usedMs);
    if (left <= 1 || performance.now() >= until) end();
    else wait(Math.min(left, until - performance.now()));
  };
  const wait = (ms: number) => {
    timer = setTimeout(() => void look(), Math.max(SHORTEST_LOOK, Math.ceil(ms)));
  };
  wait(deadlineMs);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** The computing time of the thread, in milliseconds; undefined where it does not say. */
async function computedMs(worker: Pick<Worker, 'cpuUsage'>): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ANSWER_MS);
  });
  try {
    const usage = await Promise.race([worker.cpuUsage(), silence]);
    return usage === undefined ? undefined : (usage.user + usage.system) / 1_000;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

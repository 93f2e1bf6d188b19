/** The permit of a task that runs. */
export interface Permit {
  /**
   * Waits for something outside the process, such as a host. If the wait is long, the permit is lent to another task;
   * this task continues when it has a permit again.
   * @param whose what it waits for; if that was slow the last time, the permit is lent at once
   */
  lend<T>(whose: string, wait: () => Promise<T>): Promise<T>;
}

type Semaphore = (work: (permit: Permit) => Promise<void>) => Promise<void>;

/** The maximum number of tasks that wait for slow hosts without a permit, as a multiple of the permits. */
const LENT = 3;

/** The maximum number of tasks at a time, including those that wait for slow hosts without a permit. */
export function mostTasks(permits: number): number {
  return permits * (1 + LENT);
}

/** The length of a wait after which its permit is lent. Milliseconds. */
const PATIENCE = 3_000;
/** How many slow hosts are remembered. */
const REMEMBERED = 5_000;

/**
 * A counting semaphore: limits how many tasks of a kind run at a time in a process. Later callers wait in order.
 * @param most how many run at a time
 * @param patience the length of a wait after which its permit is lent, in milliseconds
 */
export function createSemaphore(most: number, patience = PATIENCE): Semaphore {
  let free = most;
  let lent = 0;
  const line: (() => void)[] = [];
  const slow = new Set<string>();

  const take = async (turn: 'first' | 'last') => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => line[turn === 'first' ? 'unshift' : 'push'](resolve));
  };
  /** The permit goes directly to the first waiting task, so that no later one takes it. */
  const release = () => {
    const next = line.shift();
    if (next === undefined) free += 1;
    else next();
  };
  const permit: Permit = {
    async lend(whose, wait) {
      let isLent = false;
      const lendNow = () => {
        if (isLent || lent >= most * LENT) return;
        isLent = true;
        lent += 1;
        release();
      };
      if (slow.has(whose)) lendNow();
      const begun = performance.now();
      // Tried again at intervals, because at the moment as many permits may be lent as are allowed.
      const timer = setInterval(lendNow, patience);
      try {
        return await wait();
      } finally {
        clearInterval(timer);
        if (performance.now() - begun < patience) slow.delete(whose);
        else if (slow.size < REMEMBERED) slow.add(whose);
        if (isLent) {
          lent -= 1;
          await take('first');
        }
      }
    },
  };
  return async (work) => {
    await take('last');
    try {
      await work(permit);
    } finally {
      release();
    }
  };
}

/**
 * Runs the tasks of one job, as many at a time as the semaphore allows. None begins after the signal is aborted.
 * @throws the first error, once all have ended: the queue retries the whole job
 */
export async function runWithSemaphore<Task>(
  tasks: readonly Task[],
  semaphore: Semaphore,
  signal: AbortSignal,
  work: (task: Task, permit: Permit) => Promise<void>,
): Promise<void> {
  const ended = await Promise.allSettled(
    tasks.map((task) =>
      semaphore(async (permit) => {
        signal.throwIfAborted();
        await work(task, permit);
      }),
    ),
  );
  for (const one of ended) if (one.status === 'rejected') throw one.reason as Error;
}

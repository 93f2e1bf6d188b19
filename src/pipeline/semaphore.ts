type Semaphore = (work: () => Promise<void>) => Promise<void>;

/**
 * A counting semaphore: limits how many tasks of a kind run at a time in a process. Later callers wait in order.
 * @param most how many run at a time
 */
export function createSemaphore(most: number): Semaphore {
  let free = most;
  const line: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      await work();
    } finally {
      // The slot goes directly to the first that waits, so that no newcomer takes it.
      const next = line.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/**
 * Runs the tasks of one job, as many at a time as the semaphore allows; none begins after the signal is aborted.
 * @throws the first error, once all have ended: the queue retries the whole job
 */
export async function runWithSemaphore<Task>(
  tasks: readonly Task[],
  semaphore: Semaphore,
  signal: AbortSignal,
  work: (task: Task) => Promise<void>,
): Promise<void> {
  const ended = await Promise.allSettled(
    tasks.map((task) =>
      semaphore(async () => {
        signal.throwIfAborted();
        await work(task);
      }),
    ),
  );
  for (const one of ended) if (one.status === 'rejected') throw one.reason as Error;
}

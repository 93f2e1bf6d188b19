type Place = (work: () => Promise<void>) => Promise<void>;

/**
 * A counting semaphore: limits how many tasks of a kind run at a time in a process. Later callers wait in order.
 * @param most the number of places
 */
export function placesFor(most: number): Place {
  let free = most;
  const line: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      await work();
    } finally {
      // The place goes directly to the first that waits, so that no newcomer takes it.
      const next = line.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/**
 * Runs the tasks of one job, each in a place of its own; none begins after the signal is aborted.
 * @throws the first error, once all have ended: the queue retries the whole job
 */
export async function eachInPlace<Task>(
  tasks: readonly Task[],
  place: Place,
  signal: AbortSignal,
  work: (task: Task) => Promise<void>,
): Promise<void> {
  const ended = await Promise.allSettled(
    tasks.map((task) =>
      place(async () => {
        signal.throwIfAborted();
        await work(task);
      }),
    ),
  );
  for (const one of ended) if (one.status === 'rejected') throw one.reason as Error;
}

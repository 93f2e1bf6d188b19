type Place = (work: () => Promise<void>) => Promise<void>;

/**
 * Places for work of which only so much may be under way in a process. Who comes when all are taken waits in line.
 * @param most how many there are
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
      // The place goes straight to the first in line, so that no newcomer takes it.
      const next = line.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/**
 * Does the tasks of one job, each when there is a place for it; none begins once the signal is aborted.
 * @throws what the first of them threw, when all have ended: the queue brings the whole job again
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

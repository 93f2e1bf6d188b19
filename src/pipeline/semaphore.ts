/** The permit of a task that runs. */
export interface Permit {
  /**
   * Waits for something outside the process, such as a host. If the wait is long, the permit is lent to another task;
   * this task continues when it has a permit again.
   * @param whose what it waits for; if that was slow the last time, the permit is lent at once
   */
  lend<T>(whose: string, wait: () => Promise<T>): Promise<T>;
  /** Gives the permit to another task early; the remaining work of this one needs none. */
  end(): void;
}

/** Who is given a permit: tasks that take theirs back, then those that are `first`, then others. */
const TURNS = { back: 0, first: 1, other: 2 };
type Turn = keyof typeof TURNS;

type Semaphore = (work: (permit: Permit) => Promise<void>, turn?: 'first' | 'other') => Promise<void>;

/** The maximum number of tasks that wait for slow hosts without a permit, as a multiple of the permits. */
const LENT = 3;

/** The maximum number of tasks at a time, including those that wait for slow hosts without a permit. */
export function mostTasks(permits: number): number {
  return permits * (1 + LENT);
}

/** The length of a wait after which its permit is lent. Milliseconds. */
const PATIENCE = 3_000;
/**
 * While tasks wait, freed permits may be given out together, so that the tasks that begin together share their statements.
 * For how long a permit waits for others: milliseconds.
 */
const GATHERING = 150;
/** How many slow hosts are remembered. */
const REMEMBERED = 5_000;

interface SemaphoreOptions {
  /** The length of a wait after which its permit is lent. Milliseconds. */
  readonly patience?: number | undefined;
  /** Whether freed permits wait for others, where the tasks begin with statements that they can share. Default: yes. */
  readonly gathers?: boolean;
}

/**
 * A counting semaphore: limits how many tasks of a kind run at a time in a process. Later callers wait in
 * order, those that are `first` before others.
 * @param most how many run at a time
 */
export function createSemaphore(
  most: number,
  { patience = PATIENCE, gathers = true }: SemaphoreOptions = {},
): Semaphore {
  let free = most;
  let lent = 0;
  let timer: NodeJS.Timeout | undefined;
  const line: { readonly turn: number; readonly begin: () => void }[] = [];
  const slow = new Set<string>();

  const take = async (turn: Turn) => {
    // The line is in order of turns, so most look at its last one only.
    const before = line.findLastIndex((one) => one.turn <= TURNS[turn]) + 1;
    if (free > 0 && before === 0) free -= 1;
    else await new Promise<void>((begin) => void line.splice(before, 0, { turn: TURNS[turn], begin }));
  };
  const giveOut = () => {
    clearTimeout(timer);
    timer = undefined;
    for (; free > 0 && line.length > 0; free -= 1) line.shift()?.begin();
  };
  const release = () => {
    free += 1;
    if (line.length === 0) return;
    if (!gathers || free >= most / 2) giveOut();
    else timer ??= setTimeout(giveOut, GATHERING);
  };

  async function lend<T>(whose: string, wait: () => Promise<T>): Promise<T> {
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
    const interval = setInterval(lendNow, patience);
    try {
      return await wait();
    } finally {
      clearInterval(interval);
      if (performance.now() - begun < patience) slow.delete(whose);
      else if (slow.size < REMEMBERED) slow.add(whose);
      if (isLent) {
        lent -= 1;
        await take('back');
      }
    }
  }

  return async (work, turn = 'other') => {
    await take(turn);
    let isHeld = true;
    const end = () => {
      if (isHeld) release();
      isHeld = false;
    };
    try {
      await work({ lend: (whose, wait) => (isHeld ? lend(whose, wait) : wait()), end });
    } finally {
      end();
    }
  };
}

/** Waits for a permit that is held until its `end` is called. */
function takePermit(semaphore: Semaphore): Promise<Permit> {
  return new Promise((resolve) => {
    void semaphore(
      (permit) =>
        new Promise((end) => {
          resolve({ lend: (whose, wait) => permit.lend(whose, wait), end });
        }),
    );
  });
}

/** A permit that the work takes later than it begins. */
export interface LatePermit extends Permit {
  /** Waits for the permit. It is also taken by the first `lend`. */
  take(): Promise<void>;
}

/**
 * Does work that takes its permit only when it needs it, and keeps it then.
 * @param begun the permit to begin, which ends when the other one is there
 */
export async function withLatePermit(
  semaphore: Semaphore,
  begun: Permit,
  work: (permit: LatePermit) => Promise<void>,
): Promise<void> {
  let taken: Promise<Permit> | undefined;
  const take = async () => {
    taken ??= takePermit(semaphore);
    const permit = await taken;
    begun.end();
    return permit;
  };
  const end = () => void taken?.then((permit) => permit.end());
  try {
    await work({
      take: async () => void (await take()),
      lend: async (whose, wait) => (await take()).lend(whose, wait),
      end,
    });
  } finally {
    end();
  }
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
  turn?: 'first' | 'other',
): Promise<void> {
  const ended = await Promise.allSettled(
    tasks.map((task) =>
      semaphore(async (permit) => {
        signal.throwIfAborted();
        await work(task, permit);
      }, turn),
    ),
  );
  for (const one of ended) if (one.status === 'rejected') throw one.reason as Error;
}

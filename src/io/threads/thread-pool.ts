import { Piscina, queueOptionsSymbol } from 'piscina';
import {
  ThreadCrashError,
  ThreadDeadlineError,
  ThreadPoolClosedError,
  ThreadQueueFullError,
} from './thread-errors.ts';

export interface ThreadPoolOptions {
  /** The module that the threads load; a `.ts` file will do. */
  readonly entry: URL;
  /** The name under which the module exports the function that runs a task. Default `run`. */
  readonly exportName?: string;
  /** Threads at the most; they start when there is work. Default 1. */
  readonly maxThreads?: number;
  /** How long one task may run, in milliseconds; waiting for a free thread does not count. */
  readonly deadlineMs: number;
  /** Old-space heap of one thread in MB. Buffers (`Uint8Array`) lie outside it. Default 256. */
  readonly maxHeapMb?: number;
  /** Tasks that may wait for a thread. Default 1000. */
  readonly maxQueue?: number;
  /** An idle thread gives its memory back after so many milliseconds. Default 60,000. */
  readonly idleMs?: number;
}

interface RunOptions {
  /** Overrides the pool's deadline, in milliseconds. */
  readonly deadlineMs?: number;
  /** Gives the task up, waiting or running. */
  readonly signal?: AbortSignal | undefined;
}

export interface ThreadPool<Task extends object, Result> {
  /**
   * Runs one task on a thread. Task and result are structured clones.
   * @throws ThreadDeadlineError, ThreadCrashError, ThreadQueueFullError, ThreadPoolClosedError,
   *   the signal's reason, or what the task itself threw (a clone: its class is lost, its name and message are not).
   */
  run(task: Task, options?: RunOptions): Promise<Result>;
  /** Tasks that wait and tasks that run, for metrics. */
  readonly load: { readonly waiting: number; readonly running: number };
  /** Refuses what waits, stops the threads. Running tasks are given up. */
  close(): Promise<void>;
}

/** Longer than a thread takes to start and load its entry on a busy machine. */
const START_GRACE_MS = 5_000;

interface Dispatch {
  /** The thread has the task now. */
  readonly started: (threadId: number) => void;
}

/**
 * Threads for work on hostile input: a task that loops, or that eats its heap, costs that task and nothing else.
 *
 * At most `maxThreads` tasks are handed to piscina at a time and the rest wait here, because piscina starts no
 * new thread for tasks in its own queue when an aborted task took the last thread with it.
 */
export function createThreadPool<Task extends object, Result>(
  options: ThreadPoolOptions,
): ThreadPool<Task, Result> {
  const { maxThreads = 1, maxHeapMb = 256, maxQueue = 1000, idleMs = 60_000 } = options;
  const ready = new Set<number>();
  const undispatched = new Set<(error: Error) => void>();
  const waiting: { readonly start: () => void; readonly refuse: (error: Error) => void }[] = [];
  let running = 0;
  let closed = false;

  const pool = new Piscina<Task, Result>({
    filename: options.entry.href,
    name: options.exportName ?? 'run',
    minThreads: 0,
    maxThreads,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: 32 },
    recordTiming: false,
    // A thread that waits in Atomics.wait never turns its event loop, and what the collector has to finish there
    // piles up: the heap of the thread kept growing under a long row of tasks.
    atomics: 'disabled',
    loadBalancer(task, threads) {
      const idle = threads.find((thread) => ready.has(thread.id) && thread.currentUsage === 0);
      if (idle === undefined) return null;
      (task[queueOptionsSymbol] as Dispatch).started(idle.id);
      return idle;
    },
  });
  pool.on('workerCreate', (thread: { id: number }) => ready.add(thread.id));
  const alive = (threadId: number) => pool.threads.some((thread) => thread.threadId === threadId);
  // A thread that dies without a task (above all while it loads the entry) leaves its task waiting for ever. But the
  // error may also be the last word of a thread whose task was given up before: then a fresh thread takes the task soon.
  pool.on('error', (cause: Error) => {
    const waitingNow = [...undispatched];
    setTimeout(() => {
      for (const refuse of waitingNow)
        if (undispatched.has(refuse)) refuse(new ThreadCrashError('a thread did not start', { cause }));
    }, START_GRACE_MS).unref();
  });

  async function execute(
    task: Task,
    { deadlineMs = options.deadlineMs, signal }: RunOptions,
  ): Promise<Result> {
    const stop = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    let threadId: number | undefined;
    let verdict: unknown;
    const giveUp = (reason: unknown) => {
      verdict ??= reason;
      stop.abort(reason);
    };
    const onAbort = () => giveUp(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    undispatched.add(giveUp);
    const dispatch: Dispatch = {
      started(id) {
        threadId = id;
        undispatched.delete(giveUp);
        timer = setTimeout(() => giveUp(new ThreadDeadlineError(deadlineMs)), deadlineMs);
      },
    };
    try {
      return await pool.run(Object.assign(task, { [queueOptionsSymbol]: dispatch }), { signal: stop.signal });
    } catch (error) {
      if (verdict !== undefined) throw verdict;
      if (closed) throw new ThreadPoolClosedError('the pool was closed while the task ran', { cause: error });
      if (threadId === undefined || alive(threadId)) throw error;
      throw asCrash(error);
    } finally {
      for (const id of ready) if (!alive(id)) ready.delete(id);
      clearTimeout(timer);
      undispatched.delete(giveUp);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  function next(): void {
    while (running < maxThreads && waiting.length > 0) {
      running++;
      waiting.shift()?.start();
    }
  }

  return {
    async run(task, runOptions = {}) {
      if (closed) throw new ThreadPoolClosedError('the pool is closed');
      runOptions.signal?.throwIfAborted();
      if (running < maxThreads) {
        running++;
      } else {
        if (waiting.length >= maxQueue) throw new ThreadQueueFullError(`${maxQueue} tasks wait already`);
        await turn(waiting, runOptions.signal);
      }
      try {
        return await execute({ ...task }, runOptions);
      } finally {
        running--;
        next();
      }
    },
    get load() {
      return { waiting: waiting.length, running };
    },
    async close() {
      closed = true;
      const error = new ThreadPoolClosedError('the pool was closed before the task ran');
      for (const one of waiting.splice(0)) one.refuse(error);
      await pool.destroy();
    },
  };
}

/** Waits until the queue calls; leaves the queue when the signal says so. */
function turn(
  waiting: { start: () => void; refuse: (error: Error) => void }[],
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const one = {
      start() {
        signal?.removeEventListener('abort', leave);
        resolve();
      },
      refuse(error: Error) {
        signal?.removeEventListener('abort', leave);
        reject(error);
      },
    };
    const leave = () => {
      waiting.splice(waiting.indexOf(one), 1);
      reject(signal?.reason as Error);
    };
    waiting.push(one);
    signal?.addEventListener('abort', leave, { once: true });
  });
}

function asCrash(cause: unknown): ThreadCrashError {
  const outOfMemory = (cause as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
  const message = outOfMemory
    ? 'the task used up the heap of its thread'
    : `the task brought its thread down: ${(cause as { message?: string }).message || 'the thread gave no reason'}`;
  return new ThreadCrashError(message, { cause, outOfMemory });
}

import { type PooledThread, startThread } from './pooled-thread.ts';
import { ThreadPoolClosedError, ThreadQueueFullError } from './thread-errors.ts';

export interface ThreadPoolOptions {
  /** The module that the threads load, as `.ts`. */
  readonly entry: URL;
  /** The exported function that runs a task. Default `run`. */
  readonly exportName?: string;
  /** The maximum number of threads; they start when there is work. Default 1. */
  readonly maxThreads?: number;
  /** How long one task may compute, in milliseconds; waiting for a free thread or a busy processor does not count. */
  readonly deadlineMs: number;
  /** Old-space heap of one thread in MB. Buffers (`Uint8Array`) lie outside it. Default 256. */
  readonly maxHeapMb?: number;
  /** Tasks that may wait for a thread. Default 1000. */
  readonly maxQueue?: number;
  /** An idle thread ends, and frees its memory, after so many milliseconds. Default 60,000. */
  readonly idleMs?: number;
}

/** A thread that keeps more heap after a task ends, in MB: V8 gives it back only after long idleness. Usual pages leave 60. */
const KEPT_HEAP_MB = 128;

interface RunOptions {
  /** Overrides the pool's deadline, in milliseconds. */
  readonly deadlineMs?: number;
  /** Cancels the task, waiting or running. */
  readonly signal?: AbortSignal | undefined;
  /** Buffers of the task that are moved to the thread instead of copied. They are empty here afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
}

export interface ThreadPool<Task extends object, Result> {
  /**
   * Runs one task on a thread. Task and result are structured clones.
   * @throws ThreadDeadlineError, ThreadCrashError, ThreadStartError, ThreadQueueFullError,
   *   ThreadPoolClosedError, the signal's reason, or what the task itself threw (a clone: its class is lost, its name and message are not).
   */
  run(task: Task, options?: RunOptions): Promise<Result>;
  /** Numbers of waiting and of running tasks. */
  readonly load: { readonly waiting: number; readonly running: number };
  /** Stops the threads. Waiting and running tasks are rejected. */
  close(): Promise<void>;
}

/**
 * Threads for work on hostile input. A task that loops or exhausts its heap affects no other task. The module may
 * export `prepare(task)` beside its function; the time it takes does not count against the deadline.
 */
export function createThreadPool<Task extends object, Result>(
  options: ThreadPoolOptions,
): ThreadPool<Task, Result> {
  const { maxThreads = 1, maxHeapMb = 256, maxQueue = 1000, idleMs = 60_000 } = options;
  const idle: { readonly thread: PooledThread; readonly timer: NodeJS.Timeout }[] = [];
  const waiting: Waiting[] = [];
  const stop = new AbortController();
  let running = 0;

  function takeThread(): PooledThread {
    // The thread that was used last, so that the others can reach their idle limit.
    for (let one = idle.pop(); one !== undefined; one = idle.pop()) {
      clearTimeout(one.timer);
      if (one.thread.isAlive) return one.thread;
    }
    return startThread({ entry: options.entry.href, exportName: options.exportName ?? 'run', maxHeapMb });
  }

  function giveBack(thread: PooledThread): void {
    if (!thread.isAlive || stop.signal.aborted || thread.heapMb > KEPT_HEAP_MB) return void thread.stop();
    const timer = setTimeout(() => {
      idle.splice(
        idle.findIndex((one) => one.thread === thread),
        1,
      );
      void thread.stop();
    }, idleMs).unref();
    idle.push({ thread, timer });
  }

  return {
    async run(task, { deadlineMs = options.deadlineMs, signal, transfer = [] } = {}) {
      if (stop.signal.aborted) throw new ThreadPoolClosedError('the pool is closed');
      signal?.throwIfAborted();
      if (running < maxThreads) {
        running++;
      } else {
        if (waiting.length >= maxQueue) throw new ThreadQueueFullError(`${maxQueue} tasks wait already`);
        await turn(waiting, signal);
      }
      let thread: PooledThread | undefined;
      try {
        thread = takeThread();
        const either = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
        return (await thread.run(task, { deadlineMs, signal: either, transfer })) as Result;
      } finally {
        if (thread !== undefined) giveBack(thread);
        // The freed thread goes to the task that has waited longest.
        const next = waiting.shift();
        if (next === undefined) running--;
        else next.start();
      }
    },
    get load() {
      return { waiting: waiting.length, running };
    },
    async close() {
      const error = new ThreadPoolClosedError('the pool was closed before the task ran');
      for (const one of waiting.splice(0)) one.refuse(error);
      stop.abort(new ThreadPoolClosedError('the pool was closed while the task ran'));
      await Promise.all(
        idle.splice(0).map(({ thread, timer }) => {
          clearTimeout(timer);
          return thread.stop();
        }),
      );
    },
  };
}

interface Waiting {
  readonly start: () => void;
  readonly refuse: (error: Error) => void;
}

/** Waits for a free thread; rejects when the signal is aborted. */
function turn(waiting: Waiting[], signal: AbortSignal | undefined): Promise<void> {
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

import { type PooledThread, startThread } from './pooled-thread.ts';
import { ThreadGoneError, ThreadPoolClosedError, ThreadQueueFullError } from './thread-errors.ts';
import { takeTurns } from './turns.ts';

export interface ThreadPoolOptions {
  /** The module that the threads load, as `.ts`. */
  readonly entry: URL;
  /** The exported function that runs a task. Default `run`. */
  readonly exportName?: string;
  /**
   * The maximum number of threads; they start when there is work. Default 1. If a function's answer falls, the threads that are too
   * many get no further tasks.
   */
  readonly maxThreads?: number | (() => number);
  /**
   * A thread beside the first one gets tasks only while some task has waited or run for longer than this, in milliseconds.
   * Default 0: at once.
   */
  readonly furtherAfterMs?: number;
  /** Whether the event loop and other processes come first where there are too few cores for all. Default: no. */
  readonly yields?: boolean;
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

/**
 * How many tasks a thread has at a time: it begins the next one without waiting for the event loop, which is often busy
 * for as long as a page takes to read.
 */
const GIVEN_AHEAD = 2;

interface RunOptions {
  /** Overrides the pool's deadline, in milliseconds. */
  readonly deadlineMs?: number;
  /** Cancels the task, waiting or running. */
  readonly signal?: AbortSignal | undefined;
  /** Buffers of the task that are moved to the thread. They are empty here when the task begins. */
  readonly transfer?: readonly ArrayBuffer[];
  /** Tasks of one line wait in order of arrival, and the lines take turns. Default: one line for all. */
  readonly line?: string | undefined;
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
  const {
    maxThreads: most = 1,
    furtherAfterMs = 0,
    maxHeapMb = 256,
    maxQueue = 1000,
    idleMs = 60_000,
  } = options;
  /** How many tasks have waited or run for longer than `furtherAfterMs`. */
  let late = 0;
  const maxThreads = () => {
    if (furtherAfterMs > 0 && late === 0) return 1;
    return typeof most === 'number' ? most : most();
  };
  const idle: { readonly thread: PooledThread; readonly timer: NodeJS.Timeout }[] = [];
  const busy = new Set<PooledThread>();
  const waiting = takeTurns<Waiting>();
  const closing = new AbortController();

  function takeIdle(): PooledThread | undefined {
    // The thread that was used last, so that the others can reach their idle limit.
    for (let one = idle.pop(); one !== undefined; one = idle.pop()) {
      clearTimeout(one.timer);
      if (one.thread.isAlive) return one.thread;
    }
    return undefined;
  }

  function newThread(): PooledThread {
    const thread: PooledThread = startThread({
      entry: options.entry.href,
      exportName: options.exportName ?? 'run',
      yields: options.yields ?? false,
      maxHeapMb,
      onLeft: () => giveBack(thread),
    });
    return thread;
  }

  function threadFor(): PooledThread | undefined {
    const max = maxThreads();
    if (busy.size >= max) return [...busy].slice(0, max).find(({ pending }) => pending < GIVEN_AHEAD);
    return takeIdle() ?? newThread();
  }

  /** A thread without tasks waits for the next, or ends; then what waits begins. */
  function giveBack(thread: PooledThread): void {
    if (busy.has(thread)) settle(thread);
    dispatch();
  }

  function settle(thread: PooledThread): void {
    const isKept = thread.isAlive && !closing.signal.aborted && thread.heapMb <= KEPT_HEAP_MB;
    if (isKept && thread.pending > 0) return;
    busy.delete(thread);
    if (!isKept) return void thread.stop();
    const timer = setTimeout(() => {
      idle.splice(
        idle.findIndex((one) => one.thread === thread),
        1,
      );
      void thread.stop();
    }, idleMs).unref();
    idle.push({ thread, timer });
  }

  function dispatch(): void {
    while (waiting.size > 0) {
      let thread: PooledThread | undefined;
      try {
        thread = threadFor();
      } catch (error) {
        waiting.take()?.reject(error);
        continue;
      }
      if (thread === undefined) return;
      void runOn(thread, waiting.take()!);
    }
    // Nothing waits: an idle thread takes what waits for a busy one.
    if (busy.size < maxThreads()) for (const thread of busy) thread.takeBack();
  }

  async function runOn(thread: PooledThread, one: Waiting): Promise<void> {
    // A task that waits in the thread may yet have to run on another one.
    const isMoved = thread.pending === 0;
    busy.add(thread);
    try {
      one.resolve(await thread.run(one.task, { ...one, buffers: one.transfer, isMoved }));
    } catch (error) {
      if (!(error instanceof ThreadGoneError)) one.reject(error);
      else if (closing.signal.aborted) one.reject(closing.signal.reason);
      else waiting.putBack(one);
    }
    // Also where the task could not be given to the thread.
    giveBack(thread);
  }

  /** Lets a further thread start when a task takes long; to be called when the task has ended. */
  function watchForLateness(): () => void {
    if (furtherAfterMs === 0) return () => {};
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      late += 1;
      dispatch();
    }, furtherAfterMs).unref();
    return () => {
      clearTimeout(timer);
      if (isLate) late -= 1;
    };
  }

  function load(): { waiting: number; running: number } {
    const ahead = [...busy].reduce((sum, { pending }) => sum + Math.max(0, pending - 1), 0);
    return { waiting: waiting.size + ahead, running: busy.size };
  }

  return {
    async run(task, { deadlineMs = options.deadlineMs, signal, transfer = [], line = '' } = {}) {
      if (closing.signal.aborted) throw new ThreadPoolClosedError('the pool is closed');
      signal?.throwIfAborted();
      if (busy.size >= maxThreads() && load().waiting >= maxQueue)
        throw new ThreadQueueFullError(`${maxQueue} tasks wait already`);
      const either = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]);
      let leave = () => {};
      const ended = watchForLateness();
      try {
        return (await new Promise((resolve, reject) => {
          const settle = { resolve: resolve as (result: unknown) => void, reject };
          const one: Waiting = { task, deadlineMs, signal: either, transfer, ...settle };
          leave = () => {
            if (waiting.remove(one)) reject(signal?.reason as Error);
          };
          signal?.addEventListener('abort', leave, { once: true });
          waiting.add(one, line);
          dispatch();
        })) as Result;
      } finally {
        ended();
        signal?.removeEventListener('abort', leave);
      }
    },
    get load() {
      return load();
    },
    async close() {
      const error = new ThreadPoolClosedError('the pool was closed before the task ran');
      for (const one of waiting.removeAll()) one.reject(error);
      closing.abort(new ThreadPoolClosedError('the pool was closed while the task ran'));
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
  readonly task: object;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly transfer: readonly ArrayBuffer[];
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

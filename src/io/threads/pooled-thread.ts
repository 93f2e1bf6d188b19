import { Worker } from 'node:worker_threads';
import { cpuDeadline } from './cpu-deadline.ts';
import { ThreadCrashError, ThreadDeadlineError, ThreadGoneError, ThreadStartError } from './thread-errors.ts';
import type { FromThread, ThreadData } from './thread-messages.ts';

/** Computing time; far more than a thread needs to load its entry. */
const START_MS = 120_000;

export interface PooledThreadOptions extends ThreadData {
  readonly maxHeapMb: number;
  /** Called when a task has left the thread: it was answered, also one that nobody waits for any more, or the thread ended. */
  readonly onLeft: () => void;
}

interface ThreadRun {
  /** Computing time. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Buffers of the task that only the thread needs once the task has begun. */
  readonly buffers: readonly ArrayBuffer[];
  /**
   * Whether the buffers are moved at once. Otherwise they are copied, so that the task can still run elsewhere, and freed
   * when it begins.
   */
  readonly isMoved: boolean;
}

/** A thread, which runs one task at a time. A task that exceeds its deadline ends the thread. */
export interface PooledThread {
  /**
   * Runs a task, after those that it was given before.
   * @throws ThreadGoneError if the task did not begin and may run elsewhere; ThreadDeadlineError, ThreadCrashError,
   *   ThreadStartError, the signal's reason, or what the task threw
   */
  run(task: object, run: ThreadRun): Promise<unknown>;
  readonly isAlive: boolean;
  /** The tasks that it runs and that wait for it. */
  readonly pending: number;
  /** The heap that it kept from its last task, in MB. */
  readonly heapMb: number;
  /** Rejects the tasks that wait for it with ThreadGoneError. */
  takeBack(): void;
  /** Ends it. Its tasks are rejected with ThreadGoneError. */
  stop(): Promise<void>;
}

/** A task that was given to a thread. */
interface Given {
  readonly run: ThreadRun;
  /** To be freed when it begins. */
  buffers: readonly ArrayBuffer[];
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** @throws ThreadStartError */
export function startThread({ maxHeapMb, onLeft, ...data }: PooledThreadOptions): PooledThread {
  const worker = startWorker(data, maxHeapMb);
  /** The first one runs. One that was rejected meanwhile stays, because the thread will answer it too. */
  const given: Given[] = [];
  let isAlive = true;
  let heapMb = 0;
  let usedMs = 0;
  let cancel = () => {};

  /** Only the task that runs is to blame. */
  function end(error: unknown): void {
    isAlive = false;
    cancel();
    void worker.terminate();
    for (const [at, one] of given.splice(0).entries()) one.reject(at === 0 ? error : new ThreadGoneError());
    onLeft();
  }

  function begin(): void {
    const [running] = given;
    if (running === undefined) return worker.unref();
    cancel = cpuDeadline(worker, { usedMs, deadlineMs: START_MS }, () =>
      end(new ThreadStartError(`a thread did not start within ${START_MS} ms of computing`)),
    );
  }

  function next(): Given | undefined {
    cancel();
    const ended = given.shift();
    begin();
    return ended;
  }

  worker.on('message', (message: FromThread) => {
    usedMs = message.cpuMs;
    if (message.kind === 'started') {
      cancel();
      // From now on the task cannot run elsewhere. The garbage collector would find its buffers much later.
      for (const buffer of given[0]?.buffers ?? []) if (!buffer.detached) buffer.transfer(0);
      const deadlineMs = given[0]?.run.deadlineMs ?? START_MS;
      cancel = cpuDeadline(worker, { usedMs, deadlineMs }, () => end(new ThreadDeadlineError(deadlineMs)));
      return;
    }
    heapMb = message.heapMb;
    if (message.kind === 'result') next()?.resolve(message.result);
    else next()?.reject(message.error);
    onLeft();
  });
  worker.on('error', (error) => end(asCrash(error)));
  worker.on('exit', (code) => end(asCrash(new Error(`Thread exited with code: ${code}`))));
  // Idle threads keep no process alive.
  worker.unref();

  return {
    get isAlive() {
      return isAlive;
    },
    get pending() {
      return given.length;
    },
    get heapMb() {
      return heapMb;
    },
    takeBack() {
      for (const one of given.slice(1)) {
        one.buffers = [];
        one.reject(new ThreadGoneError());
      }
    },
    async stop() {
      isAlive = false;
      cancel();
      for (const one of given.splice(0)) one.reject(new ThreadGoneError());
      await worker.terminate();
    },
    async run(task, run) {
      let onAbort = () => {};
      try {
        return await new Promise((resolve, refuse) => {
          const one: Given = { run, buffers: run.buffers, resolve, reject: refuse };
          onAbort = () => {
            // A thread in an endless loop can only be terminated.
            if (one === given[0]) end(run.signal.reason);
            else refuse(run.signal.reason as Error);
          };
          run.signal.addEventListener('abort', onAbort, { once: true });
          worker.postMessage(task, run.isMoved ? run.buffers : []);
          worker.ref();
          given.push(one);
          if (given.length === 1) begin();
        });
      } finally {
        run.signal.removeEventListener('abort', onAbort);
      }
    },
  };
}

function startWorker(workerData: ThreadData, maxHeapMb: number): Worker {
  try {
    return new Worker(new URL('./start-thread.js', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: 12 },
    });
  } catch (cause) {
    throw new ThreadStartError(
      `the machine gives this process no further thread (${(cause as Error).message}): raise the limit of its processes (ulimit -u, TasksMax= under systemd, pids_limit in Compose)`,
      { cause },
    );
  }
}

function asCrash(cause: unknown): ThreadCrashError {
  const outOfMemory = (cause as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
  const message = outOfMemory
    ? 'the task used up the heap of its thread'
    : `the task brought its thread down: ${(cause as { message?: string }).message || 'the thread gave no reason'}`;
  return new ThreadCrashError(message, { cause, outOfMemory });
}

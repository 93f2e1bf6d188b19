import { Worker } from 'node:worker_threads';
import { cpuDeadline } from './cpu-deadline.ts';
import { ThreadCrashError, ThreadDeadlineError, ThreadStartError } from './thread-errors.ts';
import type { FromThread, ThreadData } from './thread-messages.ts';

/** Computing time; far more than a thread needs to load its entry. */
const START_MS = 120_000;

export interface PooledThreadOptions extends ThreadData {
  readonly maxHeapMb: number;
}

interface ThreadRun {
  /** Computing time. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly transfer: readonly ArrayBuffer[];
}

/** One thread, which runs one task at a time. A task that exceeds its deadline ends the thread. */
export interface PooledThread {
  /**
   * Runs a task. Must not be called while another runs.
   * @param run.transfer buffers of the task that are moved to the thread, not copied
   * @throws ThreadDeadlineError, ThreadCrashError, ThreadStartError, the signal's reason, or what the task threw
   */
  run(task: object, run: ThreadRun): Promise<unknown>;
  readonly isAlive: boolean;
  /** The heap that it kept from its last task, in MB. */
  readonly heapMb: number;
  stop(): Promise<void>;
}

/** @throws ThreadStartError */
export function startThread({ maxHeapMb, ...data }: PooledThreadOptions): PooledThread {
  const worker = startWorker(data, maxHeapMb);
  let isAlive = true;
  let heapMb = 0;
  let usedMs = 0;
  let lastError: unknown;
  let hear: (message: FromThread) => void = () => {};
  let fail: (cause: unknown) => void = () => {};
  worker.on('message', (message: FromThread) => hear(message));
  worker.on('error', (error) => {
    isAlive = false;
    lastError = error;
    fail(error);
  });
  worker.on('exit', (code) => {
    isAlive = false;
    fail(lastError ?? new Error(`Thread exited with code: ${code}`));
  });
  // Idle threads keep no process alive.
  worker.unref();

  return {
    get isAlive() {
      return isAlive;
    },
    get heapMb() {
      return heapMb;
    },
    async stop() {
      isAlive = false;
      await worker.terminate();
    },
    async run(task, { deadlineMs, signal, transfer }) {
      let cancel = () => {};
      let onAbort: (() => void) | undefined;
      worker.ref();
      try {
        return await new Promise((resolve, reject) => {
          const giveUp = (reason: unknown) => {
            // A thread in an endless loop can only be terminated.
            isAlive = false;
            void worker.terminate();
            reject(reason as Error);
          };
          onAbort = () => giveUp(signal.reason);
          signal.addEventListener('abort', onAbort, { once: true });
          cancel = cpuDeadline(worker, { usedMs, deadlineMs: START_MS }, () =>
            giveUp(new ThreadStartError(`a thread did not start within ${START_MS} ms of computing`)),
          );
          fail = (cause) => reject(asCrash(cause));
          hear = (message) => {
            usedMs = message.cpuMs;
            if (message.kind !== 'started') heapMb = message.heapMb;
            if (message.kind === 'result') resolve(message.result);
            else if (message.kind === 'error') reject(message.error as Error);
            else {
              cancel();
              cancel = cpuDeadline(worker, { usedMs, deadlineMs }, () =>
                giveUp(new ThreadDeadlineError(deadlineMs)),
              );
            }
          };
          worker.postMessage(task, transfer);
        });
      } finally {
        cancel();
        if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
        hear = () => {};
        fail = () => {};
        worker.unref();
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

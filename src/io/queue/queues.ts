import type { Queue, Worker } from 'bullmq';
import { UnrecoverableError } from 'bullmq';
import type { QueueBackend } from './backend.ts';
import { JOBS, type JobHandler, type JobName, type JobPayload } from './jobs.ts';

/** The queue does not take jobs now. The record knows what is due, so nothing is lost. */
export class QueueAwayError extends Error {
  override readonly name = 'QueueAwayError';
}

interface QueuedJob<N extends JobName> {
  /** What makes the job one of a kind: while a job with this id waits or runs, another is not added. No `:`. */
  readonly id: string;
  readonly payload: JobPayload<N>;
  /** Above 0: served after those with less, however early it came. */
  readonly behind?: number;
}

interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** The three queues, as the pipeline sees them. */
export interface Queues {
  readonly backend: QueueBackend['kind'];
  /** @throws QueueAwayError after a few seconds, and at once while the queue still has what it was given then */
  enqueue<N extends JobName>(name: N, jobs: readonly QueuedJob<N>[]): Promise<void>;
  /** Starts a worker in this process. Called at most once a queue. */
  work<N extends JobName>(
    name: N,
    handler: JobHandler<N>,
    options?: { concurrency?: number | undefined },
  ): void;
  counts(): Promise<Record<JobName, JobCounts>>;
  /** BullMQ's own queue, for the operator's dashboard. */
  raw(name: JobName): Queue;
  /** Empties a queue, for tests and for `doctor`: the sweeper brings back what is unfinished. */
  obliterate(name: JobName): Promise<void>;
  /**
   * Takes no more jobs, waits for those in hand, aborts their signal after `graceMs` and lets go of them: their lock
   * runs out and another worker takes them.
   */
  close(graceMs: number): Promise<void>;
}

export interface QueuesOptions {
  /** After this long without a renewed lock a job goes to another worker. */
  readonly lockMs?: number;
  readonly onError: (error: Error, queue: JobName) => void;
  /** A job that threw on its last attempt. */
  readonly onFailed: (error: Error, queue: JobName, jobId: string) => void;
}

/**
 * How long a killed worker keeps its jobs: its lock runs out, and two passes that look for such jobs come by. 25 seconds
 * in all, and the sweep needs one more.
 */
const LOCK_MS = 15_000;

/** Milliseconds. */
const ENQUEUE_LIMIT = 5_000;

/** Opens the queues on a backend. */
export function openQueues(
  backend: QueueBackend,
  { lockMs = LOCK_MS, onError, onFailed }: QueuesOptions,
): Queues {
  const names = Object.keys(JOBS) as JobName[];
  const queues = new Map<JobName, Queue>();
  const workers = new Map<JobName, { worker: Worker; abort: AbortController }>();
  for (const name of names) {
    const { attempts, backoffMs } = JOBS[name];
    const queue = backend.queue(name, {
      defaultJobOptions: {
        attempts,
        backoff: { type: 'exponential', delay: backoffMs, jitter: 0.5 },
        // The database remembers what was done and what failed; a job that stayed would keep its id from the next round.
        removeOnComplete: true,
        removeOnFail: true,
      },
    });
    queue.on('error', (error) => onError(error, name));
    queues.set(name, queue);
  }
  const late = new Set<JobName>();
  const get = (name: JobName): Queue => queues.get(name) as Queue;

  return {
    backend: backend.kind,
    async enqueue(name, jobs) {
      if (jobs.length === 0) return;
      // What waits within the driver would be more with each look at what is due.
      if (late.has(name)) throw new QueueAwayError(`the queue ${name} does not answer`);
      const adding = get(name).addBulk(
        jobs.map(({ id, payload, behind = 0 }) => ({
          name,
          data: payload,
          // BullMQ serves jobs without a priority first, then those with the lowest.
          opts: { jobId: id, ...(behind > 0 ? { priority: behind } : {}) },
        })),
      );
      await inTime(adding, () => {
        late.add(name);
        void adding.catch(() => {}).finally(() => late.delete(name));
        return new QueueAwayError(`the queue ${name} takes nothing`);
      });
    },
    work(name, handler, { concurrency } = {}) {
      if (workers.has(name)) throw new Error(`the queue ${name} has a worker in this process already`);
      const abort = new AbortController();
      const worker = backend.worker(
        name,
        async (job) => {
          const payload = JOBS[name].payload.safeParse(job.data);
          // A payload that does not parse now will not parse on the next attempt.
          if (!payload.success)
            throw new UnrecoverableError(`job ${job.id} of ${name}: ${payload.error.message}`);
          await handler({
            id: job.id ?? '',
            payload: payload.data as JobPayload<typeof name>,
            signal: abort.signal,
          });
        },
        {
          concurrency: concurrency ?? JOBS[name].concurrency,
          lockDuration: lockMs,
          // A job is marked in one pass and set free in the next, so the passes come more often than locks run out.
          stalledInterval: Math.round(lockMs / 3),
          // A worker that was killed is no fault of the job: it may be taken up again as often as hosts die.
          maxStalledCount: 1_000,
          removeOnComplete: { count: 0 },
          removeOnFail: { count: 0 },
        },
      );
      worker.on('error', (error) => onError(error, name));
      worker.on('failed', (job, error) => {
        if (
          job === undefined ||
          job.attemptsMade >= (job.opts.attempts ?? 1) ||
          error instanceof UnrecoverableError
        )
          onFailed(error, name, job?.id ?? '');
      });
      workers.set(name, { worker, abort });
    },
    async counts() {
      const entries = await Promise.all(
        names.map(async (name) => {
          const found = await get(name).getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
          const count = (key: string) => found[key] ?? 0;
          return [
            name,
            {
              waiting: count('waiting') + count('prioritized'),
              active: count('active'),
              delayed: count('delayed'),
              failed: count('failed'),
            },
          ] as const;
        }),
      );
      return Object.fromEntries(entries) as Record<JobName, JobCounts>;
    },
    raw: get,
    async obliterate(name) {
      await get(name).obliterate({ force: true });
    },
    async close(graceMs) {
      await Promise.all([...workers.values()].map((entry) => closeWorker(entry, graceMs)));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

async function closeWorker(
  { worker, abort }: { worker: Worker; abort: AbortController },
  graceMs: number,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), graceMs);
  });
  const closing = worker.close().then(() => 'closed' as const);
  if ((await Promise.race([closing, grace])) === 'late') {
    abort.abort(new Error('the worker is shutting down'));
    // close() waits for its jobs for ever; a second call with force does not help once the first is under way.
    const last = new Promise<void>((resolve) => setTimeout(resolve, 1_000));
    await Promise.race([closing, last]);
  }
  clearTimeout(timer);
}

async function inTime(work: Promise<unknown>, whenLate: () => Error): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(whenLate()), ENQUEUE_LIMIT);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

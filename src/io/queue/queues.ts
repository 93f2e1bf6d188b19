import type { Queue, Worker } from 'bullmq';
import { UnrecoverableError } from 'bullmq';
import { lookForJob, type QueueBackend } from './backend.ts';
import { JOBS, type JobHandler, type JobName, type JobPayload } from './jobs.ts';

/** The queue accepts no jobs at present. The database knows what is due, so nothing is lost. */
export class QueueAwayError extends Error {
  override readonly name = 'QueueAwayError';
}

interface QueuedJob<N extends JobName> {
  /** Identifies the job: while one with this id waits or runs, another is not added. May not contain `:`. */
  readonly id: string;
  readonly payload: JobPayload<N>;
  /** Above 0: runs after jobs with a lower number, however early it was added. */
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
  /** @throws QueueAwayError after `ENQUEUE_LIMIT`, or at once while an earlier call has not been answered */
  enqueue<N extends JobName>(name: N, jobs: readonly QueuedJob<N>[]): Promise<void>;
  /**
   * Starts a worker in this process. Call it at most once for each queue.
   * @param options.concurrency the worker takes no job while its jobs have that many unfinished tasks together
   */
  work<N extends JobName>(
    name: N,
    handler: JobHandler<N>,
    options?: { concurrency?: number | undefined },
  ): void;
  counts(): Promise<Record<JobName, JobCounts>>;
  /** Why the server may lose jobs as it is set now; undefined where they are safe. @throws the driver's error */
  fault(): Promise<string | undefined>;
  /** Why the server takes no jobs, although it answers; undefined where it does. */
  refusal(): Promise<string | undefined>;
  /** BullMQ's own queue, for the operator's dashboard. */
  raw(name: JobName): Queue;
  /** Empties a queue, for tests and for `doctor`. The sweep adds again what is unfinished. */
  obliterate(name: JobName): Promise<void>;
  /**
   * Takes no more jobs, waits for the running ones, aborts their signal after `graceMs` and gives them up. Their lock
   * then runs out and another worker takes them.
   */
  close(graceMs: number): Promise<void>;
}

export interface QueuesOptions {
  /** A job whose lock was not renewed for so long goes to another worker. */
  readonly lockMs?: number;
  readonly onError: (error: Error, queue: JobName) => void;
  /** Called for a job that threw on its last attempt. */
  readonly onFailed: (error: Error, queue: JobName, jobId: string) => void;
}

/**
 * How long a killed worker keeps its jobs. The lock runs out, then two passes look for stalled jobs: 25 seconds in
 * all. The sweep may add one more.
 */
const LOCK_MS = 15_000;

/** How long `enqueue` waits for the queue. Milliseconds. */
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
        // The database keeps what was done and what failed. A job that stayed in the queue would block its id for the
        // next round.
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
    fault: () => backend.fault(),
    refusal: () => backend.refusal(),
    backend: backend.kind,
    async enqueue(name, jobs) {
      if (jobs.length === 0) return;
      // Otherwise the driver would buffer more jobs with each sweep.
      if (late.has(name)) throw new QueueAwayError(`the queue ${name} does not answer`);
      const adding = backend.add(
        get(name),
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
      const most = concurrency ?? JOBS[name].concurrency;
      let [jobs, tasks] = [0, 0];
      /** BullMQ limits jobs, but a job may have many tasks, which other processes could do. */
      const count = (moreJobs: number, moreTasks: number) => {
        jobs += moreJobs;
        tasks += moreTasks;
        worker.concurrency = Math.max(1, jobs + most - tasks);
      };
      const worker = backend.worker(
        name,
        async (job) => {
          const payload = JOBS[name].payload.safeParse(job.data);
          // A payload that does not parse now will not parse on the next attempt either.
          if (!payload.success)
            throw new UnrecoverableError(`job ${job.id} of ${name}: ${payload.error.message}`);
          let left = 1 + (payload.data.more?.length ?? 0);
          count(1, left);
          try {
            await handler({
              id: job.id ?? '',
              payload: payload.data as JobPayload<typeof name>,
              behind: job.opts.priority ?? 0,
              signal: abort.signal,
              taskEnded() {
                left -= 1;
                count(0, -1);
                if (left > 0 && jobs < worker.concurrency) lookForJob(worker);
              },
            });
          } finally {
            count(-1, -left);
          }
        },
        {
          concurrency: most,
          lockDuration: lockMs,
          // BullMQ marks a stalled job in one pass and frees it in the next, so passes are more frequent than locks
          // run out.
          stalledInterval: Math.round(lockMs / 3),
          // A killed worker is not the job's fault, so stalls are practically unlimited.
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
    // `close()` waits for running jobs without limit, and a second call with `force` does nothing once the first is
    // under way.
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

import { explainLoss } from '../io/lost-connection.ts';
import type { JobName } from '../io/queue/jobs.ts';
import type { Queues } from '../io/queue/queues.ts';
import { throttleReports } from '../io/throttle-reports.ts';
import type { Database } from '../io/store/database.ts';
import type { Pipeline } from '../pipeline/context.ts';
import { recordAlive } from '../io/store/liveness.ts';
import { deliverAlert } from '../pipeline/deliver-alert.ts';
import { holdItems } from '../pipeline/hold-items.ts';
import { ingestItem } from '../pipeline/ingest-item.ts';
import { pollFeed } from '../pipeline/poll-feed.ts';
import { createSemaphore, mostTasks, type Permit, runWithSemaphore } from '../pipeline/semaphore.ts';
import { noteContact } from '../pipeline/database-contact.ts';
import { ITEM_QUEUE_LIMITS, sweeps } from '../pipeline/sweep.ts';
import { traceJobs } from './trace-jobs.ts';
import { touchHeartbeatFile } from './heartbeat.ts';

/** Milliseconds between two sweeps. */
const TICK = 1_000;
/** Milliseconds between two pulses of a role. */
const PULSE = 10_000;
/**
 * Pause after a sweep that queued at least half of `ITEM_QUEUE_LIMITS.depth`, because more are probably due.
 * Milliseconds.
 */
const AFTER_MANY = 100;
/**
 * Pause after a sweep that queued at least an eighth of it: the workers empty a full queue in less than `TICK`.
 * Milliseconds.
 */
const AFTER_SOME = 250;

export interface WorkerParts {
  readonly queues: Queues;
  readonly pipeline: Pipeline;
  /** How many tasks of each kind run at a time in this process. */
  readonly concurrency: Readonly<Record<JobName, number>>;
  /** When a task has waited for a host for this long, its permit is lent to another task. Milliseconds. */
  readonly patienceMs?: number | undefined;
  /** Whether spans are sent to a collector. Only then the traces of items are looked up in the database. */
  readonly tracing: boolean;
}

/** Starts the workers of this process and their sweeps. Returns a function that stops the sweeps. */
export function runWorkers(
  { queues, pipeline, concurrency, patienceMs, tracing }: WorkerParts,
  roles: readonly JobName[],
): () => void {
  const logged = (job: string): Pipeline => ({ ...pipeline, log: pipeline.log.child({ job }) });
  const lending = (job: string, permit: Permit): Pipeline => ({
    ...logged(job),
    source: {
      get: (request) => permit.lend(new URL(request.url).host, () => pipeline.source.get(request)),
    },
    giveWay: permit.end,
  });
  const semaphores = {
    feeds: createSemaphore(concurrency.feeds, patienceMs),
    articles: createSemaphore(concurrency.articles, patienceMs),
    deliveries: createSemaphore(concurrency.deliveries),
  };
  const traces = traceJobs(pipeline.db, tracing);
  const start: Readonly<Record<JobName, (concurrency: number) => void>> = {
    feeds: (concurrency) =>
      queues.work(
        'feeds',
        ({ id, payload, signal }) =>
          runWithSemaphore(
            [payload.feedId, ...(payload.more ?? [])],
            semaphores.feeds,
            signal,
            (feedId, permit) => traces.poll(feedId, () => pollFeed(lending(id, permit), feedId, signal)),
          ),
        { concurrency: mostTasks(concurrency) },
      ),
    articles: (concurrency) =>
      queues.work(
        'articles',
        ({ id, payload, signal }) =>
          holdItems(pipeline, [payload.itemId, ...(payload.more ?? [])], (items) =>
            runWithSemaphore(items, semaphores.articles, signal, (itemId, permit) =>
              traces.ingest(itemId, () => ingestItem(lending(id, permit), itemId, signal)),
            ),
          ),
        { concurrency: mostTasks(concurrency) },
      ),
    deliveries: (concurrency) =>
      queues.work(
        'deliveries',
        ({ id, payload, signal }) =>
          runWithSemaphore(
            [payload.deliveryId, ...(payload.more ?? [])],
            semaphores.deliveries,
            signal,
            // It keeps its permit until the answer is stored, because a kill repeats what was sent and not yet stored.
            (deliveryId) => traces.deliver(deliveryId, () => deliverAlert(logged(id), deliveryId, signal)),
          ),
        // So that the next job is there before the last task of this one has ended.
        { concurrency: 4 * concurrency },
      ),
  };
  for (const role of roles) start[role](concurrency[role]);
  const say = throttleReports();
  const onFailed = (error: Error) =>
    say('sweep', (passedOver) =>
      pipeline.log.warn(
        { event: 'sweep.failed', ...explainLoss(error, 'the database or the queue'), passedOver },
        'could not look for due work, will try again',
      ),
    );
  const stops = roles.map((role) =>
    repeat(() => sweeps[role](pipeline), { db: pipeline.db, role, onFailed }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

function pauseAfter(taken: number): number {
  if (taken >= ITEM_QUEUE_LIMITS.depth / 2) return AFTER_MANY;
  return taken >= ITEM_QUEUE_LIMITS.depth / 8 ? AFTER_SOME : TICK;
}

/** Runs a sweep again after each ended. One that fails (the database is away) is logged and tried again. */
function repeat(
  sweep: () => Promise<number>,
  { db, role, onFailed }: { db: Database; role: JobName; onFailed: (error: Error) => void },
): () => void {
  let wait = TICK;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let pulsedAt = 0;
  const tick = async () => {
    try {
      const taken = await sweep();
      noteContact(db);
      wait = pauseAfter(taken);
      if (Math.abs(Date.now() - pulsedAt) >= PULSE) {
        await recordAlive(db, role, new Date());
        pulsedAt = Date.now();
      }
      await touchHeartbeatFile().catch(() => {});
    } catch (error) {
      wait = TICK;
      if (!stopped) onFailed(error as Error);
    }
    if (!stopped) timer = setTimeout(tick, wait);
  };
  void tick();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

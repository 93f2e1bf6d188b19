import { explainLoss } from '../io/lost-connection.ts';
import type { JobName } from '../io/queue/jobs.ts';
import type { Queues } from '../io/queue/queues.ts';
import { throttleReports } from '../io/throttle-reports.ts';
import type { Pipeline } from '../pipeline/context.ts';
import { countHeld, holdItems } from '../pipeline/articles/hold-items.ts';
import {
  createSemaphore,
  mostTasks,
  type Permit,
  runWithSemaphore,
  withLatePermit,
} from '../pipeline/semaphore.ts';
import { ITEM_QUEUE_LIMITS, sweeps } from '../pipeline/sweep.ts';
import { repeatSweep } from './repeat-sweep.ts';
import { traceJobs } from './trace-jobs.ts';

/** The code of each role, which only its own processes load. */
const STEPS = {
  feeds: () => import('../pipeline/feeds/poll-feed.ts'),
  articles: () => import('../pipeline/articles/ingest-item.ts'),
  deliveries: () => import('../pipeline/deliveries/deliver-alert.ts'),
};

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
  const lending = (job: string, permit: Permit, isFirst?: boolean): Pipeline => ({
    ...logged(job),
    isFirst,
    source: {
      get: (request) => permit.lend(new URL(request.url).host, () => pipeline.source.get(request)),
    },
    giveWay: permit.end,
  });
  const semaphores = {
    feeds: createSemaphore(concurrency.feeds, { patience: patienceMs, gathers: false }),
    articles: createSemaphore(concurrency.articles, { patience: patienceMs }),
    deliveries: createSemaphore(concurrency.deliveries, { gathers: false }),
  };
  /** More polls and deliveries than run may begin meanwhile, so that no request waits for the database. */
  const beginning = {
    feeds: createSemaphore(3 * concurrency.feeds, { gathers: false }),
    deliveries: createSemaphore(8 * concurrency.deliveries),
  };
  const traces = traceJobs(pipeline.db, tracing);
  const start: Readonly<Record<JobName, (concurrency: number) => void>> = {
    feeds: (concurrency) =>
      queues.work(
        'feeds',
        async ({ id, payload, signal, taskEnded }) => {
          const { pollFeed } = await STEPS.feeds();
          await runWithSemaphore(
            [payload.feedId, ...(payload.more ?? [])],
            beginning.feeds,
            signal,
            (feedId, begun) =>
              traces
                .poll(feedId, () =>
                  withLatePermit(semaphores.feeds, begun, (permit) =>
                    pollFeed(lending(id, permit), feedId, signal),
                  ),
                )
                .finally(taskEnded),
          );
        },
        // Those that begin, run or wait for slow hosts, and those whose result is being stored.
        { concurrency: 2 * mostTasks(concurrency) },
      ),
    articles: (concurrency) =>
      queues.work(
        'articles',
        async ({ id, payload, behind, signal }) => {
          const isFirst = behind === 0;
          await holdItems(pipeline, [payload.itemId, ...(payload.more ?? [])], (items, release) =>
            runWithSemaphore(
              items,
              semaphores.articles,
              signal,
              async (itemId, permit) => {
                try {
                  await traces.ingest(itemId, async () =>
                    (await STEPS.articles()).ingestItem(lending(id, permit, isFirst), itemId, signal),
                  );
                } finally {
                  release(itemId);
                }
              },
              isFirst ? 'first' : 'other',
            ),
          );
          // Items share a job where many wait, so there are probably more.
          if (payload.more !== undefined && countHeld(pipeline) <= ITEM_QUEUE_LIMITS.depth / 2)
            repeated.get('articles')?.soon();
        },
        { concurrency: mostTasks(concurrency) },
      ),
    deliveries: (concurrency) =>
      queues.work(
        'deliveries',
        async ({ id, payload, signal, taskEnded }) => {
          const own = logged(id);
          const { deliverAlert } = await STEPS.deliveries();
          await runWithSemaphore(
            [payload.deliveryId, ...(payload.more ?? [])],
            beginning.deliveries,
            signal,
            (deliveryId, begun) =>
              traces
                .deliver(deliveryId, () =>
                  // It keeps its permit until the answer is noted or recorded, because a kill repeats what was sent
                  // before that.
                  withLatePermit(semaphores.deliveries, begun, ({ take }) =>
                    deliverAlert({ ...own, takeTurn: take }, deliveryId, signal),
                  ),
                )
                .finally(taskEnded),
          );
        },
        // So that the next job is there before the last task of this one has ended.
        { concurrency: 12 * concurrency },
      ),
  };
  const say = throttleReports();
  const onFailed = (error: Error) =>
    say('sweep', (passedOver) =>
      pipeline.log.warn(
        { event: 'sweep.failed', ...explainLoss(error, 'the database or the queue'), passedOver },
        'could not look for due work, will try again',
      ),
    );
  const repeated = new Map(
    roles.map((role) => [
      role,
      repeatSweep(() => sweeps[role](pipeline), { db: pipeline.db, role, onFailed }),
    ]),
  );
  for (const role of roles) start[role](concurrency[role]);
  return () => {
    for (const { stop } of repeated.values()) stop();
  };
}

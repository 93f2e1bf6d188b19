import { z } from 'zod';

/** A row's id. Jobs carry ids and nothing else, so losing the queue loses no data. */
const id = z.string().regex(/^\d{1,19}$/);

/** The maximum number of further tasks in a job: when many are due, a job for each would cost more than the task. */
const SHARERS = 64;
const feeds = z.object({ feedId: id, more: z.array(id).max(SHARERS).optional() });
const articles = z.object({ itemId: id, more: z.array(id).max(SHARERS).optional() });
const deliveries = z.object({ deliveryId: z.uuid(), more: z.array(z.uuid()).max(SHARERS).optional() });

/**
 * Every kind of job: its payload, how many tasks one worker has at a time, and what happens when a job throws.
 *
 * Expected outcomes (a page that does not answer, a channel that refuses) are rows with their own next attempt, and
 * the job ends well. `attempts` is for the unexpected, such as a database that is away.
 */
export const JOBS = {
  feeds: { payload: feeds, concurrency: 16, attempts: 3, backoffMs: 2_000 },
  articles: { payload: articles, concurrency: 16, attempts: 3, backoffMs: 2_000 },
  deliveries: { payload: deliveries, concurrency: 8, attempts: 3, backoffMs: 2_000 },
} as const satisfies Record<
  string,
  { payload: z.ZodType; concurrency: number; attempts: number; backoffMs: number }
>;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>;

/** A job as a handler sees it. */
interface Job<N extends JobName> {
  /** The job's own id, for logs. */
  readonly id: string;
  readonly payload: JobPayload<N>;
  /** Above 0: it comes after jobs with a lower number, however early it was added. */
  readonly behind: number;
  /** Aborted when the worker has to stop. */
  readonly signal: AbortSignal;
  /** Call when a task of the job has ended while others go on, so that the worker may take more. At most once for each. */
  readonly taskEnded: () => void;
}

export type JobHandler<N extends JobName> = (job: Job<N>) => Promise<void>;

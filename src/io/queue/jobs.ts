import { z } from 'zod';

/** Ids of rows: the queue carries nothing else, so losing it loses nothing. */
const id = z.string().regex(/^\d{1,19}$/);

/** What shares a job: where much is due, a job for each would cost more than a poll or a send. */
const SHARERS = 64;
const feeds = z.object({ feedId: id, more: z.array(id).max(SHARERS).optional() });
const deliveries = z.object({ deliveryId: z.uuid(), more: z.array(z.uuid()).max(SHARERS).optional() });

/**
 * Every kind of job: what it carries, how many run at a time in one worker, and what happens when it throws.
 *
 * Outcomes that we expect (a page that does not answer, a channel that refuses) are recorded in the database with
 * their own next try and end the job well; `attempts` is for what we do not expect, such as a database away.
 */
export const JOBS = {
  feeds: { payload: feeds, concurrency: 16, attempts: 3, backoffMs: 2_000 },
  articles: { payload: z.object({ itemId: id }), concurrency: 16, attempts: 3, backoffMs: 2_000 },
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
  /** Aborted when the worker must let go of its jobs. */
  readonly signal: AbortSignal;
}

export type JobHandler<N extends JobName> = (job: Job<N>) => Promise<void>;

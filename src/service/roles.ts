import type { JobName } from '../io/queue/jobs.ts';

/** What one process can do; `npm start` runs all roles. */
export type WorkerRole = JobName | 'web';

export const ALL_ROLES: readonly WorkerRole[] = ['feeds', 'articles', 'deliveries', 'web'];

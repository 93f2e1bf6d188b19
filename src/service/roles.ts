import type { JobName } from '../io/queue/jobs.ts';

/** What one process can do; `npm start` does all of it. */
export type Role = JobName | 'web';

export const ALL_ROLES: readonly Role[] = ['feeds', 'articles', 'deliveries', 'web'];

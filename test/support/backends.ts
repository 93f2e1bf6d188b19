import { inject } from 'vitest';

/** The queue backends that this run can test; `redisUrl` undefined means PostgreSQL. */
export const backends: readonly { readonly name: string; readonly redisUrl: string | undefined }[] = [
  { name: 'PostgreSQL', redisUrl: undefined },
  ...(inject('redisUrl') === undefined ? [] : [{ name: 'Redis', redisUrl: inject('redisUrl') }]),
];

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fillDisk, mountSmallDisk, needsRoot } from '../chaos/night.ts';
import { ownRedis } from '../chaos/redis-server.ts';
import type { PastFault } from './past-fault.ts';
import { useUpTries } from './used-up-tries.ts';

/** Seconds for which the disk is full. */
const FULL = 90;

export const diskFaults: readonly PastFault[] = [
  {
    name: `the disk of the database is full for ${FULL} seconds while items are read`,
    skip: needsRoot,
    async run(subject) {
      const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-redis-'));
      // Queues on the same disk would take no job, so that nothing would be tried.
      await using redis = await ownRedis(directory, false);
      const verdict = await useUpTries({
        ...subject,
        environment: { REDIS_URL: redis.url },
        forSeconds: FULL,
        // The server's user may enter it, so that the database is on this disk.
        prepare: (home, resources) => mountSmallDisk(home, 'size=220m,mode=755', resources),
        async begin(trial) {
          const files = ['1M', '8k', '4k'].map((size) => {
            const file = path.join(trial.home, `filler-${size}`);
            fillDisk(file, size);
            return file;
          });
          return async () => {
            for (const file of files) await rm(file);
          };
        },
      });
      await rm(directory, { recursive: true });
      return verdict;
    },
  },
];

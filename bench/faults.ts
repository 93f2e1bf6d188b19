import path from 'node:path';
import { parseArgs } from 'node:util';
import { databaseFaults } from './faults/database-faults.ts';
import { diskFaults } from './faults/disk-faults.ts';
import { guestFaults } from './faults/guest-faults.ts';
import { outletFaults } from './faults/outlet-faults.ts';
import type { PastFault } from './faults/past-fault.ts';
import { timeFaults } from './faults/time-faults.ts';

// Puts a version of the service to the faults that were once found in commit e830d0b. A trial uses only what that
// version had as well: command line, configuration, HTTP, signals and the database's tables. Run it on that commit to
// see the faults, and on this one to see that they are gone.
const { values } = parseArgs({
  options: {
    /** A checkout of the version to try, with its packages installed. */
    program: { type: 'string', default: path.resolve(import.meta.dirname, '..') },
    /** A part of the names of the faults to try. */
    only: { type: 'string', default: '' },
    /** `redis` keeps the queues of each trial on a Redis server of its own. */
    queue: { type: 'string', default: 'postgres' },
  },
});
const all: readonly PastFault[] = [
  ...databaseFaults,
  ...diskFaults,
  ...timeFaults,
  ...outletFaults,
  ...guestFaults,
];
for (const fault of all.filter(({ name }) => name.includes(values.only))) {
  const reason = fault.skip?.();
  if (reason !== undefined) {
    console.log(`- ${fault.name}: left out, ${reason}`);
    continue;
  }
  const { isWell, seen } = await fault.run({
    program: path.resolve(values.program),
    onRedis: values.queue === 'redis',
  });
  console.log(`${isWell ? '✓' : '✗'} ${fault.name}: ${seen}`);
  if (!isWell) process.exitCode = 1;
}

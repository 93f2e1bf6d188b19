import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type LifeOptions, type Manner, MANNERS, outletsOf } from '../test/world/live/life.ts';
import { accountOfWorld, isQuiet } from '../test/world/live/world-account.ts';
import { watchedWorld } from '../test/world/live/watched-world.ts';

// Runs the service as it is installed, with a simulated web on loopback. What each outlet publishes follows from the
// seed.
const { values } = parseArgs({
  options: {
    outlets: { type: 'string', default: '100' },
    minutes: { type: 'string', default: '5' },
    /** Events an hour, over all outlets. */
    rate: { type: 'string', default: '600' },
    /** Seconds after the end in which the last alerts may arrive. */
    patience: { type: 'string', default: '120' },
    interval: { type: 'string', default: '15' },
    seed: { type: 'string', default: '2026' },
    /**
     * Seconds at the start whose events are not counted for delays, because the service is starting and polls its
     * feeds for the first time.
     */
    settle: { type: 'string', default: '0' },
    refused: { type: 'string', default: '0.1' },
    manners: { type: 'string', default: MANNERS.join(',') },
    topics: { type: 'string', default: 'config/topics' },
  },
});
const life: LifeOptions = {
  seed: Number(values.seed),
  outlets: Number(values.outlets),
  durationMs: Number(values.minutes) * 60_000,
  eventsPerHour: Number(values.rate),
  othersPerEvent: 3,
  manners: values.manners.split(',') as Manner[],
};
await using world = await watchedWorld({
  ...life,
  interval: Number(values.interval),
  refused: Number(values.refused),
  topics: values.topics,
});
const db = await world.database();
const end = world.web.begunAt + life.durationMs;
/** Failed work is tried again for some minutes. */
const last = end + Number(values.patience) * 1_000;
while (Date.now() < end || (Date.now() < last && !(await isQuiet(world, db, outletsOf(life)))))
  await pause(1_000);
const account = await accountOfWorld(world, db, outletsOf(life), Number(values.settle) * 1_000);
console.log(JSON.stringify({ ...account, violations: account.violations.length }, null, 2));
for (const violation of account.violations.slice(0, 10)) console.log(violation);
console.log(
  `${values.outlets} outlets, ${values.minutes} minutes, polled each ${values.interval} s, seed ${values.seed}; load ${os.loadavg()[0]?.toFixed(1)}, ${os.availableParallelism()} cores`,
);
if (account.lost.length > account.joined || account.doubledRows > 0 || account.violations.length > 0)
  process.exitCode = 1;

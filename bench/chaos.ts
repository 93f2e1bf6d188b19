import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type LifeOptions, outletsOf } from '../test/world/live/life.ts';
import { accountOfWorld, isQuiet } from '../test/world/live/world-account.ts';
import { removeWithDatabases } from '../test/support/remove-database.ts';
import { watchedWorld } from '../test/world/live/watched-world.ts';
import { backupNights } from './chaos/backup-nights.ts';
import { hostNights } from './chaos/host-nights.ts';
import { clockNights } from './chaos/clock-nights.ts';
import { clusterNights } from './chaos/cluster-nights.ts';
import { killNight } from './chaos/kill-night.ts';
import { endlessNights } from './chaos/endless-nights.ts';
import type { Night, Prepared, Seen } from './chaos/night.ts';
import { nights } from './chaos/nights.ts';
import { databaseNights } from './chaos/database-nights.ts';
import { dnsNights } from './chaos/dns-nights.ts';
import { hostileNights } from './chaos/hostile-nights.ts';
import { machineNights } from './chaos/machine-nights.ts';
import { mailNights } from './chaos/mail-nights.ts';
import { networkNights } from './chaos/network-nights.ts';
import { outsideNights } from './chaos/outside-nights.ts';
import { proxyNights } from './chaos/proxy-nights.ts';
import { receiverNights } from './chaos/receiver-nights.ts';
import { redisNights } from './chaos/redis-nights.ts';
import { ownRedis } from './chaos/redis-server.ts';
import { roleNights } from './chaos/role-nights.ts';
import { serverNights } from './chaos/server-nights.ts';
import { standbyNights } from './chaos/standby-nights.ts';
import { startNights } from './chaos/start-nights.ts';
import { surroundingNights } from './chaos/surrounding-nights.ts';

// Runs the service with one fault after the other and reports for each that nothing was lost and no row is there
// twice. First, processes are killed at named points between all steps; then the database, the queue or the network
// fails.
const { values } = parseArgs({
  options: {
    /** Kills at each point, on each backend. */
    kills: { type: 'string', default: '20' },
    /** A part of the names of points and of the backend to test; all where it is not given. */
    points: { type: 'string', default: '' },
    backend: { type: 'string', default: '' },
    lanes: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    other: { type: 'string' },
    /** `redis` keeps the queues of each night on a Redis server of its own, where the night does not bring one. */
    queue: { type: 'string', default: 'postgres' },
    /** A directory for the logs of the service on each night. */
    logs: { type: 'string' },
  },
});
let isWell = true;

const LIFE: LifeOptions = {
  seed: 7,
  outlets: 8,
  durationMs: 60_000,
  eventsPerHour: 1_200,
  othersPerEvent: 1,
  manners: ['sound'],
};
/** When the fault begins, and until when all alerts must be sent; milliseconds after the start. */
const FAULT_AT = 15_000;
const PATIENCE = 300_000;

async function worldNight(night: Night): Promise<void> {
  const reason = night.skip?.();
  if (reason !== undefined) {
    console.log(`- ${night.name}: left out, ${reason}`);
    return;
  }
  const home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-night-'));
  try {
    await using resources = new AsyncDisposableStack();
    const prepared: Prepared = (await night.prepare?.(home, resources)) ?? {};
    const life = { ...LIFE, ...prepared };
    const environment = { ...(await queueVariables(home, resources)), ...prepared.environment };
    await using world = await watchedWorld({
      ...LIFE,
      interval: 10,
      refused: 0.05,
      topics: 'config/topics',
      directory: home,
      ...prepared,
      environment,
    });
    await pause(FAULT_AT);
    const seen = (await night.fault(world, prepared)) ?? {};
    const db = await world.database();
    const until = Date.now() + PATIENCE;
    // While the database is away it cannot be asked.
    const isDone = () => isQuiet(world, db, outletsOf(life)).catch(() => false);
    while (Date.now() < world.web.begunAt + life.durationMs || (Date.now() < until && !(await isDone())))
      await pause(1_000);
    const account = await accountOfWorld(world, db, outletsOf(life));
    if (values.logs !== undefined)
      await writeFile(
        path.join(values.logs, `${night.name.replaceAll(/[^\w]+/g, '-').slice(0, 80)}.log`),
        world.logs.map(({ stderr }) => stderr).join(''),
      );
    const lines = world.logs.map(({ stderr }) =>
      stderr.split('\n').filter((line) => /"level":"(?:warn|error|fatal)"/.test(line)),
    );
    tell(night.name, {
      reports: account.reports,
      missed: Object.values(account.missed).reduce((sum, one) => sum + one, 0),
      'without page': account.withoutPage,
      'events to tell': account.toTell,
      lost: account.lost.length - account.joined,
      'joined to another': account.joined,
      'doubled rows': account.doubledRows,
      'seen twice': account.seenTwice,
      violations: account.violations.length,
      'longest delay s': Math.round(account.delay.whole.longest),
      'warnings logged': lines.flat().length,
      'the operator was told': toldOperator(world.operator.bodies),
      ...seen,
    });
    isWell &&=
      account.lost.length === account.joined &&
      account.doubledRows === 0 &&
      Object.keys(account.missed).length === 0;
  } finally {
    await removeWithDatabases(home);
  }
}

async function queueVariables(
  home: string,
  resources: AsyncDisposableStack,
): Promise<Record<string, string>> {
  if (values.queue !== 'redis') return {};
  return { REDIS_URL: resources.use(await ownRedis(home, true)).url };
}

/** The subjects of the messages to the operator, in order. */
function toldOperator(bodies: readonly unknown[]): string {
  const subjects = bodies.map((body) => (body as { data: { subject: string } }).data.subject);
  return subjects.length === 0 ? 'nothing' : subjects.join('; ').replaceAll('chipwatch: ', '');
}

/** What failed first, where the clean-up failed as well. */
function reasonOf(error: unknown): string {
  if (error instanceof SuppressedError) return `${reasonOf(error.suppressed)}; then ${reasonOf(error.error)}`;
  return error instanceof Error ? error.message.slice(0, 2_000) : String(error);
}

function tell(name: string, account: Seen): void {
  const said = Object.entries(account).map(([what, count]) => `${what} ${count}`);
  console.log(`- ${name}: ${said.join(', ')}`);
}

if ('kills'.includes(values.only) && Number(values.kills) > 0)
  isWell &&= await killNight({
    kills: Number(values.kills),
    points: values.points,
    backend: values.backend,
    lanes: Number(values.lanes),
    tell,
  });
const all = [
  ...nights(values.other),
  ...databaseNights,
  ...surroundingNights,
  ...networkNights,
  ...dnsNights,
  ...outsideNights,
  ...proxyNights,
  ...backupNights,
  ...redisNights,
  ...standbyNights,
  ...roleNights,
  ...clockNights,
  ...clusterNights,
  ...machineNights,
  ...mailNights,
  ...startNights(values.other),
  ...receiverNights,
  ...hostNights,
  ...hostileNights,
  ...endlessNights,
  ...serverNights,
];
for (const night of all.filter(({ name }) => name.includes(values.only))) {
  await worldNight(night).catch((error: unknown) => {
    isWell = false;
    console.log(`- ${night.name}: failed, ${reasonOf(error)}`);
  });
}
if (!isWell) process.exitCode = 1;

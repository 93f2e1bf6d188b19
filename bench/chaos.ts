import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../src/io/store/embedded-postgres.ts';
import { PUBLISHABLE } from '../test/chaos/support/growing-outlet.ts';
import { killAtPoints, REPORTS_A_KILL } from '../test/chaos/support/kill-at-points.ts';
import { POINTS } from '../test/chaos/support/points.ts';
import { freshDatabase } from '../test/support/fresh-database.ts';
import { removeDatabase } from '../test/support/remove-database.ts';
import { type LifeOptions, outletsOf } from '../test/world/live/life.ts';
import { accountOfWorld, isQuiet } from '../test/world/live/world-account.ts';
import { watchedWorld } from '../test/world/live/watched-world.ts';
import { type Night, nights, type Prepared } from './chaos/nights.ts';
import { startRedis } from './support/start-redis.ts';

// The worst nights, one after the other, and an account of each: nothing lost, no row there twice. First processes are
// killed at named points between all steps, then database, queue or network is taken away.
const { values } = parseArgs({
  options: {
    /** Kills at each point, on each backend. */
    kills: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    other: { type: 'string' },
  },
});
let isWell = true;

async function killNight(kills: number): Promise<void> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-kills-'));
  const postgres = await startEmbeddedPostgres({ directory: path.join(directory, 'postgres') });
  const redis = await startRedis(directory);
  try {
    for (const [backend, redisUrl] of [
      ['PostgreSQL', undefined],
      ...(redis === undefined ? [] : [['Redis', redis.url] as const]),
    ] as const) {
      const unreached = new Map<string, number>();
      const sum = {
        published: 0,
        kills: 0,
        unreached: 0,
        alerts: 0,
        lost: 0,
        doubledRows: 0,
        seenTwice: 0,
        withoutPage: 0,
      };
      // Each round has a database of its own: there are so many reports that make a story each.
      const parts = inParts(POINTS, Math.floor(PUBLISHABLE / REPORTS_A_KILL));
      for (const points of Array.from({ length: kills }, () => parts).flat()) {
        await using database = await freshDatabase(postgres.url, true);
        const account = await killAtPoints({ databaseUrl: database.url, db: database.db, redisUrl, points });
        sum.published += account.published;
        sum.kills += account.kills;
        sum.unreached += account.missed.length;
        sum.alerts += account.alerts;
        sum.lost += account.lost.length;
        sum.doubledRows += account.doubledRows;
        sum.seenTwice += account.seenTwice;
        sum.withoutPage += account.withoutPage;
        for (const point of account.missed) unreached.set(point, (unreached.get(point) ?? 0) + 1);
      }
      tell(`killed at each of ${POINTS.length} points ${kills} times, queues on ${backend}`, sum);
      for (const [point, times] of unreached) console.log(`    not reached ${times} times: ${point}`);
      isWell &&= sum.lost === 0 && sum.doubledRows === 0;
    }
  } finally {
    redis?.process.kill();
    await postgres.close();
    await removeDatabase(path.join(directory, 'postgres'));
    await rm(directory, { recursive: true, force: true });
  }
}

/** In parts as long as each other, none longer than `most`. */
function inParts<T>(all: readonly T[], most: number): T[][] {
  const parts = Math.ceil(all.length / most);
  return Array.from({ length: parts }, (_, n) =>
    all.slice(Math.round((n * all.length) / parts), Math.round(((n + 1) * all.length) / parts)),
  );
}

const LIFE: LifeOptions = {
  seed: 7,
  outlets: 8,
  durationMs: 60_000,
  eventsPerHour: 1_200,
  othersPerEvent: 1,
  manners: ['sound'],
};
/** Milliseconds after the beginning at which it goes wrong, and until all alerts must be out. */
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
    await using world = await watchedWorld({
      ...LIFE,
      interval: 10,
      refused: 0.05,
      topics: 'config/topics',
      directory: home,
      ...prepared,
    });
    const db = await world.database();
    await pause(FAULT_AT);
    await night.fault(world, prepared);
    const until = Date.now() + PATIENCE;
    // While the database is away there is nothing to ask.
    const isDone = () => isQuiet(world, db, outletsOf(LIFE)).catch(() => false);
    while (Date.now() < world.web.begunAt + LIFE.durationMs || (Date.now() < until && !(await isDone())))
      await pause(1_000);
    const account = await accountOfWorld(world, db, outletsOf(LIFE));
    const lines = world.logs.map(({ stderr }) =>
      stderr.split('\n').filter((line) => /"level":"(?:warn|error|fatal)"/.test(line)),
    );
    tell(night.name, {
      reports: account.reports,
      missed: Object.values(account.missed).reduce((sum, one) => sum + one, 0),
      'events to tell': account.toTell,
      lost: account.lost.length - account.joined,
      'joined to another': account.joined,
      'doubled rows': account.doubledRows,
      'seen twice': account.seenTwice,
      violations: account.violations.length,
      'longest delay s': Math.round(account.delay.longest),
      'warnings logged': lines.flat().length,
    });
    isWell &&=
      account.lost.length === account.joined &&
      account.doubledRows === 0 &&
      Object.keys(account.missed).length === 0;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function tell(name: string, account: Readonly<Record<string, number>>): void {
  const said = Object.entries(account).map(([what, count]) => `${what} ${count}`);
  console.log(`- ${name}: ${said.join(', ')}`);
}

if ('kills'.includes(values.only) && Number(values.kills) > 0) await killNight(Number(values.kills));
for (const night of nights(values.other).filter(({ name }) => name.includes(values.only))) {
  await worldNight(night).catch((error: unknown) => {
    isWell = false;
    console.log(
      `- ${night.name}: failed, ${error instanceof Error ? error.message.slice(0, 2_000) : String(error)}`,
    );
  });
}
if (!isWell) process.exitCode = 1;

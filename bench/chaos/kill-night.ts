import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import { PUBLISHABLE } from '../../test/chaos/support/growing-outlet.ts';
import { killAtPoints, type KillAccount, REPORTS_A_KILL } from '../../test/chaos/support/kill-at-points.ts';
import { POINTS } from '../../test/chaos/support/points.ts';
import { freshDatabase } from '../../test/support/fresh-database.ts';
import { removeDatabase } from '../../test/support/remove-database.ts';
import { startRedis } from '../support/start-redis.ts';

export interface KillNightOptions {
  /** Kills at each point, on each backend. */
  readonly kills: number;
  /** A part of the names of the points to test; empty for all. */
  readonly points: string;
  /** A part of the names of the backends to test; empty for both. */
  readonly backend: string;
  /** How many databases are used at the same time. Each waits most of the time. */
  readonly lanes: number;
  readonly tell: (name: string, account: Readonly<Record<string, number>>) => void;
}

/** Kills processes at named points between all steps; true when nothing was lost and no row is there twice. */
export async function killNight({ kills, points, backend, lanes, tell }: KillNightOptions): Promise<boolean> {
  const wanted = POINTS.filter((point) => point.includes(points));
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-kills-'));
  const postgres = await startEmbeddedPostgres({ directory: path.join(directory, 'postgres') });
  const redis = await startRedis(directory);
  const backends = [
    { name: 'PostgreSQL', redisUrl: undefined },
    ...(redis === undefined ? [] : [{ name: 'Redis', redisUrl: redis.url }]),
  ].filter(({ name }) => name.toLowerCase().includes(backend.toLowerCase()));
  let isWell = true;
  try {
    for (const { name, redisUrl } of backends) {
      // Each part has a database of its own, because there is only a limited number of reports that make separate
      // stories.
      const parts = inParts(wanted, Math.floor(PUBLISHABLE / REPORTS_A_KILL));
      const waiting = Array.from({ length: kills }, () => parts).flat();
      const total = kills * wanted.length;
      const accounts: KillAccount[] = [];
      const unreached = new Map<string, number>();
      let done = 0;
      const onKill = (point: string, isReached: boolean) => {
        done += 1;
        if (!isReached) unreached.set(point, (unreached.get(point) ?? 0) + 1);
        process.stderr.write(`${name} ${done} of ${total}: ${point}${isReached ? '' : ', not reached'}\n`);
      };
      const lane = async () => {
        for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
          await using database = await freshDatabase(postgres.url, 'migrated');
          const where = { databaseUrl: database.url, db: database.db, redisUrl };
          accounts.push(await killAtPoints({ ...where, points: part, onKill }));
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      const sum = (count: (account: KillAccount) => number) =>
        accounts.reduce((all, account) => all + count(account), 0);
      const lost = sum((account) => account.lost.length);
      const doubledRows = sum((account) => account.doubledRows);
      tell(`killed at each of ${wanted.length} points ${kills} times, queues on ${name}`, {
        published: sum((account) => account.published),
        kills: sum((account) => account.kills),
        unreached: sum((account) => account.missed.length),
        alerts: sum((account) => account.alerts),
        lost,
        'doubled rows': doubledRows,
        'seen twice': sum((account) => account.seenTwice),
        'without page': sum((account) => account.withoutPage.length),
      });
      for (const one of accounts.flatMap((account) => account.lost)) console.log(`    lost ${one}`);
      for (const [point, times] of unreached) console.log(`    not reached ${times} times: ${point}`);
      isWell &&= lost === 0 && doubledRows === 0;
    }
  } finally {
    redis?.process.kill();
    await postgres.close();
    await removeDatabase(path.join(directory, 'postgres'));
    await rm(directory, { recursive: true, force: true });
  }
  return isWell;
}

/** Divides into parts of equal length, none longer than `most`. */
function inParts<T>(all: readonly T[], most: number): T[][] {
  const parts = Math.ceil(all.length / most);
  return Array.from({ length: parts }, (_, n) =>
    all.slice(Math.round((n * all.length) / parts), Math.round(((n + 1) * all.length) / parts)),
  );
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../../src/io/store/database.ts';
import { addFeeds } from '../../../src/io/store/feeds/feeds.ts';
import { webhookReceiver } from '../../support/webhook-receiver.ts';
import { type Account, accountOf, knownItems, unfinished } from './account.ts';
import { growingOutlet } from './growing-outlet.ts';

export interface KillNight {
  readonly databaseUrl: string;
  readonly db: Database;
  readonly redisUrl: string | undefined;
  /** One process for each point: it kills itself there while it does new work. */
  readonly points: readonly string[];
  /** Called with the points that were reached. */
  readonly onKill?: (point: string, isReached: boolean) => void;
}

export interface KillAccount extends Account {
  readonly kills: number;
  /** Points that no process reached. */
  readonly missed: readonly string[];
}

/** Creates new work for each process. */
export const REPORTS_A_KILL = 2;
/** After this time a point counts as not reached. Milliseconds. */
const PATIENCE = 45_000;
const LAST_PATIENCE = 180_000;
/** How often feeds are made due again: a feed whose polls were killed three times rests once. Milliseconds. */
const POLL_AGAIN = 5_000;

/** Runs processes that are killed one after the other, each at its point, and a last one that finishes the work. */
export async function killAtPoints({
  databaseUrl,
  db,
  redisUrl,
  points,
  onKill,
}: KillNight): Promise<KillAccount> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-kills-'));
  await using _home = { [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }) };
  await using outlet = await growingOutlet(2);
  await using receiver = await webhookReceiver();
  await addFeeds(
    db,
    outlet.feeds.map((url) => ({ url, outlet: url, origin: 'cli', backfillAgeSeconds: 0 })),
  );
  const start = (point: string) => {
    const child = spawn(
      process.execPath,
      ['test/chaos/support/dying-child.ts', databaseUrl, redisUrl ?? '', receiver.url, home, point],
      { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    return { child, ready: once(child, 'message'), gone: once(child, 'exit') };
  };
  const pollSoon = () => sql`UPDATE feeds SET next_poll_at = now()`.execute(db);
  const reaches = async (gone: Promise<unknown>) => {
    const isGone = gone.then(() => true);
    for (const until = Date.now() + PATIENCE; Date.now() < until; await pollSoon())
      if (await Promise.race([isGone, pause(POLL_AGAIN, false, { ref: false })])) return true;
    return false;
  };
  const missed: string[] = [];
  let kills = 0;
  // Each is started while the one before it works, and begins to work once that one is dead.
  let next = start(points[0] ?? '');
  for (const [index, point] of points.entries()) {
    const { child, ready, gone } = next;
    await ready;
    next = start(points[index + 1] ?? '');
    outlet.publish(REPORTS_A_KILL);
    await pollSoon();
    child.send('go');
    const isReached = await reaches(gone);
    if (!isReached) {
      missed.push(point);
      process.kill(-child.pid!, 'SIGKILL');
      await gone;
    }
    kills += 1;
    onKill?.(point, isReached);
  }
  const { child: last, ready, gone } = next;
  try {
    await ready;
    last.send('go');
    const until = Date.now() + LAST_PATIENCE;
    do {
      await pollSoon();
      await pause(500);
    } while (
      Date.now() < until &&
      ((await knownItems(db)) < outlet.published.length || (await unfinished(db)) > 0)
    );
  } finally {
    if (last.exitCode === null && last.signalCode === null) process.kill(-last.pid!, 'SIGKILL');
    await gone;
  }
  return { ...(await accountOf(db, outlet.published, receiver.seen)), kills, missed };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/io/store/database.ts';
import { backends } from '../support/backends.ts';
import { testDatabase } from '../support/database.ts';
import { faultyReceiver, timesTaken } from '../support/deliver-receiver.ts';
import { deliveryCounts, insertAlerts } from '../support/deliver-rows.ts';

const ALERTS = Number(process.env['CHIPWATCH_TEST_ALERTS'] ?? 10_000);
const KILLS = Number(process.env['CHIPWATCH_TEST_KILLS'] ?? 100);
const FAILING = 0.3;
/** The clock of the workers' decisions, so that back-off and circuit breaker keep their real lengths and the test ends. */
const FACTOR = 30;

/** Mulberry32: the moments of the kills and the failures are the same in each run, so that one can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe.each(backends)('deliveries killed again and again, queues on $name', ({ redisUrl }) => {
  test(`${ALERTS} alerts through a failing channel and ${KILLS} SIGKILLs: none is lost`, {
    timeout: 600_000,
  }, async () => {
    await using database = await testDatabase();
    const { db } = database;
    await using receiver = await faultyReceiver();
    const failing = seeded(30);
    receiver.behave(() => ({ status: failing() < FAILING ? 500 : 204 }));
    const epoch = Date.now();
    const start = (): { child: ChildProcess; ready: Promise<void> } => {
      const child = spawn(
        process.execPath,
        [
          'test/support/deliver-crash-child.ts',
          database.url,
          redisUrl ?? '',
          receiver.url('/hook'),
          String(epoch),
          String(FACTOR),
        ],
        { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
      );
      return { child, ready: heard(child, 'ready') };
    };
    await insertAlerts(db, { count: ALERTS, dueAt: new Date(epoch) });

    const random = seeded(2_026);
    let unfinished = 0;
    let spare = start();
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const { child, ready } = spare;
        await ready;
        spare = start();
        child.send('go');
        await heard(child, 'working');
        await pause(100 + random() * 1_400);
        if ((await deliveryCounts(db)).pending > 0) unfinished += 1;
        await killed(child);
      }
      await spare.ready;
      spare.child.send('go');
      await expect
        .poll(() => deliveryCounts(db), { timeout: 240_000, interval: 1_000 })
        .toMatchObject({
          pending: 0,
        });
    } finally {
      await killed(spare.child);
    }

    const times = timesTaken(receiver.accepted);
    const ids = (await db.selectFrom('deliveries').select('id').execute()).map((row) => row.id);
    const lost = ids.filter((id) => !times.has(id)).length;
    const twice = [...times.values()].filter((n) => n > 1).length;
    console.log(
      `${ALERTS} alerts, ${receiver.requests.length} requests of which ${receiver.requests.length - receiver.accepted.length} failed, killed ${KILLS} times (${unfinished} with work left): lost ${lost}, seen twice ${twice} (${((100 * twice) / ALERTS).toFixed(2)} %), ${Math.round((Date.now() - epoch) / 1_000)} s`,
    );
    expect(lost).toBe(0);
    expect(await deliveryCounts(db)).toEqual({ pending: 0, delivered: ALERTS, dead: 0 });
    expect(twice / ALERTS).toBeLessThanOrEqual(0.01);
    // What was told is what was written down: one line for each answer that the worker lived to hear.
    expect(await recorded(db)).toBeLessThanOrEqual(receiver.requests.length);
    expect(await recorded(db)).toBeGreaterThanOrEqual(receiver.requests.length - KILLS * 8);
  });
});

async function recorded(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM ledger WHERE event = 'attempt'`.execute(db);
  return rows[0]!.count;
}

async function heard(child: ChildProcess, word: string): Promise<void> {
  for (;;) if ((await once(child, 'message'))[0] === word) return;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await gone;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

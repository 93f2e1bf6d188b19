import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/io/store/database.ts';
import { mulberry32 } from '../../bench/support/random.ts';
import { backends } from '../support/backends.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type FaultyReceiver, faultyReceiver, timesTaken } from '../support/deliver-receiver.ts';
import { deliveryCounts, insertAlerts } from '../support/deliver-rows.ts';

// The requirement is 10,000 alerts and 100 kills, which takes too long for each run of the suite.
const ALERTS = Number(process.env['CHIPWATCH_TEST_ALERTS'] ?? 600);
const KILLS = Number(process.env['CHIPWATCH_TEST_KILLS'] ?? 8);
const FAILING = 0.3;
/** Sends of the workers that can be running when one is killed: as many as one channel has connections. */
const CONCURRENCY = 4;
/**
 * The clock for the workers' decisions runs faster: back-off and circuit breaker keep their real lengths and the test
 * still ends.
 */
const FACTOR = 60;

/** The process is started in advance and waits for a signal, so that kills hit its work and not its start. */
const SPARES = 3;

interface Child {
  readonly process: ChildProcess;
  readonly ready: Promise<void>;
}

describe.each(backends)('deliveries killed again and again, queues on $name', ({ redisUrl }) => {
  let database: TestDatabase;
  let receiver: FaultyReceiver;
  let cache: string;
  let epoch: number;
  const children: Child[] = [];
  /** A process that outlives its test would keep the test runner's output open, and the run would not end. */
  const started: Child[] = [];

  beforeEach(async () => {
    database = await testDatabase();
    receiver = await faultyReceiver();
    cache = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-test-'));
    epoch = Date.now();
  });
  afterEach(async () => {
    children.length = 0;
    await Promise.all(started.splice(0).map(killed));
    await receiver[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
    await rm(cache, { recursive: true, force: true });
  });

  /** One process that delivers, and another that is being started meanwhile. */
  const working = async (): Promise<Child> => {
    while (children.length < 1 + SPARES) children.push(start());
    const child = children.shift() as Child;
    await child.ready;
    child.process.send('go');
    await heard(child.process, 'working');
    return child;
  };
  const start = (): Child => {
    const child = spawn(
      process.execPath,
      [
        'test/support/deliver-crash-child.ts',
        database.url,
        redisUrl ?? '',
        receiver.url('/hook'),
        String(epoch),
        String(FACTOR),
        String(CONCURRENCY),
        path.join(cache, 'sent'),
      ],
      {
        detached: true,
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        env: { ...process.env, NODE_COMPILE_CACHE: cache },
      },
    );
    const one = { process: child, ready: heard(child, 'ready') };
    started.push(one);
    return one;
  };

  test(`${ALERTS} alerts through a failing channel and ${KILLS} SIGKILLs: none is lost`, {
    timeout: 900_000,
  }, async () => {
    const { db } = database;
    // Kills and failures come from fixed seeds, so that a failure can be repeated.
    const failing = mulberry32(30);
    receiver.behave(() => ({ status: failing() < FAILING ? 500 : 204 }));
    await insertAlerts(db, { count: ALERTS, dueAt: new Date(epoch) });

    const random = mulberry32(2_026);
    let unfinished = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = await working();
      await pause(100 + random() * 1_400);
      if ((await deliveryCounts(db)).pending > 0) unfinished += 1;
      await killed(child);
      // These deaths are not caused by the alerts; after several of them a delivery would rest without being sent.
      await db.updateTable('deliveries').set({ started: 0 }).where('started', '>', 0).execute();
    }
    const last = await working();
    await expect
      .poll(() => deliveryCounts(db), { timeout: 300_000, interval: 1_000 })
      .toMatchObject({ pending: 0 });
    await killed(last);

    const times = timesTaken(receiver.accepted);
    const ids = (await db.selectFrom('deliveries').select('id').execute()).map((row) => row.id);
    const lost = ids.filter((id) => !times.has(id)).length;
    const twice = [...times.values()].filter((n) => n > 1).length;
    const failures = receiver.requests.length - receiver.accepted.length;
    const seconds = Math.round((Date.now() - epoch) / 1_000);
    console.log(
      `${ALERTS} alerts, ${receiver.requests.length} requests of which ${failures} failed, killed ${KILLS} times (${unfinished} with work left), ${seconds} s: lost ${lost}, seen twice ${twice} (${((100 * twice) / ALERTS).toFixed(2)} %)`,
    );
    expect(lost).toBe(0);
    expect(await deliveryCounts(db)).toEqual({ pending: 0, delivered: ALERTS, dead: 0 });
    // Only what was under way at a kill can be seen twice: of all the lines, half at the most.
    expect(twice).toBeLessThanOrEqual((KILLS * CONCURRENCY) / 2);
    // One line for each response that a worker could still record.
    expect(await recorded(db)).toBeLessThanOrEqual(receiver.requests.length);
    expect(await recorded(db)).toBeGreaterThanOrEqual(receiver.requests.length - KILLS * CONCURRENCY);
  });

  test('killed between the parts of a digest: every story is sent, no part is skipped', {
    timeout: 60_000,
  }, async () => {
    const { db } = database;
    const second = Promise.withResolvers<void>();
    receiver.behave(({ key }, nth) => {
      if (nth > 0 && key.endsWith('-1')) return { status: 500 };
      if (nth !== 1) return { status: 204 };
      second.resolve();
      return '200 too late';
    });
    await insertAlerts(db, { count: 450, bundle: 'digest', dueAt: new Date(epoch) });
    const first = await working();
    await second.promise;
    await killed(first);
    await working();
    await expect.poll(() => deliveryCounts(db), { timeout: 30_000 }).toMatchObject({ delivered: 1 });

    const [{ id } = { id: '' }] = await db.selectFrom('deliveries').select('id').execute();
    expect(receiver.requests.map(({ key }) => key)).toEqual([1, 2, 2, 3].map((part) => `${id}-${part}`));
    const stories = receiver.accepted.flatMap(({ key, body }) =>
      body.data.stories.map(({ title }) => ({ key, title })),
    );
    expect(new Set(stories.map(({ title }) => title)).size).toBe(450);
    // A receiver that drops keys it has seen shows each story once.
    expect(new Set(stories.map(({ key, title }) => `${key} ${title}`)).size).toBe(450);
  });

  test('killed while a digest is divided: every story is sent, and a receiver that knows keys shows each once', {
    timeout: 60_000,
  }, async () => {
    const { db } = database;
    const refused = Promise.withResolvers<void>();
    const taken = Promise.withResolvers<void>();
    let accepted = 0;
    receiver.behave(({ body }, nth) => {
      if (nth === 2) {
        refused.resolve();
        return 'silence';
      }
      if (body.data.stories.length > 60) return { status: 413 };
      accepted += 1;
      if (accepted !== 3) return { status: 204 };
      taken.resolve();
      return '200 too late';
    });
    await insertAlerts(db, { count: 450, bundle: 'digest', dueAt: new Date(epoch) });
    for (const reached of [refused, taken]) {
      const child = await working();
      await reached.promise;
      await killed(child);
    }
    await working();
    await expect.poll(() => deliveryCounts(db), { timeout: 30_000 }).toMatchObject({ pending: 0, dead: 0 });
    const stories = receiver.accepted.flatMap(({ key, body }) =>
      body.data.stories.map(({ title }) => ({ key, title })),
    );
    expect(new Set(stories.map(({ title }) => title)).size).toBe(450);
    expect(new Set(stories.map(({ key, title }) => `${key} ${title}`)).size).toBe(450);
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

async function killed({ process: child }: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await gone;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { FRESH_HOST, type HostState, nextSlot, releaseSlot as release } from '../support/host-slot-model.ts';
import { type Database, openDatabase } from '../../src/io/store/database.ts';
import { FetchError, type PageRequest } from '../../src/io/http/page-source.ts';
import { writeRobots } from '../../src/io/store/hosts/stored-robots.ts';
import { claimSlot, claimSlots } from '../../src/io/store/hosts/claim-slots.ts';
import { releaseSlot } from '../../src/io/store/hosts/hosts.ts';
import { fetchPolitely } from '../../src/pipeline/fetching/fetch-politely.ts';
import { hostSlots } from '../../src/pipeline/fetching/host-slots.ts';
import { statementsOf } from '../support/count-statements.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { runPipeline } from '../support/run-pipeline.ts';
import { scriptedServer } from '../support/scripted-server.ts';

let database: TestDatabase;
let pools: Database[];
beforeAll(async () => {
  database = await testDatabase();
  pools = Array.from({ length: 4 }, () =>
    openDatabase(database.url, { maxConnections: 3, onError: () => {} }),
  );
});
afterAll(async () => {
  await Promise.all(pools.map((db) => db.destroy()));
  await database[Symbol.asyncDispose]();
});

test('the SQL statement decides as the model does', async () => {
  const step = fc.record({
    wait: fc.nat(1500),
    release: fc.boolean(),
    /** Given back in the statement that takes the next slots. */
    inPassing: fc.boolean(),
    requests: fc.integer({ min: 1, max: 4 }),
  });
  const limits = fc.record({
    concurrency: fc.integer({ min: 1, max: 4 }),
    spacingMs: fc.constantFrom(0, 200, 1000),
    leaseMs: fc.constantFrom(3000, 60_000),
    patienceMs: fc.constantFrom(0, 2000),
  });
  let host = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      limits,
      fc.constantFrom(0, 1500),
      async (steps, limits, delay) => {
        const name = `model-${(host += 1)}.example`;
        const db = pools[0]!;
        if (delay > 0) {
          const robots = JSON.stringify({ rules: { crawlDelaySeconds: delay / 1000 } });
          await sql`INSERT INTO hosts (host, robots) VALUES (${name}, ${robots})`.execute(db);
        }
        let state: HostState = { ...FRESH_HOST, crawlDelayMs: delay };
        let now = Date.parse('2026-01-01T00:00:00Z');
        const open: string[] = [];
        for (const [index, { wait, release: gives, inPassing, requests }] of steps.entries()) {
          now += wait;
          const given = gives ? open.shift() : undefined;
          const used = given === undefined ? [] : [{ host: name, lease: given }];
          if (given !== undefined) {
            state = release(state, given);
            if (!inPassing) await releaseSlot(db, name, given);
          }
          const asking = Array.from({ length: requests }, (_, nth) => ({
            host: name,
            lease: `l${index}-${nth}`,
            limits,
          }));
          const claims = await claimSlots(db, asking, inPassing ? used : [], new Date(now));
          for (const [nth, { lease }] of asking.entries()) {
            const expected = nextSlot(state, lease, now, limits);
            state = expected.state;
            if (expected.granted) open.push(lease);
            expect(claims[nth]!.granted).toBe(expected.granted);
            expect(Math.abs(claims[nth]!.waitMs - (expected.at - now))).toBeLessThanOrEqual(1);
          }
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('a feed that finds its host full of pages is the next to be asked, and pages get the time after it', async () => {
  const db = pools[0]!;
  const host = 'crowded.example';
  const limits = { concurrency: 2, spacingMs: 1_000, leaseMs: 60_000, patienceMs: 2_000 };
  const claim = async (second: number, lease: string, reserves = false) => {
    const at = new Date(Date.parse('2026-01-01T00:00:00Z') + second * 1_000);
    const [answer] = await claimSlots(db, [{ host, lease, limits, reserves }], [], at);
    return answer!;
  };
  expect(await claim(0, 'page 1')).toMatchObject({ granted: true, reserved: false });
  expect(await claim(0, 'page 2')).toMatchObject({ granted: true });
  expect(await claim(0, 'poll 1', true)).toMatchObject({ granted: false, reserved: true, restMs: 2_000 });
  expect(await claim(0, 'poll 2', true)).toMatchObject({ granted: false, reserved: false });
  await releaseSlot(db, host, 'page 1');
  await releaseSlot(db, host, 'page 2');
  expect(await claim(1, 'page 3')).toMatchObject({ granted: false });
  expect(await claim(2, 'poll 1', true)).toMatchObject({ granted: true });
  expect(await claim(9, 'page 4')).toMatchObject({ granted: true });
  expect(await claim(9, 'page 5')).toMatchObject({ granted: false });
  expect(await claim(9, 'poll 3', true)).toMatchObject({ granted: false, reserved: false });
});

describe('a polite fetch', () => {
  test('keeps the crawl delay of robots.txt, and gives each waiting request its own instant', async () => {
    await using server = await scriptedServer(() => ({ body: 'hello' }));
    const now = new Date('2026-03-01T00:00:00Z');
    await using running = await runPipeline({
      databaseUrl: database.url,
      redisUrl: undefined,
      channels: [],
      roles: [],
      settings: { perHost: { concurrency: 4, spacing: 1 } },
      now: () => now,
    });
    await writeRobots(running.pipeline.db, new URL(server.url).host, {
      rules: { rules: [], sitemaps: [], crawlDelaySeconds: 30 },
      expiresAt: new Date('2026-03-02T00:00:00Z'),
    });
    const fetch = () => fetchPolitely(running.pipeline, { url: `${server.url}/page`, kind: 'page' });
    expect(await fetch()).toMatchObject({ status: 'answered', response: { status: 200 } });
    const seconds: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      const outcome = await fetch();
      if (outcome.status === 'answered') throw new Error('the delay was not kept');
      seconds.push((outcome.at.getTime() - now.getTime()) / 1_000);
    }
    // 30 seconds apart, less the short time that has passed meanwhile.
    expect(seconds.map((each) => Math.ceil(each / 30) * 30)).toEqual([60, 90, 120]);
    expect(server.requests).toHaveLength(1);
  });

  test('gives its slot back when the fetch fails', async () => {
    const host = '127.0.0.1:1';
    await using running = await runPipeline({
      databaseUrl: database.url,
      redisUrl: undefined,
      channels: [],
      roles: [],
      settings: { perHost: { concurrency: 1, spacing: 0 } },
    });
    await expect(fetchPolitely(running.pipeline, { url: `http://${host}/`, kind: 'page' })).rejects.toThrow(
      FetchError,
    );
    const leases = async () => {
      const row = await database.db
        .selectFrom('hosts')
        .select('leases')
        .where('host', '=', host)
        .executeTakeFirstOrThrow();
      return row.leases;
    };
    await expect.poll(leases).toEqual({});
    // A slot that is being given back does not keep the next request away.
    for (let index = 0; index < 3; index += 1)
      await expect(fetchPolitely(running.pipeline, { url: `http://${host}/`, kind: 'page' })).rejects.toThrow(
        FetchError,
      );
  });
});

test('used slots are given back with a request to one of their hosts, and together otherwise', async () => {
  const slots = hostSlots(database.db);
  const limits = { concurrency: 1, spacingMs: 0, leaseMs: 60_000, patienceMs: 0 };
  const take = (host: string, lease: string) => slots.take({ host, lease, limits });
  const sent = await statementsOf(async () => {
    for (const host of ['a.example', 'b.example', 'c.example']) {
      expect(await take(host, 'first')).toMatchObject({ granted: true });
      slots.giveBack({ host, lease: 'first' });
    }
    expect(await take('b.example', 'second')).toMatchObject({ granted: true });
  });
  expect(sent.filter((text) => !/^(?:WITH wanted|INSERT INTO hosts)/.test(text))).toEqual([]);
  expect(sent).toHaveLength(4);
  slots.giveBack({ host: 'b.example', lease: 'second' });
  const held = () =>
    database.db
      .selectFrom('hosts')
      .select('host')
      .where('host', 'in', ['a.example', 'b.example', 'c.example'])
      .where(sql<boolean>`leases <> '{}'`)
      .execute();
  await expect.poll(held).toEqual([]);
});

test('requests for one host that come together take their slots in one statement', async () => {
  const slots = hostSlots(database.db);
  const limits = { concurrency: 3, spacingMs: 0, leaseMs: 60_000, patienceMs: 0 };
  const take = (host: string, lease: string, reserves = false) =>
    slots.take({ host, lease, limits, reserves });
  const granted: boolean[] = [];
  const ask = async () => {
    const claims = await Promise.all([
      ...['1', '2', '3', '4'].map((lease) => take('many.example', lease)),
      take('one.example', '5'),
    ]);
    granted.push(...claims.map((claim) => claim.granted));
  };
  expect(await statementsOf(ask)).toHaveLength(1);
  expect(granted).toEqual([true, true, true, false, true]);
  // A poll reserves the host, so it is asked for alone, in its turn.
  const mixed = await Promise.all([
    take('mixed.example', '6'),
    take('mixed.example', '7', true),
    take('mixed.example', '8'),
    take('mixed.example', '9'),
  ]);
  expect(mixed.map((claim) => claim.granted)).toEqual([true, true, true, false]);
});

test('free hosts share a statement, and hosts with running requests or a reservation another one', async () => {
  const db = pools[0]!;
  const limits = { concurrency: 1, spacingMs: 0, leaseMs: 60_000, patienceMs: 0 };
  const hosts = ['busy', 'new 1', 'new 2', 'free', 'spaced'].map(
    (name) => `${name.replace(' ', '-')}.example.org`,
  );
  await claimSlot(db, hosts[0]!, 'running', limits);
  await claimSlot(db, hosts[3]!, 'ended', limits);
  await releaseSlot(db, hosts[3]!, 'ended');
  await claimSlot(db, hosts[4]!, 'before', { ...limits, spacingMs: 60_000 });
  await releaseSlot(db, hosts[4]!, 'before');
  const claims: boolean[] = [];
  const sent = await statementsOf(async () => {
    const answers = await claimSlots(
      db,
      hosts.map((host) => ({ host, lease: `next at ${host}`, limits })),
    );
    claims.push(...answers.map(({ granted }) => granted));
  });
  expect(claims).toEqual([false, true, true, true, false]);
  expect(sent).toHaveLength(2);
});

test('requests keep their spacing when they are really sent, also if the process wakes late', async () => {
  await using server = await scriptedServer(() => ({ body: 'here' }));
  await using running = await runPipeline({
    databaseUrl: database.url,
    redisUrl: undefined,
    channels: [],
    roles: [],
    settings: { perHost: { concurrency: 3, spacing: 0.2 } },
  });
  const { pipeline } = running;
  const sent: number[] = [];
  const source = {
    get: (request: PageRequest) =>
      pipeline.source.get({
        ...request,
        onSent() {
          sent.push(performance.now());
          request.onSent?.();
        },
      }),
  };
  const url = `${server.url}/page`;
  const all = Promise.all([0, 1, 2].map(() => fetchPolitely({ ...pipeline, source }, { url, kind: 'page' })));
  await vi.waitFor(() => expect(sent).toHaveLength(1), { interval: 5 });
  // Both other requests have slots whose instants have passed when the process wakes.
  await sleep(50);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
  expect((await all).map(({ status }) => status)).toEqual(['answered', 'answered', 'answered']);
  const distances = sent.slice(1).map((at, index) => at - sent[index]!);
  expect(Math.min(...distances)).toBeGreaterThanOrEqual(200);
  expect(server.requests).toHaveLength(3);
});

describe('four pools that race for one host', () => {
  test('never exceed its limits', async () => {
    const limits = { concurrency: 2, spacingMs: 20, leaseMs: 5000, patienceMs: 100 };
    const slots: number[] = [];
    let under = 0;
    let most = 0;
    const worker = async (db: Database, name: string) => {
      for (let index = 0; index < 8; index += 1) {
        const asked = performance.now();
        const claim = await claimSlot(db, 'race.example', `${name}-${index}`, limits);
        await new Promise((resolve) => setTimeout(resolve, claim.waitMs));
        if (!claim.granted) continue;
        slots.push(asked + claim.waitMs);
        most = Math.max(most, (under += 1));
        await new Promise((resolve) => setTimeout(resolve, 15));
        under -= 1;
        await releaseSlot(db, 'race.example', `${name}-${index}`);
      }
    };
    await Promise.all(pools.flatMap((db, pool) => [0, 1, 2].map((each) => worker(db, `${pool}.${each}`))));
    expect(slots.length).toBeGreaterThan(20);
    expect(most).toBeLessThanOrEqual(2);
  });
});

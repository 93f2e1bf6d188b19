import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { backends } from '../support/backends.ts';
import { testDatabase } from '../support/database.ts';
import { listening } from '../support/listening.ts';

const WORKERS = 4;
const SLOW_HOSTS = ['127.0.8.1', '127.0.8.2'];
const QUICK_HOST = '127.0.8.3';
const HOSTS = [...SLOW_HOSTS, QUICK_HOST];
const FEEDS_OF_A_HOST = 8;
const CONCURRENCY = 2;
/** Seconds. */
const SPACING = 0.4;

interface SeenHost {
  requests: number;
  under: number;
  most: number;
  readonly begun: number[];
}

/** A server that records when each of its hosts was requested; two hosts respond slowly. */
async function observer() {
  const hosts = new Map(
    HOSTS.map((name) => [name, { requests: 0, under: 0, most: 0, begun: [] } as SeenHost]),
  );
  const server = createServer(async (request, response) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '');
    const host = hosts.get(name);
    if (host === undefined) {
      response.writeHead(500).end();
      return;
    }
    host.requests += 1;
    host.under += 1;
    host.most = Math.max(host.most, host.under);
    host.begun.push(performance.now());
    // Longer than the spacing, so that without a limit requests would run at the same time.
    if (name !== QUICK_HOST) await sleep(1_500);
    host.under -= 1;
    response.writeHead(304).end();
  });
  const own = await listening(server, '0.0.0.0');
  return {
    hosts,
    port: own.port,
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
}

describe.each(backends)('four workers, queues on $name', { timeout: 120_000 }, ({ redisUrl }) => {
  test('keep the limits of each host between them, as its server sees it', async () => {
    await using server = await observer();
    await using database = await testDatabase();
    await addFeeds(
      database.db,
      HOSTS.flatMap((host) =>
        Array.from({ length: FEEDS_OF_A_HOST }, (_, index) => ({
          url: `http://${host}:${server.port}/${index}.xml`,
          outlet: host,
          origin: 'cli' as const,
        })),
      ),
    );
    const workers: ChildProcess[] = [];
    try {
      for (let index = 0; index < WORKERS; index += 1)
        workers.push(
          fork(new URL('../support/poll-child.ts', import.meta.url), [
            database.url,
            redisUrl ?? '',
            String(CONCURRENCY),
            String(SPACING),
          ]),
        );
      const unpolled = async () =>
        (await database.db.selectFrom('feeds').select('id').where('polled_at', 'is', null).execute()).length;
      await expect.poll(unpolled, { timeout: 90_000, interval: 200 }).toBe(0);
    } finally {
      for (const worker of workers) worker.kill('SIGKILL');
    }
    for (const [name, host] of server.hosts) {
      expect(host.requests, name).toBe(FEEDS_OF_A_HOST);
      expect(host.most, name).toBeLessThanOrEqual(CONCURRENCY);
    }
    expect(Math.max(...SLOW_HOSTS.map((name) => server.hosts.get(name)!.most))).toBe(CONCURRENCY);
    // The network and four event loops can bring two requests closer together, but not to half of the spacing.
    const { begun } = server.hosts.get(QUICK_HOST)!;
    const seconds = (begun.at(-1)! - begun[0]!) / 1_000;
    expect(seconds).toBeGreaterThan(((FEEDS_OF_A_HOST - 1) * SPACING) / 2);
  });
});

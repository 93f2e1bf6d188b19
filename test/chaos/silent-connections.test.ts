import { expect, inject, onTestFinished, test } from 'vitest';
import { Redis } from 'ioredis';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { openQueueBackend } from '../../src/io/queue/backend.ts';
import { openQueues } from '../../src/io/queue/queues.ts';
import { openDatabase } from '../../src/io/store/database.ts';
import { recordAlive } from '../../src/io/store/liveness.ts';
import { openPool } from '../../src/io/store/pool.ts';
import { startRedis } from '../../bench/support/start-redis.ts';
import { testDatabase } from '../support/database.ts';
import { isInfrastructureError } from '../../src/pipeline/infrastructure-error.ts';
import { silentProxy } from '../support/silent-proxy.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

test('a query on a silent connection to the database fails, and the next query gets a new connection', async () => {
  const url = new URL(inject('databaseUrl'));
  await using proxy = await silentProxy(Number(url.port));
  url.port = String(proxy.port);
  const pool = openPool(url.href, {
    work: 'steps',
    maxConnections: 1,
    onError: () => {},
    more: { query_timeout: 200 },
  });
  // As the steps do: Kysely returns a connection to the pool whatever came of its statement.
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const ask = (value: number) => sql<{ value: number }>`SELECT ${value}::int AS value`.execute(db);
  try {
    await ask(1);
    proxy.silence();
    await expect(ask(2)).rejects.toThrow('Query read timeout');
    expect((await ask(3)).rows).toEqual([{ value: 3 }]);
    proxy.silence();
    await expect(db.transaction().execute(async () => {})).rejects.toThrow('Query read timeout');
    expect((await ask(4)).rows).toEqual([{ value: 4 }]);
    expect(proxy.connections).toBe(3);
  } finally {
    await db.destroy();
  }
});

test('after the database has failed over, no connection stays with the server that is a standby now', async () => {
  await using database = await testDatabase();
  const db = openDatabase(database.url, { maxConnections: 1, onError: () => {} });
  const write = () => recordAlive(db, 'feeds', new Date());
  try {
    await write();
    // As on a server that has become a standby: the connection is there, and refuses to write.
    await sql`SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY`.execute(db);
    await expect(db.transaction().execute((tx) => recordAlive(tx, 'feeds', new Date()))).rejects.toSatisfy(
      isInfrastructureError,
    );
    await write();
  } finally {
    await db.destroy();
  }
});

const redisUrl = inject('redisUrl');

test.skipIf(redisUrl === undefined)('a connection to Redis that goes silent is replaced', async () => {
  const url = new URL(redisUrl!);
  await using proxy = await silentProxy(Number(url.port));
  url.port = String(proxy.port);
  const backend = await openQueueBackend({
    redisUrl: url.href,
    databaseUrl: '',
    redisPrefix: 'silent',
    silenceMs: 200,
    onError: () => {},
  });
  const queues = openQueues(backend, { onError: () => {}, onFailed: () => {} });
  try {
    await queues.enqueue('articles', [{ id: 'item-1', payload: { itemId: '1' } }]);
    proxy.silence();
    await queues.enqueue('articles', [{ id: 'item-2', payload: { itemId: '2' } }]);
    expect((await queues.counts()).articles.waiting).toBe(2);
  } finally {
    await queues.obliterate('articles');
    await queues.close(0);
  }
});

test.skipIf(redisUrl === undefined)('after Redis has failed over, its new primary is found', async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-failover-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const old = (await startRedis(directory))!;
  onTestFinished(() => void old.process.kill());
  await using proxy = await silentProxy(Number(new URL(old.url).port));
  const backend = await openQueueBackend({
    redisUrl: `redis://127.0.0.1:${proxy.port}`,
    databaseUrl: '',
    redisPrefix: 'failover',
    onError: () => {},
  });
  const queues = openQueues(backend, { onError: () => {}, onFailed: () => {} });
  const done: string[] = [];
  queues.work('articles', async ({ payload }) => void done.push(payload.itemId));
  const add = (id: string) => queues.enqueue('articles', [{ id: `item-${id}`, payload: { itemId: id } }]);
  try {
    await add('1');
    await expect.poll(() => done).toEqual(['1']);
    // The name leads to the new primary from now on; the connections stay with the old one, which is a replica now.
    proxy.lead(Number(new URL(redisUrl!).port));
    const operator = new Redis(old.url);
    await operator.replicaof('127.0.0.1', '1');
    operator.disconnect();
    await expect
      .poll(
        () =>
          add('2').then(
            () => true,
            () => false,
          ),
        { timeout: 5_000 },
      )
      .toBe(true);
    await expect.poll(() => done, { timeout: 20_000 }).toEqual(['1', '2']);
  } finally {
    await queues.close(0);
  }
});

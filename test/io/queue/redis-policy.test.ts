import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { inject, expect, test } from 'vitest';
import { ownRedis } from '../../../bench/chaos/redis-server.ts';
import { openQueueBackend } from '../../../src/io/queue/backend.ts';
import { RedisPolicyError } from '../../../src/io/queue/queue-errors.ts';
import { openQueues } from '../../../src/io/queue/queues.ts';
import { examineQueues } from '../../../src/service/doctor/examine-queues.ts';

const POLICY = 'Redis has maxmemory-policy "allkeys-lru" and may throw jobs away: set it to "noeviction"';

test.skipIf(inject('redisUrl') === undefined)(
  'a Redis that evicts keys is refused, also where CONFIG is forbidden, and named when it begins to evict',
  async () => {
    await using stack = new AsyncDisposableStack();
    const home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-redis-'));
    stack.defer(() => rm(home, { recursive: true, force: true }));
    const redis = stack.use(await ownRedis(home, false));
    const admin = new Redis(redis.url);
    stack.defer(() => void admin.disconnect());
    await admin.call('ACL', 'SETUSER', 'managed', 'on', '>secret', '~*', '&*', '+@all', '-config');
    const managed = Object.assign(new URL(redis.url), { username: 'managed', password: 'secret' }).href;
    const open = (url: string) =>
      openQueueBackend({ redisUrl: url, databaseUrl: '', redisPrefix: 'test', onError: () => {} });

    await redis.set('maxmemory-policy', 'allkeys-lru');
    for (const url of [redis.url, managed])
      await expect(open(url)).rejects.toEqual(new RedisPolicyError(POLICY));

    await redis.set('maxmemory-policy', 'noeviction');
    const queues = openQueues(await open(managed), { onError: () => {}, onFailed: () => {} });
    stack.defer(() => queues.close(0));
    expect(await examineQueues(queues)).toMatchObject({ state: 'ok' });
    await redis.set('maxmemory-policy', 'allkeys-lru');
    expect(await examineQueues(queues)).toMatchObject({ state: 'bad', says: POLICY });
  },
);

test.skipIf(inject('redisUrl') === undefined)(
  'a Redis that answers and takes no writes is named, and is sound once it takes them again',
  async () => {
    await using stack = new AsyncDisposableStack();
    const home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-redis-'));
    stack.defer(() => rm(home, { recursive: true, force: true }));
    const redis = stack.use(await ownRedis(home, false));
    const admin = new Redis(redis.url, { enableReadyCheck: false });
    stack.defer(() => void admin.disconnect());
    const backend = await openQueueBackend({
      redisUrl: redis.url,
      databaseUrl: '',
      redisPrefix: 'test',
      onError: () => {},
    });
    const queues = openQueues(backend, { onError: () => {}, onFailed: () => {} });
    stack.defer(() => queues.close(0));
    const refusals: readonly (readonly [
      begin: () => Promise<unknown>,
      end: () => Promise<unknown>,
      says: string,
    ])[] = [
      // A replica of a primary that is away.
      [
        () => admin.replicaof('127.0.0.1', '1'),
        () => admin.replicaof('NO', 'ONE'),
        'Redis takes no writes: it is a replica now. REDIS_URL must name the primary',
      ],
      [
        () => admin.config('SET', 'maxmemory', '1'),
        () => admin.config('SET', 'maxmemory', '0'),
        'Redis has no memory left: raise its maxmemory',
      ],
      [
        () => admin.config('SET', 'min-replicas-to-write', '1'),
        () => admin.config('SET', 'min-replicas-to-write', '0'),
        'Redis takes no writes: too few of its replicas are there',
      ],
    ];
    for (const [begin, end, says] of refusals) {
      await begin();
      expect(await examineQueues(queues)).toMatchObject({ what: 'queues', state: 'bad', says });
      await end();
      await expect.poll(() => examineQueues(queues)).toMatchObject({ state: 'ok' });
    }
  },
);

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { ownRedis } from '../../bench/chaos/redis-server.ts';

/** A tenth of a second for each key. */
const SLOWLY = ['--key-load-delay', '100000', '--loading-process-events-interval-bytes', '1024'];

async function untilItListens(url: string): Promise<void> {
  const asking = new Redis(url, { enableReadyCheck: false, retryStrategy: () => 50 });
  asking.on('error', () => {});
  await asking.info('persistence');
  asking.disconnect();
}

/** A Redis server that was just started and reads its data for about so many seconds. */
export async function loadingRedis(seconds: number): Promise<{ readonly url: string } & AsyncDisposable> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-redis-'));
  stack.defer(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const redis = stack.use(await ownRedis(home, false));
  const operator = new Redis(redis.url);
  // The server answers nobody between two kilobytes, and compresses what repeats.
  for (let key = 0; key < seconds * 10; key += 1)
    await operator.set(`key-${key}`, randomBytes(500).toString('base64'));
  await operator.save();
  operator.disconnect();
  await redis.restartSlowly(...SLOWLY);
  await untilItListens(redis.url);
  const kept = stack.move();
  return { url: redis.url, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

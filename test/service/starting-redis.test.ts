import { inject, expect, test } from 'vitest';
import { openQueueBackend } from '../../src/io/queue/backend.ts';
import { loadingRedis } from '../support/loading-redis.ts';
import { sampleConfig, startService } from '../support/service-process.ts';

const withoutRedis = inject('redisUrl') === undefined;
const READING = 'is still reading its data, or does not answer: try again in a moment';

/** A service whose Redis reads its data for a minute. */
async function waitingService(environment: Readonly<Record<string, string>> = {}) {
  const own = new AsyncDisposableStack();
  const redis = own.use(await loadingRedis(60));
  const config = own.use(await sampleConfig('log: { format: json }'));
  const service = own.use(
    startService('deliveries', { CHIPWATCH_CONFIG: config.file, REDIS_URL: redis.url, ...environment }),
  );
  return { service, [Symbol.asyncDispose]: () => own.disposeAsync() };
}

test.skipIf(withoutRedis)(
  'a Redis that reads its data is waited for, and reported meanwhile',
  {
    timeout: 60_000,
  },
  async () => {
    await using redis = await loadingRedis(5);
    let reports = 0;
    const open = (patienceMs: number) =>
      openQueueBackend({
        redisUrl: redis.url,
        databaseUrl: '',
        redisPrefix: 'test',
        patienceMs,
        onStarting: () => (reports += 1),
        onError: () => {},
      });
    await expect(open(1_500)).rejects.toThrow(READING);
    expect(reports).toBeGreaterThan(0);
    reports = 0;
    const backend = await open(Infinity);
    expect(reports).toBeGreaterThan(0);
    expect(await backend.fault()).toBeUndefined();
    await backend.close();
  },
);

test.skipIf(withoutRedis)(
  'a start says once that it waits for Redis, and ends after the configured time',
  {
    timeout: 120_000,
  },
  async () => {
    await using waiting = await waitingService({ CHIPWATCH_DATABASE_GIVE_UP_AFTER: '3s' });
    const { service } = waiting;
    expect(await service.ended).toBe(1);
    const { stderr } = service.output;
    expect(stderr.match(/"queue.starting"/g)).toHaveLength(1);
    expect(stderr).toContain(READING);
  },
);

test.skipIf(withoutRedis)(
  'a start that waits for Redis stops at the first signal',
  {
    timeout: 120_000,
  },
  async () => {
    await using waiting = await waitingService();
    const { service } = waiting;
    await service.seen('stderr', /"queue.starting"/);
    expect(await service.stop('SIGTERM')).toBe(0);
    expect(service.output.stderr).toContain('"service.stopped"');
  },
);

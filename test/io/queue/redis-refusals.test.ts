import { inject, expect, test } from 'vitest';
import { openQueueBackend } from '../../../src/io/queue/backend.ts';
import { RedisUnreachableError } from '../../../src/io/queue/queue-errors.ts';

const refusalOf = (url: string) =>
  openQueueBackend({ redisUrl: url, databaseUrl: '', redisPrefix: 'test', onError: () => {} }).then(
    async (backend) => `opened: ${backend.kind}, ${String(await backend.close())}`,
    (error: unknown) =>
      error instanceof RedisUnreachableError ? error.message : `another: ${String(error)}`,
  );

const server = inject('redisUrl');

test.skipIf(server === undefined).each([
  [
    'a wrong password',
    { username: 'who', password: 'geheim' },
    /refuses the user or password: mend them in REDIS_URL/,
  ],
  ['a database that it has not', { pathname: '/9999' }, /has no database of that number/],
  ['a closed port', { port: '1' }, /^no Redis at .+:1 \(.+ no server listens there\): start it/],
  ['an unknown host', { hostname: 'none.invalid' }, /No server is known under the name none\.invalid/],
])('%s is told apart', async (_, wrong, says) => {
  const message = await refusalOf(Object.assign(new URL(server ?? ''), wrong).href);
  expect(message).toMatch(says);
  expect(message).not.toMatch(/geheim|WRONGPASS|ECONN|ENOTFOUND/);
});

test('a password that is missing is asked for', () => {
  const said = new Error('NOAUTH HELLO must be called with the client already authenticated');
  expect(new RedisUnreachableError('redis.example:6379', said).message).toBe(
    'Redis at redis.example:6379 wants a password, and REDIS_URL has none: write redis://:password@host:port',
  );
});

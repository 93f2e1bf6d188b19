import { type AddressInfo, createServer } from 'node:net';
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

test('a server that accepts connections and does not answer is given up after the patience', async () => {
  const silent = createServer((socket) => socket.resume().on('error', () => {}));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const opening = openQueueBackend({
    redisUrl: `redis://127.0.0.1:${port}`,
    databaseUrl: '',
    redisPrefix: 'test',
    patienceMs: 200,
    onError: () => {},
  });
  await expect(opening).rejects.toThrow(
    `Redis at 127.0.0.1:${port} is still reading its data, or does not answer: try again in a moment`,
  );
  // It keeps no connection, so that a command can end.
  await expect
    .poll(() => new Promise((resolve) => silent.getConnections((_error, count) => resolve(count))), {
      timeout: 5_000,
    })
    .toBe(0);
  silent.close();
});

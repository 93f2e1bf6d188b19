import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { openQueueBackend, type QueueBackend } from '../../../src/io/queue/backend.ts';
import { addWhenAccepted } from '../../support/add-when-accepted.ts';
import { testDatabase } from '../../support/database.ts';

// A server that answers each request for a job with an error. The worker asks again until it is mended.

/** More than a worker asks in `WATCHED` ms, far fewer than it would without a pause. */
const MOST_ERRORS = 12;
const WATCHED = 3_000;

/** The errors of a worker while its server refuses; then the worker does a job. */
async function errorsWhileRefused(
  backend: QueueBackend,
  refuse: () => Promise<void>,
  mend: () => Promise<void>,
) {
  const done = Promise.withResolvers<void>();
  const queue = backend.queue('articles', {});
  queue.on('error', () => {});
  await refuse();
  let errors = 0;
  const worker = backend.worker('articles', async () => done.resolve(), {});
  worker.on('error', () => {
    errors += 1;
  });
  await sleep(WATCHED);
  const whileRefused = errors;
  await mend();
  await addWhenAccepted(queue);
  await done.promise;
  await worker.close();
  await queue.close();
  await backend.close();
  return whileRefused;
}

test('a worker whose database takes no writes asks again after a pause', async () => {
  await using database = await testDatabase();
  const name = sql.id(new URL(database.url).pathname.slice(1));
  const backend = await openQueueBackend({
    redisUrl: undefined,
    databaseUrl: database.url,
    redisPrefix: 'refused',
    onError: () => {},
  });
  // New sessions have the new default, so those of the queue are ended.
  const setReadOnly = async (value: 'on' | 'off') => {
    await sql`ALTER DATABASE ${name} SET default_transaction_read_only = ${sql.raw(value)}`.execute(
      database.db,
    );
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'chipwatch queue' AND datname = current_database()`.execute(database.db);
  };
  const errors = await errorsWhileRefused(
    backend,
    () => setReadOnly('on'),
    async () => {
      await sql`SET default_transaction_read_only = off`.execute(database.db);
      await setReadOnly('off');
    },
  );
  expect(errors).toBeGreaterThan(0);
  expect(errors).toBeLessThanOrEqual(MOST_ERRORS);
});

const server = inject('redisUrl');

test.skipIf(server === undefined)('a worker without permission asks again after a pause', async () => {
  const admin = new Redis(server!);
  const user = `refused-${randomBytes(4).toString('hex')}`;
  await admin.acl('SETUSER', user, 'on', '>secret', '~*', '&*', '+@all');
  const backend = await openQueueBackend({
    redisUrl: Object.assign(new URL(server!), { username: user, password: 'secret' }).href,
    databaseUrl: '',
    redisPrefix: user,
    onError: () => {},
  });
  const errors = await errorsWhileRefused(
    backend,
    async () => void (await admin.acl('SETUSER', user, '-evalsha', '-eval')),
    async () => void (await admin.acl('SETUSER', user, '+evalsha', '+eval')),
  );
  await admin.acl('DELUSER', user);
  await admin.quit();
  expect(errors).toBeGreaterThan(0);
  expect(errors).toBeLessThanOrEqual(MOST_ERRORS);
});

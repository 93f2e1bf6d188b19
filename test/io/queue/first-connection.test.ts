import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openQueueBackend } from '../../../src/io/queue/backend.ts';
import { openDatabase } from '../../../src/io/store/database.ts';
import { addWhenAccepted } from '../../support/add-when-accepted.ts';
import { testDatabase } from '../../support/database.ts';

// PostgreSQL takes no connections at the moment at which the first queue and the first worker want one.

test('a queue and a worker whose first connection fails work once the database answers', async () => {
  await using database = await testDatabase();
  const backend = await openQueueBackend({
    redisUrl: undefined,
    databaseUrl: database.url,
    redisPrefix: 'first',
    onError: () => {},
  });
  const name = new URL(database.url).pathname.slice(1);
  const elsewhere = new URL(database.url);
  elsewhere.pathname = '/postgres';
  const admin = openDatabase(elsewhere.href, { work: 'steps', maxConnections: 1, onError: () => {} });
  await sql`ALTER DATABASE ${sql.id(name)} ALLOW_CONNECTIONS false`.execute(admin);
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`.execute(admin);
  const queue = backend.queue('articles', {});
  queue.on('error', () => {});
  await expect(queue.getWaitingCount()).rejects.toThrow();

  await sql`ALTER DATABASE ${sql.id(name)} ALLOW_CONNECTIONS true`.execute(admin);
  // The queue comes first: a worker that repeats the failure for ever would hold up this test's process.
  await expect.poll(() => queue.getWaitingCount().catch(() => -1), { timeout: 20_000 }).toBe(0);

  await sql`ALTER DATABASE ${sql.id(name)} ALLOW_CONNECTIONS false`.execute(admin);
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`.execute(admin);
  const done = Promise.withResolvers<void>();
  const refused = Promise.withResolvers<Error>();
  const worker = backend.worker('articles', async () => done.resolve(), {});
  worker.on('error', refused.resolve);
  await refused.promise;
  await sql`ALTER DATABASE ${sql.id(name)} ALLOW_CONNECTIONS true`.execute(admin);
  await addWhenAccepted(queue);
  await done.promise;
  await worker.close();
  await queue.close();
  await backend.close();
  await admin.destroy();
});

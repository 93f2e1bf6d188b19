import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openQueueBackend } from '../../../src/io/queue/backend.ts';
import { addWhenAccepted } from '../../support/add-when-accepted.ts';
import { testDatabase } from '../../support/database.ts';

test('the schema of the queues was dropped: a worker that runs creates it again and does what is added', async () => {
  await using database = await testDatabase();
  const backend = await openQueueBackend({
    redisUrl: undefined,
    databaseUrl: database.url,
    redisPrefix: 'dropped',
    onError: () => {},
  });
  const queue = backend.queue('articles', {});
  queue.on('error', () => {});
  let done = 0;
  const worker = backend.worker('articles', async () => void (done += 1), {});
  worker.on('error', () => {});
  await queue.add('articles', {});
  await expect.poll(() => done, { timeout: 20_000 }).toBe(1);
  // The server ends one of two statements that wait for each other, which may be this one; a person repeats it.
  await expect
    .poll(() => sql`DROP SCHEMA bullmq CASCADE`.execute(database.db).then(() => true, String), {
      timeout: 20_000,
    })
    .toBe(true);
  await addWhenAccepted(queue);
  await expect.poll(() => done, { timeout: 20_000 }).toBe(2);
  await worker.close();
  await queue.close();
  await backend.close();
});

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { followAddress } from '../../src/io/follow-address.ts';
import { openQueueBackend, type QueueBackend } from '../../src/io/queue/backend.ts';
import { openDatabase } from '../../src/io/store/database.ts';
import { isInfrastructureError } from '../../src/pipeline/infrastructure-error.ts';
import { addWhenAccepted } from '../support/add-when-accepted.ts';
import { testDatabase } from '../support/database.ts';

// The password of a server is changed while the service runs, and the file that names it is written anew.

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-passwords-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** An address in a file, and the function that follows it. */
async function keptInFile(address: string) {
  const file = path.join(directory, randomBytes(4).toString('hex'));
  await writeFile(file, address);
  return {
    file,
    now: followAddress(address, file),
    setPassword: (password: string) =>
      writeFile(file, `${Object.assign(new URL(address), { password }).href}\n`),
  };
}

/** A worker does the jobs that are added before and after the change. */
async function worksAgain(backend: QueueBackend, change: () => Promise<void>, tell: () => Promise<void>) {
  const done: unknown[] = [];
  const queue = backend.queue('articles', {});
  queue.on('error', () => {});
  const worker = backend.worker('articles', async (job) => void done.push(job.data), {});
  worker.on('error', () => {});
  await addWhenAccepted(queue);
  await expect.poll(() => done.length, { timeout: 20_000 }).toBe(1);
  await change();
  await tell();
  await addWhenAccepted(queue);
  await expect.poll(() => done.length, { timeout: 20_000 }).toBe(2);
  await worker.close();
  await queue.close();
  await backend.close();
}

test('the database', async () => {
  await using database = await testDatabase();
  const role = `watcher_${randomBytes(4).toString('hex')}`;
  await sql`CREATE ROLE ${sql.id(role)} SUPERUSER LOGIN PASSWORD 'old'`.execute(database.db);
  const address = await keptInFile(
    Object.assign(new URL(database.url), { username: role, password: 'old' }).href,
  );
  const change = async () => {
    await sql`ALTER ROLE ${sql.id(role)} PASSWORD 'new'`.execute(database.db);
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ${role}`.execute(
      database.db,
    );
  };
  const db = openDatabase(address.now, { maxConnections: 2, onError: () => {} });
  const ask = () => sql<{ answer: number }>`SELECT 1 AS answer`.execute(db).then(({ rows }) => rows);
  const backend = await openQueueBackend({
    redisUrl: undefined,
    databaseUrl: address.now,
    redisPrefix: 'passwords',
    onError: () => {},
  });
  try {
    expect(await ask()).toEqual([{ answer: 1 }]);
    await worksAgain(backend, change, async () => {
      await expect(ask()).rejects.toSatisfy(isInfrastructureError);
      // A pool may hand out one more connection that is already cut.
      const complaint = () => ask().then(String, ({ message }: Error) => message);
      await expect.poll(complaint, { timeout: 20_000 }).toContain('password authentication failed');
      await address.setPassword('new');
    });
    expect(await ask()).toEqual([{ answer: 1 }]);
  } finally {
    await db.destroy();
    await sql`DROP OWNED BY ${sql.id(role)} CASCADE`.execute(database.db);
    await sql`DROP ROLE ${sql.id(role)}`.execute(database.db);
  }
});

const server = inject('redisUrl');

describe.skipIf(server === undefined)('Redis', () => {
  async function watcher() {
    const admin = new Redis(server!);
    const user = `watcher-${randomBytes(4).toString('hex')}`;
    await admin.acl('SETUSER', user, 'on', '>old', '~*', '&*', '+@all');
    const address = await keptInFile(
      Object.assign(new URL(server!), { username: user, password: 'old' }).href,
    );
    const refused = Promise.withResolvers<void>();
    const backend = await openQueueBackend({
      redisUrl: address.now,
      databaseUrl: '',
      redisPrefix: user,
      onError: ({ message }) => {
        if (message.startsWith('WRONGPASS')) refused.resolve();
      },
    });
    return {
      backend,
      refused: refused.promise,
      setPassword: address.setPassword,
      changeIt: () => admin.acl('SETUSER', user, 'resetpass', '>new'),
      cut: () => admin.client('KILL', 'USER', user),
      async [Symbol.asyncDispose]() {
        await admin.acl('DELUSER', user);
        await admin.quit();
      },
    };
  }

  test('while a worker works', async () => {
    await using redis = await watcher();
    await worksAgain(
      redis.backend,
      async () => {
        await redis.changeIt();
        await redis.cut();
        await redis.refused;
      },
      () => redis.setPassword('new'),
    );
  });

  test('before a worker has connected', async () => {
    await using redis = await watcher();
    await redis.changeIt();
    const done: unknown[] = [];
    const worker = redis.backend.worker('articles', async (job) => void done.push(job.data), {});
    const refused = new Promise<Error>((resolve) => worker.on('error', resolve));
    expect((await refused).message).toContain('WRONGPASS');
    await redis.setPassword('new');
    const queue = redis.backend.queue('articles', {});
    await queue.add('read', {});
    await expect.poll(() => done.length, { timeout: 20_000 }).toBe(1);
    await worker.close();
    await queue.close();
    await redis.backend.close();
  });

  test('a worker that could never connect can be closed', async () => {
    await using redis = await watcher();
    await redis.changeIt();
    const worker = redis.backend.worker('articles', async () => {}, {});
    await new Promise((resolve) => worker.on('error', resolve));
    await worker.close();
    await redis.backend.close();
  });
});

test('a file that names another server or database is not followed before a restart', async () => {
  const { file, now } = await keptInFile('postgres://anna:a@db.example:5432/watch');
  const written: [string, string][] = [
    ['postgres://anna:b@db.example:5432/watch', 'postgres://anna:b@db.example:5432/watch'],
    ['postgres://anna:c@other.example:5432/watch', 'postgres://anna:b@db.example:5432/watch'],
    ['postgres://anna:c@db.example:5432/other', 'postgres://anna:b@db.example:5432/watch'],
    ['', 'postgres://anna:b@db.example:5432/watch'],
    ['postgres://bert:c@db.example:5432/watch', 'postgres://bert:c@db.example:5432/watch'],
  ];
  for (const [found, followed] of written) {
    await writeFile(file, found);
    expect(now()).toBe(followed);
  }
  await rm(file);
  expect(now()).toBe('postgres://bert:c@db.example:5432/watch');
});

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { PostgresVersionError } from '../../../src/io/store/postgres/create-cluster.ts';
import { startEmbeddedPostgres } from '../../../src/io/store/postgres/embedded-postgres.ts';
import { removeDatabase } from '../../support/remove-database.ts';

// A cluster is made and flushed to disk, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-pg-'));
});
afterAll(() => removeDatabase(directory));

async function one(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT 1 AS one');
  await client.end();
  return rows[0];
}

async function startAndStop() {
  const server = await startEmbeddedPostgres({ directory });
  await server.close();
  return server;
}

test('starts, is shared, and stops with its last user', async () => {
  const [first, second] = await Promise.all([
    startEmbeddedPostgres({ directory }),
    startEmbeddedPostgres({ directory }),
  ]);
  expect(first.url).toBe(second.url);
  await first.close();
  await expect(one(second.url)).resolves.toEqual({ one: 1 });
  await second.close();
  await expect(one(second.url)).rejects.toThrow(/ECONNREFUSED/);
});

test('of many that start at once, one starts the server and the others adopt it', async () => {
  for (let round = 0; round < 3; round += 1) {
    const log = path.join((await startAndStop()).directory, 'server.log');
    const before = (await readFile(log, 'utf8')).length;
    const servers = await Promise.all(Array.from({ length: 8 }, () => startEmbeddedPostgres({ directory })));
    expect(servers.filter(({ adopted }) => !adopted)).toHaveLength(1);
    const said = (await readFile(log, 'utf8')).slice(before);
    expect(said.match(/starting PostgreSQL/g)).toHaveLength(1);
    expect(said).not.toMatch(/FATAL|wrong PID/);
    for (const server of servers) await server.close();
  }
});

test('adopts the server that a killed process left behind', async () => {
  const child = fork(new URL('../../support/hold-postgres.ts', import.meta.url), [directory], {
    stdio: 'ignore',
  });
  const [url] = (await once(child, 'message')) as [string];
  child.kill('SIGKILL');
  await once(child, 'exit');
  const server = await startEmbeddedPostgres({ directory });
  expect(server.adopted).toBe(true);
  expect(server.url).toBe(url);
  await expect(one(server.url)).resolves.toEqual({ one: 1 });
  await server.close();
});

test('starts again after the server itself was killed, in spite of its stale pid file', async () => {
  const first = await startEmbeddedPostgres({ directory });
  const [pid] = (await readFile(path.join(first.directory, 'cluster', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  await first.close();
  const second = await startEmbeddedPostgres({ directory });
  expect(second.adopted).toBe(false);
  await expect(one(second.url)).resolves.toEqual({ one: 1 });
  await second.close();
});

test('starts although another process has the pid of the stale file', { timeout: 60_000 }, async () => {
  const first = await startEmbeddedPostgres({ directory });
  const file = path.join(first.directory, 'cluster', 'postmaster.pid');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await first.close();
  // After a power cut the pid file is still there, and its number belongs to another process: this one.
  await writeFile(file, [String(process.pid), ...lines.slice(1)].join('\n'));
  const second = await startEmbeddedPostgres({ directory });
  expect(second.adopted).toBe(false);
  await expect(one(second.url)).resolves.toEqual({ one: 1 });
  await second.close();
});

test.each([
  ['an empty file', ''],
  ['a file of other text', 'not\na pid file'],
  ['a file of zeroes', '\0'.repeat(64)],
])('starts although a power cut left %s in place of the pid file', { timeout: 60_000 }, async (_, left) => {
  const first = await startEmbeddedPostgres({ directory });
  const file = path.join(first.directory, 'cluster', 'postmaster.pid');
  await first.close();
  await writeFile(file, left);
  const second = await startEmbeddedPostgres({ directory });
  expect(second.adopted).toBe(false);
  await expect(one(second.url)).resolves.toEqual({ one: 1 });
  await second.close();
});

test('starts no second server beside one whose pid file was damaged', { timeout: 60_000 }, async () => {
  const first = await startEmbeddedPostgres({ directory });
  const file = path.join(first.directory, 'cluster', 'postmaster.pid');
  const sound = await readFile(file, 'utf8');
  await writeFile(file, '');
  await expect(startEmbeddedPostgres({ directory })).rejects.toThrow(/does not start/);
  await expect(one(first.url)).resolves.toEqual({ one: 1 });
  await writeFile(file, sound);
  await first.close();
});

test('starts a server that died again, on the same port', { timeout: 60_000 }, async () => {
  const server = await startEmbeddedPostgres({ directory });
  const other = await startEmbeddedPostgres({ directory });
  expect(await server.revive()).toBe(false);
  const [pid] = (await readFile(path.join(server.directory, 'cluster', 'postmaster.pid'), 'utf8')).split(
    '\n',
  );
  process.kill(Number(pid), 'SIGKILL');
  await expect.poll(() => one(server.url).catch(() => 'away')).toBe('away');
  await expect.poll(() => server.revive().catch(() => false), { timeout: 20_000 }).toBe(true);
  await expect(one(server.url)).resolves.toEqual({ one: 1 });
  // The second process finds the server running and uses it too.
  expect(await other.revive()).toBe(false);
  await server.close();
  await expect(one(other.url)).resolves.toEqual({ one: 1 });
  await other.close();
});

test('says that another program has taken its port', { timeout: 60_000 }, async () => {
  const server = await startEmbeddedPostgres({ directory });
  const [pid] = (await readFile(path.join(server.directory, 'cluster', 'postmaster.pid'), 'utf8')).split(
    '\n',
  );
  process.kill(Number(pid), 'SIGKILL');
  const other = createServer();
  const port = Number(new URL(server.url).port);
  // The port is free as soon as the server's sessions have ended.
  await expect
    .poll(
      () =>
        new Promise((resolve) =>
          other.once('error', resolve).listen(port, '127.0.0.1', () => resolve('taken')),
        ),
    )
    .toBe('taken');
  await expect(server.revive()).rejects.toThrow(
    /does not start: another program listens on its port\. Stop that program, or restart chipwatch/,
  );
  await new Promise((resolve) => other.close(resolve));
  expect(await server.revive()).toBe(true);
  await server.close();
});

test('says that others may read its files', { timeout: 60_000 }, async () => {
  const open = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-pg-open-'));
  onTestFinished(() => removeDatabase(open));
  const server = await startEmbeddedPostgres({ directory: open });
  await server.close();
  await chmod(path.join(server.directory, 'cluster'), 0o777);
  await expect(startEmbeddedPostgres({ directory: open })).rejects.toThrow(
    /does not start: its files belong to another user, or others may read them\. Give them/,
  );
});

test('refuses the cluster of another major version, and says what to do', async () => {
  const other = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-pg-old-'));
  onTestFinished(() => removeDatabase(other));
  const server = await startEmbeddedPostgres({ directory: other });
  await server.close();
  await writeFile(path.join(server.directory, 'cluster', 'PG_VERSION'), '12\n');
  await expect(startEmbeddedPostgres({ directory: other })).rejects.toThrow(PostgresVersionError);
  await expect(startEmbeddedPostgres({ directory: other })).rejects.toThrow(/PostgreSQL 12 .*DATABASE_URL/);
});

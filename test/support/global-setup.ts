import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { sql } from 'kysely';
import { openDatabase } from '../../src/io/store/database.ts';
import { migrate } from '../../src/io/store/migrate.ts';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import { databaseAt, TEMPLATE } from './fresh-database.ts';
import { removeDatabase } from './remove-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server on which tests make databases of their own. */
    databaseUrl: string;
    /** A Redis server; undefined where there is none, which CI does not accept. */
    redisUrl: string | undefined;
  }
}

/** Starts what the suite needs: PostgreSQL from npm, and a private Redis where the machine has one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-test-'));
  // The record of a test run need not survive a power cut.
  const server = await startEmbeddedPostgres({
    directory: path.join(directory, 'postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off' },
  });
  await makeTemplate(server.url);
  const redis = process.env['REDIS_URL'] === undefined ? await startRedis(directory) : undefined;
  const redisUrl = process.env['REDIS_URL'] ?? redis?.url;
  if (redisUrl === undefined) {
    const say =
      'No redis-server on the PATH and no REDIS_URL: THE TESTS OF THE REDIS BACKEND ARE LEFT OUT. Install it, e.g. apt-get install redis-server.';
    if (process.env['CI'] === 'true') throw new Error(say);
    process.stderr.write(`\n*** ${say}\n\n`);
  }
  project.provide('databaseUrl', server.url);
  project.provide('redisUrl', redisUrl);
  return async () => {
    redis?.process.kill('SIGTERM');
    await server.close();
    await removeDatabase(path.join(directory, 'postgres'));
    await rm(directory, { recursive: true, force: true });
  };
}

async function makeTemplate(server: string): Promise<void> {
  const admin = openDatabase(server, { maxConnections: 1, onError: () => {} });
  await sql`CREATE DATABASE ${sql.id(TEMPLATE)}`.execute(admin);
  await admin.destroy();
  const db = openDatabase(databaseAt(server, TEMPLATE), { maxConnections: 1, onError: () => {} });
  await migrate(db);
  // A database that somebody is connected to cannot be copied.
  await db.destroy();
}

async function startRedis(directory: string): Promise<{ url: string; process: ChildProcess } | undefined> {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const port = await freePort();
  const child = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      directory,
      '--maxmemory-policy',
      'noeviction',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('redis-server did not start')));
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve();
    });
  });
  return { url: `redis://127.0.0.1:${port}`, process: child };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

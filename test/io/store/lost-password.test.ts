import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/io/store/postgres/embedded-postgres.ts';
import { loadBinaries } from '../../../src/io/store/postgres/postgres-binaries.ts';
import { chooseHome, type PostgresHome } from '../../../src/io/store/postgres/postgres-home.ts';
import { prepareCluster } from '../../../src/io/store/postgres/prepare-cluster.ts';
import { PasswordLostError } from '../../../src/io/store/postgres/renew-password.ts';
import { runBinary } from '../../../src/io/store/postgres/run-postgres.ts';
import { removeDatabase } from '../../support/remove-database.ts';

let directory: string;
let home: PostgresHome;
let file: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-password-'));
  home = await chooseHome(directory, await loadBinaries());
  file = path.join(home.directory, 'password');
  const server = await startEmbeddedPostgres({ directory });
  await query(server.url, 'CREATE TABLE kept AS SELECT 17 AS value');
  await server.close();
}, 60_000);
afterAll(() => removeDatabase(directory));

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

/** Everything that the server and the start have logged. */
async function logged(): Promise<string> {
  return readFile(path.join(home.directory, 'server.log'), 'utf8');
}

test('processes that start at the same time make one password and one cluster', {
  timeout: 60_000,
}, async () => {
  const fresh = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-password-'));
  onTestFinished(() => removeDatabase(fresh));
  const place = await chooseHome(fresh, await loadBinaries());
  const made = await Promise.all(Array.from({ length: 8 }, () => prepareCluster(place, () => {})));
  expect(new Set(made).size).toBe(1);
  expect(made[0]).toMatch(/^[\w-]{24}$/);
  expect(await readFile(path.join(place.directory, 'password'), 'utf8')).toBe(made[0]);
  expect((await stat(path.join(place.directory, 'password'))).mode & 0o777).toBe(0o600);
  expect((await readdir(place.directory)).filter((name) => /password-|cluster-/.test(name))).toEqual([]);
});

test.each([
  ['empty', () => writeFile(file, '')],
  ['full of zeroes', () => writeFile(file, '\0'.repeat(24))],
  ['missing', () => rm(file)],
])('a new password is set where the file of the old one is %s', { timeout: 60_000 }, async (_, lose) => {
  const old = await readFile(file, 'utf8');
  await lose();
  let told = 0;
  const server = await startEmbeddedPostgres({ directory, onNewPassword: () => (told += 1) });
  expect(told).toBe(1);
  expect(await query(server.url, 'SELECT value FROM kept')).toEqual([{ value: 17 }]);
  await server.close();
  const written = await readFile(file, 'utf8');
  expect(written).toMatch(/^[\w-]{24}$/);
  expect(written).not.toBe(old);
  const { mode, uid } = await stat(file);
  expect(mode & 0o777).toBe(0o600);
  expect(uid).toBe((await stat(home.cluster)).uid);
  expect(await logged()).not.toContain(written);
  // The next start uses it.
  const next = await startEmbeddedPostgres({ directory, onNewPassword: () => (told += 1) });
  expect(await query(next.url, 'SELECT value FROM kept')).toEqual([{ value: 17 }]);
  await next.close();
  expect(told).toBe(1);
});

test('the server that a killed process left behind does not keep it from being set', {
  timeout: 60_000,
}, async () => {
  const child = fork(new URL('../../support/hold-postgres.ts', import.meta.url), [directory], {
    stdio: 'ignore',
  });
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await rm(file);
  // The server notices the end of the process in a moment.
  let server: EmbeddedPostgres | undefined;
  await expect
    .poll(
      async () => {
        server = await startEmbeddedPostgres({ directory }).catch(() => undefined);
        return server !== undefined;
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  expect(await query(server!.url, 'SELECT value FROM kept')).toEqual([{ value: 17 }]);
  await server!.close();
});

test('nothing is changed while another process uses the database', { timeout: 60_000 }, async () => {
  const server = await startEmbeddedPostgres({ directory });
  const password = await readFile(file, 'utf8');
  await rm(file);
  const second = startEmbeddedPostgres({ directory });
  await expect(second).rejects.toThrow(PasswordLostError);
  await expect(second).rejects.toThrow(
    /other processes use that database: stop chipwatch, then start it again/,
  );
  expect(await query(server.url, 'SELECT value FROM kept')).toEqual([{ value: 17 }]);
  await writeFile(file, password);
  await home.own(file);
  await server.close();
});

test('the cluster of another program is left as it is', { timeout: 60_000 }, async () => {
  const other = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-stranger-'));
  onTestFinished(() => removeDatabase(other));
  const place = await chooseHome(other, await loadBinaries());
  await runBinary(place, 'initdb', [`--pgdata=${place.cluster}`, '--username=librarian', '--auth=trust']);
  const roles = () =>
    runBinary(
      place,
      'postgres',
      ['--single', '-D', place.cluster, 'postgres'],
      'SELECT rolname, rolpassword FROM pg_authid\n',
    );
  const before = await roles();
  const start = startEmbeddedPostgres({ directory: other });
  await expect(start).rejects.toThrow(PasswordLostError);
  await expect(start).rejects.toThrow(/was not made by chipwatch/);
  expect(await roles()).toBe(before);
  expect(await readdir(place.directory)).not.toContain('password');
});

test('a password of another database is named, with what to do', { timeout: 60_000 }, async () => {
  const password = await readFile(file, 'utf8');
  await writeFile(file, 'of-another-database');
  await expect(startEmbeddedPostgres({ directory })).rejects.toThrow(
    /does not take the password in .*password: if that file is of another database, stop chipwatch, delete it/,
  );
  await writeFile(file, password);
  const server = await startEmbeddedPostgres({ directory });
  await server.close();
});

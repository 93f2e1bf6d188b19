import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import { loadBinaries } from './postgres-binaries.ts';
import { chooseHome, type PostgresHome } from './postgres-home.ts';
import { readOrCreatePassword } from './postgres-password.ts';
import { runBinary } from './run-postgres.ts';

const DATABASE = 'chipwatch';
const USER = 'chipwatch';
/** Every process that uses the embedded server holds this lock shared; whoever gets it alone may stop the server. */
const USERS_LOCK = 7_205_759;
const START_DEADLINE_MS = 60_000;

/** A running server of ours, started here or adopted from a process that is running or was killed. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** True when the server was already running. */
  readonly adopted: boolean;
  readonly directory: string;
  /** Stops the server unless another process still uses it. Idempotent. */
  close(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where the cluster, its password and its log live; created when missing. */
  readonly directory: string;
  /** Extra `postgres` settings, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The cluster in the directory was made by another major version of PostgreSQL. */
export class PostgresVersionError extends Error {
  override readonly name = 'PostgresVersionError';
}

/** The server did not come up; the message ends with what it wrote to its log. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';
}

/**
 * Starts PostgreSQL from the npm binaries, or adopts the server that already runs on the directory.
 *
 * `pg_ctl` starts it in a session of its own: a Ctrl-C in the terminal must reach us, not the database, and a
 * SIGKILL of ours leaves a sound server that the next start adopts.
 *
 * @throws UnsupportedPlatformError, PostgresVersionError, PostgresStartError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await chooseHome(path.resolve(options.directory), await loadBinaries());
  const password = await readOrCreatePassword(home);
  await initialise(home, password);

  const deadline = Date.now() + START_DEADLINE_MS;
  let adopted = true;
  for (;;) {
    const running = await findRunning(home);
    if (running !== undefined) {
      const url = `postgres://${USER}:${password}@127.0.0.1:${running.port}/${DATABASE}`;
      const guard = await enter(url);
      if (guard !== undefined) return handle(home, url, adopted, guard);
    } else {
      adopted = false;
      await start(home, options.settings ?? {});
      continue;
    }
    if (Date.now() > deadline) throw new PostgresStartError(await describeFailure(home));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function handle(home: PostgresHome, url: string, adopted: boolean, guard: Client): EmbeddedPostgres {
  let closing: Promise<void> | undefined;
  return {
    url,
    adopted,
    directory: home.directory,
    close() {
      closing ??= leave(home, guard);
      return closing;
    },
  };
}

/** Joins the users of the server; undefined while it is not ready (starting up or shutting down). */
async function enter(url: string): Promise<Client | undefined> {
  const admin = new Client({
    connectionString: url.replace(/\/[^/]*$/, '/postgres'),
    connectionTimeoutMillis: 2_000,
  });
  // A server that goes away under an idle client is noticed by the next query; without a listener it would be a crash.
  admin.on('error', () => {});
  try {
    await admin.connect();
    await admin.query('SELECT pg_advisory_lock_shared($1)', [USERS_LOCK]);
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${DATABASE}`);
    return admin;
  } catch (error) {
    await admin.end().catch(() => {});
    const code = (error as { code?: string }).code;
    // 42P04: another process created the database in between. 23505: at the same instant.
    if (code === '42P04' || code === '23505') return enter(url);
    if (code === '28P01')
      throw new PostgresStartError(
        `the PostgreSQL server that answers does not know our password: another program took its port (${new URL(url).port}); stop it and start again`,
      );
    return undefined;
  }
}

async function leave(home: PostgresHome, guard: Client): Promise<void> {
  let alone = false;
  try {
    await guard.query('SELECT pg_advisory_unlock_shared($1)', [USERS_LOCK]);
    const { rows } = await guard.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [
      USERS_LOCK,
    ]);
    alone = rows[0]?.alone === true;
  } catch {
    // The server is gone already: nothing to stop.
  }
  await guard.end().catch(() => {});
  if (!alone) return;
  try {
    await runBinary(home, 'pg_ctl', ['stop', '-D', home.cluster, '-m', 'fast', '-w', '-t', '30']);
  } catch (error) {
    // A server that died on its own cannot be stopped, and need not be.
    if ((await findRunning(home)) !== undefined) throw error;
  }
}

/** Makes the cluster beside its final place and moves it there: a crash in between leaves nothing half made. */
async function initialise(home: PostgresHome, password: string): Promise<void> {
  const versionFile = path.join(home.cluster, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const found = (await readFile(versionFile, 'utf8')).trim();
    const ours = (await runBinary(home, 'postgres', ['--version'])).match(/(\d+)\./)?.[1];
    if (found !== ours)
      throw new PostgresVersionError(
        `${home.cluster} holds a PostgreSQL ${found} cluster, this chipwatch brings PostgreSQL ${ours}: dump it with the old version and restore it, or point DATABASE_URL to a server`,
      );
    return;
  }
  const draft = path.join(home.directory, `cluster-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  await home.own(passwordFile);
  try {
    // The built-in C.UTF-8 locale sorts and folds alike on every machine, whatever locales it has installed.
    const flags = [
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    await runBinary(home, 'initdb', [
      `--pgdata=${draft}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--locale=C',
      ...flags,
    ]);
    await rename(draft, home.cluster);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(versionFile)) throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Reads `postmaster.pid` (pid on line 1, port on line 4); undefined when no server lives on the cluster. */
async function findRunning(home: PostgresHome): Promise<{ pid: number; port: number } | undefined> {
  let lines: string[];
  try {
    lines = (await readFile(path.join(home.cluster, 'postmaster.pid'), 'utf8')).split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port)) return undefined;
  return isAlive(pid) ? { pid, port } : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** In a container without an init process nobody reaps a dead server: it keeps its pid and answers signal 0. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

async function start(home: PostgresHome, settings: Readonly<Record<string, string>>): Promise<void> {
  await removeZombiesPidFile(home);
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    // A socket path may be longer than the 107 bytes that Unix allows; TCP on loopback with a password always works.
    unix_socket_directories: '',
    port: String(await freePort()),
    max_connections: '200',
    ...settings,
  };
  const flags = Object.entries(all).map(([key, value]) => `-c ${key}='${value}'`);
  try {
    await runBinary(home, 'pg_ctl', [
      'start',
      '-D',
      home.cluster,
      '-l',
      path.join(home.directory, 'server.log'),
      '-w',
      '-t',
      '60',
      '-o',
      flags.join(' '),
    ]);
  } catch (error) {
    // Another process won the race to start it: the caller's loop adopts that one.
    if ((await findRunning(home)) === undefined)
      throw new PostgresStartError(await describeFailure(home), { cause: error });
  }
}

/** PostgreSQL itself takes a zombie for a running server and would refuse to start. */
async function removeZombiesPidFile(home: PostgresHome): Promise<void> {
  const file = path.join(home.cluster, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (Number.isInteger(pid) && pid > 0 && isZombie(pid)) await rm(file, { force: true });
}

async function describeFailure(home: PostgresHome): Promise<string> {
  const log = await readFile(path.join(home.directory, 'server.log'), 'utf8').catch(() => '');
  const tail = log.trim().split('\n').slice(-8).join('\n');
  return `the embedded PostgreSQL in ${home.directory} does not start. The end of its log:\n${tail || '(empty)'}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free TCP port on 127.0.0.1');
  return address.port;
}

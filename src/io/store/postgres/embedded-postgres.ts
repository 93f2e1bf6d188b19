import path from 'node:path';
import { Client } from 'pg';
import { USER } from './create-cluster.ts';
import { loadBinaries } from './postgres-binaries.ts';
import { chooseHome, type PostgresHome } from './postgres-home.ts';
import { passwordFile } from './postgres-password.ts';
import { findRunning } from './postmaster.ts';
import { prepareCluster } from './prepare-cluster.ts';
import { runBinary } from './run-postgres.ts';
import { CANNOT_CONNECT_NOW } from '../sqlstate.ts';
import { chooseSharedMemory, type OtherMemory } from './shared-memory.ts';
import { withStartLock } from './start-lock.ts';
import { describeFailure, logSize, PostgresStartError, startServer } from './start-postgres.ts';

const DATABASE = 'chipwatch';
/**
 * Every process that uses the embedded server holds this advisory lock shared. Only a process that gets it
 * exclusively may stop the server.
 */
const USERS_LOCK = 7_205_759;
const START_DEADLINE_MS = 60_000;
/** After a crash the server reads its log again, and answers meanwhile that it is starting. Milliseconds. */
const LONGEST_RECOVERY = 1_800_000;

/** Connections that were lost, and their lock with them. */
const LOST = new WeakSet<Client>();

/** A running server of ours, started here or adopted from a process that is running or was killed. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Whether the server was already running. */
  readonly adopted: boolean;
  readonly directory: string;
  /** Starts the server again on the same port if it has died; true when it had. @throws PostgresStartError */
  revive(): Promise<boolean>;
  /** Stops the server unless another process still uses it. Idempotent. */
  close(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where the cluster, its password and its log live; created when missing. */
  readonly directory: string;
  /** Extra `postgres` settings, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called again and again while the server says that it is still starting. */
  readonly onStarting?: (() => void) | undefined;
  /** Called before a start with a kind of shared memory that is not PostgreSQL's own choice. */
  readonly onOtherMemory?: ((memory: OtherMemory) => void) | undefined;
  /** Called when the file of the password was lost and another password was set. */
  readonly onNewPassword?: (() => void) | undefined;
}

/**
 * Starts PostgreSQL from the npm binaries, or adopts the server that already runs on the directory.
 *
 * `pg_ctl` starts it in a session of its own. A Ctrl-C in the terminal reaches only us, and a SIGKILL of ours leaves
 * a healthy server that the next start adopts.
 *
 * @throws UnsupportedPlatformError, PostgresVersionError, PostgresStartError, PasswordLostError; file errors
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await chooseHome(path.resolve(options.directory), await loadBinaries());
  const password = await prepareCluster(home, options.onNewPassword ?? (() => {}));
  const urlOf = (port: number) => `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  const first = await join(home, options, urlOf, undefined);
  const { port } = first;
  let { guard } = first;
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(port),
    adopted: first.adopted,
    directory: home.directory,
    async revive() {
      const running = await findRunning(home);
      if (closing !== undefined || (running !== undefined && !LOST.has(guard))) return false;
      const next = await join(home, options, urlOf, port);
      await guard.end().catch(() => {});
      guard = next.guard;
      return !next.adopted;
    },
    close() {
      closing ??= leave(home, guard);
      return closing;
    },
  };
}

interface Joined {
  readonly port: number;
  readonly adopted: boolean;
  readonly guard: Client;
}

/** Connects to a running server, started by this process or another. */
async function join(
  home: PostgresHome,
  { settings = {}, onStarting, onOtherMemory }: EmbeddedPostgresOptions,
  urlOf: (port: number) => string,
  wanted: number | undefined,
): Promise<Joined> {
  const began = Date.now();
  let deadline = began + START_DEADLINE_MS;
  const before = await logSize(home);
  let adopted = true;
  for (;;) {
    const running = await findRunning(home);
    if (running !== undefined) {
      const guard = await enter(home, urlOf(running.port));
      if (guard === 'starting') {
        deadline = Math.min(began + LONGEST_RECOVERY, Date.now() + START_DEADLINE_MS);
        onStarting?.();
      } else if (guard !== undefined) return { port: running.port, adopted, guard };
    } else {
      const asked = Date.now();
      await withStartLock(home, async () => {
        // Meanwhile another process may have been starting it.
        deadline += Date.now() - asked;
        if ((await findRunning(home)) !== undefined) return;
        adopted = false;
        const memory = await chooseSharedMemory(home);
        if (memory !== undefined) onOtherMemory?.(memory);
        // The sessions of the dead server are still ending; their shared memory is free in a moment.
        await startServer(home, settings, memory, wanted).catch((error: unknown) => {
          if (!/shared memory block/.test(String(error)) || Date.now() > deadline) throw error;
        });
      });
    }
    if (Date.now() > deadline) throw new PostgresStartError(await describeFailure(home, before));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Connects and takes the shared lock; undefined where the server does not answer yet, or no more. */
async function enter(home: PostgresHome, url: string): Promise<Client | 'starting' | undefined> {
  const admin = new Client({
    connectionString: url.replace(/\/[^/]*$/, '/postgres'),
    connectionTimeoutMillis: 2_000,
  });
  // A server that goes away under an idle client is noticed by the next query. Without a listener the error would end
  // the process.
  admin.on('error', () => {});
  admin.once('end', () => LOST.add(admin));
  try {
    await admin.connect();
    await admin.query('SELECT pg_advisory_lock_shared($1)', [USERS_LOCK]);
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${DATABASE}`);
    return admin;
  } catch (error) {
    await admin.end().catch(() => {});
    const code = (error as { code?: string }).code;
    // 42P04: another process has created the database. 23505: it did so at the same instant.
    if (code === '42P04' || code === '23505') return enter(home, url);
    if (code === CANNOT_CONNECT_NOW) return 'starting';
    if (code === '28P01')
      throw new PostgresStartError(
        `the PostgreSQL server that answers on port ${new URL(url).port} does not take the password in ${passwordFile(home)}: if that file is of another database, stop chipwatch, delete it and start again, which sets a new password; if another program took the port, stop it and start again`,
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
    // The server is gone already.
  }
  await guard.end().catch(() => {});
  if (!alone) return;
  try {
    await runBinary(home, 'pg_ctl', ['stop', '-D', home.cluster, '-m', 'fast', '-w', '-t', '30']);
  } catch (error) {
    // A server that died by itself need not be stopped.
    if ((await findRunning(home)) !== undefined) throw error;
  }
}

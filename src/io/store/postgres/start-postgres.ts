import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import type { PostgresHome } from './postgres-home.ts';
import { findRunning, removeStalePidFile } from './postmaster.ts';
import { runBinary } from './run-postgres.ts';
import type { OtherMemory } from './shared-memory.ts';

/** The server did not come up; the message ends with what it wrote to its log. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';
}

/**
 * Starts the server.
 *
 * @param memory the kind of shared memory where the server's own choice would fail
 * @param wanted the port that other processes already know; undefined chooses one
 */
export async function startServer(
  home: PostgresHome,
  settings: Readonly<Record<string, string>>,
  memory: OtherMemory | undefined,
  wanted: number | undefined,
): Promise<void> {
  await removeStalePidFile(home);
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    // Unix limits socket paths to 107 bytes, which a data directory may exceed. TCP on loopback with a password
    // always works.
    unix_socket_directories: '',
    port: String(wanted ?? (await freePort())),
    max_connections: '200',
    ...(memory === undefined ? {} : { dynamic_shared_memory_type: memory.type }),
    ...settings,
  };
  const flags = Object.entries(all).map(([key, value]) => `-c ${key}='${value}'`);
  const before = await logSize(home);
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
    // Another process was quicker to start it; the caller's loop adopts that server.
    if ((await findRunning(home)) === undefined)
      throw new PostgresStartError(await describeFailure(home, before, error), { cause: error });
  }
}

/** The size of the server's log in bytes. What is written after it belongs to the next start. */
export async function logSize(home: PostgresHome): Promise<number> {
  return stat(path.join(home.directory, 'server.log')).then(
    ({ size }) => size,
    () => 0,
  );
}

/** What this start has written to the log. Older lines belong to other starts and would mislead. */
export async function describeFailure(home: PostgresHome, from: number, cause?: unknown): Promise<string> {
  const log = await readFile(path.join(home.directory, 'server.log')).catch(() => Buffer.alloc(0));
  const said = log.subarray(from).toString('utf8').trim().split('\n').slice(-8).join('\n');
  const why = cause instanceof Error ? cause.message : '';
  return `the embedded PostgreSQL in ${home.directory} does not start${causeOf(`${said}${why}`)}. What it says:\n${said || why || '(nothing)'}`;
}

/** What the operator can do about what the server said, with a colon before it; empty where it is not known. */
export function causeOf(said: string): string {
  const known = CAUSES.find(([pattern]) => pattern.test(said))?.[1];
  return known === undefined ? '' : `: ${known}`;
}

/** What the server says when a cause is one that the operator can remove, with our words for it. */
const CAUSES: readonly (readonly [said: RegExp, words: string])[] = [
  // Before the full disk: shared memory that is too small is reported in the same words.
  [
    /could not (?:create|resize|open|map|attach to) shared memory segment|could not create semaphores/i,
    'the system gives it too little shared memory or none. Enlarge /dev/shm (Docker: --shm-size=64m), raise kernel.shmmax, kernel.shmall and kernel.shmmni, and allow System V IPC',
  ],
  [/no space left on device/i, 'the disk is full. Free some space, or inodes where df -i shows none'],
  [
    /address already in use/i,
    'another program listens on its port. Stop that program, or restart chipwatch, which then chooses a free port',
  ],
  [
    /wrong ownership|has invalid permissions|permission denied/i,
    'its files belong to another user, or others may read them. Give them to the user that runs chipwatch, with mode 700',
  ],
  [
    /error while loading shared libraries|spawn \S+ (?:ENOENT|ENOEXEC)/,
    'a library that its programs need is missing on this machine, or they are of another kind of machine. Install the library, or set DATABASE_URL to a server',
  ],
  [/read-only file system/i, 'its file system is read-only'],
  [
    /could not open file .*(?:pg_control|PG_VERSION)|is not a database cluster directory|invalid (?:primary )?checkpoint/i,
    'its files are damaged or incomplete. Restore a backup into another database.directory',
  ],
];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free TCP port on 127.0.0.1');
  return address.port;
}

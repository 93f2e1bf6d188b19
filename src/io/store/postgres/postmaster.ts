import { execFile } from 'node:child_process';
import { readdir, readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PostgresHome } from './postgres-home.ts';

const run = promisify(execFile);

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/**
 * Reads `postmaster.pid` (pid on line 1, port on line 4); undefined when no server runs on the cluster.
 *
 * The file survives a power cut, and its pid may be another process's by then. A living process counts only if it is
 * a `postgres` that was started on this cluster.
 */
export async function findRunning(home: PostgresHome): Promise<RunningServer | undefined> {
  const lines = (await readPidFile(home)) ?? [];
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!isPid(pid) || !Number.isInteger(port)) return undefined;
  return (await isServerOf(home, pid)) ? { pid, port } : undefined;
}

/**
 * Deletes the pid file of a dead server. PostgreSQL takes any living process with that pid, even a zombie, for a
 * running server and would refuse to start. It also refuses to start beside a file without a pid, as a power cut
 * leaves it; such a file is deleted when no process is a server of the cluster.
 */
export async function removeStalePidFile(home: PostgresHome): Promise<void> {
  const lines = await readPidFile(home);
  if (lines === undefined) return;
  const pid = Number(lines[0]);
  if (isPid(pid) ? await isServerOf(home, pid) : await hasServer(home)) return;
  await rm(path.join(home.cluster, 'postmaster.pid'), { force: true });
}

/** How many sessions of clients a server has; each of our processes has at least one. */
export async function countSessions(postmaster: number): Promise<number> {
  let sessions = 0;
  for (const pid of (await listPids()) ?? []) {
    if ((await parentOf(pid)) !== postmaster) continue;
    // PostgreSQL names its own processes by their work, and sessions by role, database and address.
    if (/^postgres: (?:\S+: )?\S+ \S+ (?:\S+\(\d+\)|\[local\])/.test((await commandOf(pid)) ?? ''))
      sessions += 1;
  }
  return sessions;
}

async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  const [, parent] = /^\d+ \(.*\) \w (\d+)/s.exec(stat) ?? [];
  if (parent !== undefined) return Number(parent);
  return run('ps', ['-o', 'ppid=', '-p', String(pid)]).then(
    ({ stdout }) => Number(stdout),
    () => 0,
  );
}

/** The lines of the file; undefined where there is none, or it cannot be read. */
async function readPidFile(home: PostgresHome): Promise<string[] | undefined> {
  const text = await readFile(path.join(home.cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text?.split('\n').map((line) => line.trim());
}

function isPid(pid: number): boolean {
  return Number.isInteger(pid) && pid > 0;
}

async function isServerOf(home: PostgresHome, pid: number): Promise<boolean> {
  if (!exists(pid) || (await isZombie(pid))) return false;
  const command = await commandOf(pid);
  // Nothing can be read about it (hardened kernel). It counts as the server, because two servers on one cluster
  // destroy it.
  if (command === undefined) return true;
  const cluster = await realpath(home.cluster).catch(() => home.cluster);
  const isPostgres = /^(?:[^\0]*\/)?postgres[\0\s]/.test(command);
  return isPostgres && (command.includes(home.cluster) || command.includes(cluster));
}

/** Whether any process is a server of the cluster; where processes cannot be listed, it counts as having one. */
async function hasServer(home: PostgresHome): Promise<boolean> {
  const pids = await listPids();
  if (pids === undefined) return true;
  for (const pid of pids) if (pid !== process.pid && (await isServerOf(home, pid))) return true;
  return false;
}

async function listPids(): Promise<number[] | undefined> {
  if (process.platform === 'linux') {
    const names = await readdir('/proc').catch(() => []);
    const pids = names.map(Number).filter(isPid);
    if (pids.length > 0) return pids;
  }
  return run('ps', ['-axo', 'pid=']).then(
    ({ stdout }) => stdout.split('\n').map(Number).filter(isPid),
    () => undefined,
  );
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In a container without an init process a dead server is not reaped: it keeps its pid and answers signal 0. */
async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return /^\d+ \(.*\) Z/s.test(stat);
}

/** The command line of a process; undefined where it cannot be read. */
async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
    if (line !== undefined) return line;
  }
  return run('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

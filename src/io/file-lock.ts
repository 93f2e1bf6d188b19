import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock on a file that the kernel takes back when the process ends, however it ends. */
export interface FileLock {
  release(): void;
}

/** SQLite's codes for a lock that another connection has. */
const HELD = new Set([5, 6]);
/** How often a held lock is asked for again. Milliseconds. */
const AGAIN = 50;

/**
 * Takes the lock, if nobody has it. Node has no function for the kernel's locks, so SQLite takes it: on an empty file, to
 * which nothing is ever written. It holds between processes, containers and connections of one process.
 *
 * Do not open the file otherwise while it is locked: closing it would end the lock (POSIX).
 *
 * @param file created for its owner alone when missing
 * @returns `held` where another has it, `unsupported` where the file cannot be created or locked
 */
export function tryToLock(file: string): FileLock | 'held' | 'unsupported' {
  let connection: DatabaseSync | undefined;
  try {
    createFile(file);
    connection = new DatabaseSync(file);
    connection.exec('BEGIN EXCLUSIVE');
    const locked = connection;
    return { release: () => locked.close() };
  } catch (error) {
    connection?.close();
    return HELD.has((error as { errcode?: number }).errcode ?? 0) ? 'held' : 'unsupported';
  }
}

/**
 * Runs `work` while no other process runs it with the same file. Where the file cannot be locked, it is run all the same:
 * what keeps the file from being created will say more about the reason.
 *
 * @param patienceMs after so long it is run without the lock: the process that has it stands still
 */
export async function withFileLock<Result>(
  file: string,
  patienceMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const until = Date.now() + patienceMs;
  let lock = tryToLock(file);
  while (lock === 'held' && Date.now() < until) {
    await sleep(AGAIN);
    lock = tryToLock(file);
  }
  try {
    return await work();
  } finally {
    if (typeof lock === 'object') lock.release();
  }
}

/** SQLite would let others read the file, and who can read it can lock it. */
function createFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { movedHome } from '../../src/io/store/postgres/postgres-home.ts';

/** How long a server may take to stop, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Removes an embedded database with all that it left: the server where one still runs (a service that was killed leaves
 * it to the next start), and for root the cluster, which lies elsewhere when the wanted directory is not open to others.
 * The wanted directory may be gone already.
 */
export async function removeDatabase(wanted: string): Promise<void> {
  for (const directory of [movedHome(wanted), wanted]) {
    const [pid] = (
      await readFile(path.join(directory, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')
    ).split('\n');
    if (pid) await stop(Number(pid));
    await rm(directory, { recursive: true, force: true });
  }
}

/** Removes a directory with the embedded databases that were made directly below it. */
export async function removeWithDatabases(home: string): Promise<void> {
  for (const name of await readdir(home)) await removeDatabase(path.join(home, name));
  await rm(home, { recursive: true, force: true });
}

async function stop(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
      process.kill(pid, 0);
      await sleep(50);
    }
  } catch {
    // It is gone.
  }
}

import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a server may take to stop, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Removes an embedded database with all that it left: the server where one still runs (a service that was killed leaves
 * it to the next start), and for root the cluster, which lies elsewhere when the wanted directory is not open to others.
 */
export async function removeDatabase(wanted: string): Promise<void> {
  const note = await readFile(path.join(wanted, 'MOVED.txt'), 'utf8').catch(() => '');
  const directory = /lives in (.+)$/m.exec(note)?.[1] ?? wanted;
  const [pid] = (
    await readFile(path.join(directory, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')
  ).split('\n');
  if (pid) await stop(Number(pid));
  await rm(directory, { recursive: true, force: true });
  await rm(wanted, { recursive: true, force: true });
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

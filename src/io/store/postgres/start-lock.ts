import path from 'node:path';
import { withFileLock } from '../../file-lock.ts';
import type { PostgresHome } from './postgres-home.ts';

/** How long to wait for another process that makes or starts the cluster; longer than its programs may take. Milliseconds. */
const PATIENCE = 180_000;

/**
 * Runs `work` while no other process makes or starts the server of `home`. Of two that start it at once, one could take the
 * pid file that the other's server has just written for a stale one and delete it, and that server would stop.
 */
export async function withStartLock<Result>(
  home: PostgresHome,
  work: () => Promise<Result>,
): Promise<Result> {
  return withFileLock(path.join(home.directory, 'start.lock'), PATIENCE, work);
}

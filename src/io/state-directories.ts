import os from 'node:os';
import path from 'node:path';
import { cacheDirectory } from './cache/cache-directory.js';

/**
 * Where a process may keep what must outlive it, best first: beside the embedded database, whose directory an operator keeps
 * on a volume; `$XDG_STATE_HOME/chipwatch`, else `~/.local/state/chipwatch`; the directory of the cache, in which older
 * versions kept it.
 *
 * @param database the directory of the embedded database, where that is used
 */
export function stateDirectories(database: string | undefined): string[] {
  const base = process.env['XDG_STATE_HOME'];
  const state =
    base !== undefined && path.isAbsolute(base) ? base : path.join(os.homedir(), '.local', 'state');
  const own = [path.join(state, 'chipwatch'), cacheDirectory()];
  return database === undefined ? own : [database, ...own];
}

import os from 'node:os';
import path from 'node:path';

/** Where what can be made again is kept: `$XDG_CACHE_HOME/chipwatch`, else `~/.cache/chipwatch`. */
export function cacheDirectory(): string {
  const base = process.env['XDG_CACHE_HOME'];
  return path.join(
    base !== undefined && path.isAbsolute(base) ? base : path.join(os.homedir(), '.cache'),
    'chipwatch',
  );
}

/** Whether only this user can have written it. */
export function isPrivate({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  // Windows has no owners in this sense; its profile directories are private.
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

import os from 'node:os';
import path from 'node:path';

/**
 * The directory for files that can be rebuilt at any time: `$XDG_CACHE_HOME/chipwatch`, else `~/.cache/chipwatch`.
 */
export function cacheDirectory(): string {
  const base = process.env['XDG_CACHE_HOME'];
  return path.join(
    base !== undefined && path.isAbsolute(base) ? base : path.join(os.homedir(), '.cache'),
    'chipwatch',
  );
}

/** Whether no other user can have written the file or directory. */
export function isPrivate({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  // Windows has no numeric owners; its profile directories are private.
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

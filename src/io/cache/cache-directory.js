// @ts-check
import os from 'node:os';
import path from 'node:path';

// JavaScript, because compile-cache.js needs it.

/**
 * The directory for files that may be lost at any time: `$XDG_CACHE_HOME/chipwatch`, else `~/.cache/chipwatch`.
 * @returns {string}
 */
export function cacheDirectory() {
  const base = process.env['XDG_CACHE_HOME'];
  return path.join(
    base !== undefined && path.isAbsolute(base) ? base : path.join(os.homedir(), '.cache'),
    'chipwatch',
  );
}

/**
 * Whether no other user can have written the file or directory.
 * @param {{ readonly uid: number; readonly mode: number }} info
 * @returns {boolean}
 */
export function isPrivate({ uid, mode }) {
  // Windows has no numeric owners; its profile directories are private.
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

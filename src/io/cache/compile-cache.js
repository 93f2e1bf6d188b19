// @ts-check
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { cacheDirectory, isPrivate } from './cache-directory.js';

// JavaScript, because it runs before the cache is on: for the first TypeScript file that is not in the cache Node loads
// its compiler, which takes 0.2 s of CPU and 12 to 17 MB in each process and thread.

/**
 * Switches on Node's compile cache, which keeps source files with their types stripped and compiled from one start to
 * the next. Without it half the CPU of a start is spent on that. Node's default directory can be written by all
 * users, so ours is used. Each thread must call this. Without a private directory nothing is cached.
 */
export function useCompileCache() {
  const directory = path.join(cacheDirectory(), 'code');
  try {
    makeDirectorySync(directory);
    if (isPrivate(lstatSync(directory)) && isPrivate(lstatSync(cacheDirectory())))
      module.enableCompileCache(directory);
  } catch {
    // A read-only home: each start compiles.
  }
}

/**
 * Node's recursive `mkdir` never ends in a directory that takes none, such as `/proc`.
 * @param {string} directory
 */
function makeDirectorySync(directory) {
  if (existsSync(directory)) return;
  const parent = path.dirname(directory);
  if (parent !== directory) makeDirectorySync(parent);
  mkdirSync(directory, { mode: 0o700 });
}

/**
 * Writes the compile cache to disk now. Node does it only when a process exits by itself, which threads and killed
 * processes do not.
 */
export function keepCompiled() {
  module.flushCompileCache();
}

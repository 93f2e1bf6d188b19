import { lstatSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { cacheDirectory, isPrivate } from './cache-directory.ts';

/**
 * Lets Node keep what it makes of source files, types stripped and compiled, from one start to the next: half the CPU
 * of a start goes there otherwise. Not in Node's own place, which is a directory of all users. Each thread asks for
 * itself. Without a safe place nothing is kept.
 */
export function useCompileCache(): void {
  const directory = path.join(cacheDirectory(), 'code');
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (isPrivate(lstatSync(directory)) && isPrivate(lstatSync(cacheDirectory())))
      module.enableCompileCache(directory);
  } catch {
    // A read-only home: each start compiles.
  }
}

/** Writes down what was compiled so far: a process that is killed would not, nor a thread. */
export function keepCompiled(): void {
  module.flushCompileCache();
}

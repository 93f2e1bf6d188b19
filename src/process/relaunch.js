// @ts-check
import { useCompileCache } from '../io/cache/compile-cache.js';

// What a service process loads first. JavaScript, for the reason in compile-cache.js.

/**
 * The limit of a semi-space of the main thread in MB. With V8's own, 16, the space for young objects grows to 48 MB; most
 * of what this thread makes is dead long before that.
 */
const SEMI_SPACE = '--max-semi-space-size=4';

/** glibc gives threads areas of memory of their own, in which what is freed stays. All threads of ours share two. */
const AREAS = { MALLOC_ARENA_MAX: '2' };

/**
 * Starts this process again, in place, with limits that can only be set at a start. It keeps its number, its standard
 * streams and its arguments. Where that is not possible (Windows, an old Node) it goes on as it is. Call it before
 * anything is opened.
 */
export function relaunch() {
  const { env, argv, execArgv, execPath } = process;
  if (execArgv.includes(SEMI_SPACE) || process.send !== undefined) return;
  const flags = [...execArgv, SEMI_SPACE, '--import', import.meta.url];
  try {
    process.execve?.(execPath, [execPath, ...flags, ...argv.slice(1)], { ...AREAS, ...env });
  } catch {
    // Not on this platform.
  }
}

// With `--import`, before anything else: so no TypeScript is loaded without the cache.
if (process.execArgv.includes(SEMI_SPACE)) useCompileCache();

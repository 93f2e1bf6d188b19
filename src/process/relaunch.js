// @ts-check
import { useCompileCache } from '../io/cache/compile-cache.js';
import { checkVirtualMemory } from './virtual-memory.js';

// The first module that a service process loads. It is JavaScript, for the reason in compile-cache.js.

/**
 * The limit of a semi-space in MB; it overrides the size that a thread is given at its start. With V8's default of 16 the space for young objects grows to
 * 48 MB, although most objects of this thread are garbage long before that.
 */
const SEMI_SPACE = '--max-semi-space-size=4';

/**
 * How far the old objects of a thread may grow from one major collection to the next. By default V8 lets them grow to four
 * times of what is in use: with 5,000 articles the main thread had 138 MB of them, of which 29 were in use.
 */
const GROWTH = '--heap-growing-percent=40';

/**
 * V8 makes objects of a kind that often survived right among the old ones. The nodes of a page's tree are of that kind in
 * a reading thread. There they kept the page's text through all minor collections, so that each page ended among the old
 * objects: 170 kB of each, where 2 kB are left without this.
 */
const YOUNG_FIRST = '--no-allocation-site-pretenuring';

/**
 * V8 writes small counted repetitions such as `{0,5}` out in the machine code of a regular expression, nested ones several
 * times. Our long alternations of words then took up to 1.4 MB each, and ran no faster.
 */
export const COMPACT_PATTERNS = '--no-regexp-unroll';

/**
 * V8's baseline compiler makes code for each function that is called a few hundred times. Those that are called often are compiled
 * again by the optimising ones, so without it a page costs the same CPU, and two reading threads need 5 MB less.
 */
const NO_BASELINE_CODE = '--no-sparkplug';

/** V8 frees the bytecode of a function that was not called between so many major collections; by default six. */
const SHORT_LIVED_BYTECODE = '--bytecode-old-age=2';

/**
 * How Node starts a service process. `--expose-gc` is for free-start-memory.ts. give-back-memory.ts uses `node:ffi`, of
 * which Node would warn.
 */
export const SERVICE_FLAGS = [
  SEMI_SPACE,
  GROWTH,
  YOUNG_FIRST,
  COMPACT_PATTERNS,
  NO_BASELINE_CODE,
  SHORT_LIVED_BYTECODE,
  '--expose-gc',
  '--disable-warning=ExperimentalWarning',
  '--import',
  import.meta.url,
];

/**
 * How glibc keeps freed memory. All threads share two arenas, where each would have one. A block of 128 KiB or more, as
 * the bytes of a page or the working memory of V8's compilers, is given back when it is freed. By default that size grows
 * with the largest block that was freed, so that after a few large pages all further ones stay in the arena. Smaller
 * blocks stay there: Node allocates 64 KiB for each read from a socket, and mapping them anew each time took a third of
 * the CPU on machines on which page faults and system calls are slow.
 */
export const AREAS = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: String(128 * 1024) };

/**
 * Restarts this process in place (`exec`) with limits that can only be set at the start. Its process id, standard
 * streams and arguments stay the same. Where that is not possible (Windows, an old Node) the process continues without
 * the limits. Call it before anything is opened.
 */
export function relaunch() {
  const { env, argv, execArgv, execPath } = process;
  if (execArgv.includes(SEMI_SPACE) || process.send !== undefined) return;
  checkVirtualMemory();
  const flags = [...execArgv, ...SERVICE_FLAGS];
  try {
    process.execve?.(execPath, [execPath, ...flags, ...argv.slice(1)], { ...AREAS, ...env });
  } catch {
    // Not on this platform.
  }
}

// With `--import`, before anything else: so no TypeScript is loaded without the cache.
if (process.execArgv.includes(SEMI_SPACE)) useCompileCache();

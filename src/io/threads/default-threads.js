// @ts-check

// JavaScript, because virtual-memory.js needs it before the compile cache is on.

/**
 * How many threads read feeds and pages by default. One core is left for the event loop. With two cores there are two threads all the
 * same: one alone waits for a core during a quarter of its time, because the event loop, PostgreSQL and V8's helpers come in bursts.
 * @param {number} cores
 * @param {number} processes that read articles and share the cores
 */
export function defaultThreads(cores, processes = 1) {
  const own = Math.max(1, Math.floor(cores / Math.max(1, processes)));
  return Math.max(Math.min(own, 2), own - 1);
}

import { getHeapStatistics } from 'node:v8';

/** How many bytes of new objects a thread may have made when a task begins: half of what its space for them holds. */
const ENOUGH = 2 * 2 ** 20;

let collectedAt = 0;

/**
 * Frees the young objects of a thread whose task has ended. Hardly any of them is still in use then. A collection in the middle of a
 * task finds all of its objects in use, and makes a large text an old object at once, which only a major collection frees. Does
 * nothing in a process that `relaunch` has not restarted.
 */
export function collectBetweenTasks(): void {
  const made = getHeapStatistics().total_allocated_bytes;
  if (made - collectedAt < ENOUGH) return;
  collectedAt = made;
  globalThis.gc?.({ type: 'minor' });
}

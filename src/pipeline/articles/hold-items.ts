import { keepItems } from '../../io/store/items/lease-items.ts';
import { perDatabase } from '../batch-tasks.ts';
import type { Pipeline } from '../context.ts';
import { ITEM_QUEUE_LIMITS } from '../sweep.ts';

/** How often the leases of held items are renewed. Most items are done before the first time. Milliseconds. */
const RENEWAL = 5_000;

/** The items that this process has taken from the queue and not yet ended, by database. */
const held = perDatabase(() => ({
  items: new Set<string>(),
  timer: undefined as NodeJS.Timeout | undefined,
}));

/**
 * Does work on items of one job, and renews their leases meanwhile: an item that waits here, or whose host is slow,
 * must not come into a second job. Leaves out items that another job of this process has already.
 * @param work is given the items, and what to call as soon as one of them has ended: one that was postponed may be due
 *   again while others of its job still run
 */
export async function holdItems(
  pipeline: Pipeline,
  ids: readonly string[],
  work: (ids: readonly string[], release: (id: string) => void) => Promise<void>,
): Promise<void> {
  const all = held(pipeline.db);
  const own = ids.filter((id) => !all.items.has(id));
  const kept = new Set(own);
  for (const id of own) all.items.add(id);
  const release = (id: string) => {
    if (kept.delete(id)) all.items.delete(id);
  };
  // A failed renewal is repeated.
  all.timer ??= setInterval(() => {
    void keepItems(pipeline.db, [...all.items], pipeline.now(), ITEM_QUEUE_LIMITS.leaseSeconds).catch(
      () => {},
    );
  }, RENEWAL);
  try {
    await work(own, release);
  } finally {
    for (const id of kept) release(id);
    if (all.items.size === 0) {
      clearInterval(all.timer);
      all.timer = undefined;
    }
  }
}

/** How many items this process has taken from the queue and not yet ended. */
export function countHeld({ db }: Pick<Pipeline, 'db'>): number {
  return held(db).items.size;
}

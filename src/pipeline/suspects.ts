import type { Database } from '../io/store/database.ts';

/** For each database, the kinds of work whose single place is taken in this process. */
const PLACES = new WeakMap<Database, Set<string>>();

/**
 * Runs suspect work: work during which a process died, alone or among others. Suspects of a kind run one at a time. If
 * the process dies again, only one of them can be the cause; one that ends normally is cleared.
 *
 * @param otherwise called instead of `work` while another suspect runs
 */
export async function runAlone(
  db: Database,
  kind: 'feeds' | 'items',
  { work, otherwise }: { work: () => Promise<void>; otherwise: () => Promise<void> },
): Promise<void> {
  const places = PLACES.get(db) ?? new Set<string>();
  PLACES.set(db, places);
  if (places.has(kind)) return otherwise();
  places.add(kind);
  try {
    await work();
  } finally {
    places.delete(kind);
  }
}

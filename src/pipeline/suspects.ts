import type { Database } from '../io/store/database.ts';

/** For each database, the kinds of work whose single place is taken in this process. */
const PLACES = new WeakMap<Database, Set<string>>();

/**
 * Takes the single place for suspect work: work during which a process died, alone or among others. Suspects of a
 * kind run one at a time. If the process dies again, only one of them can be the cause; one that ends normally is
 * cleared.
 *
 * @returns a function that frees the place; undefined while another has it
 */
export function takeAlone(db: Database, kind: 'feeds' | 'items'): (() => void) | undefined {
  const places = PLACES.get(db) ?? new Set<string>();
  PLACES.set(db, places);
  if (places.has(kind)) return undefined;
  places.add(kind);
  return () => places.delete(kind);
}

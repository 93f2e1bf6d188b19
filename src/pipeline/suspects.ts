import type { Database } from '../io/store/database.ts';

/** Who holds the one place of a process for work during which a process has died. */
const PLACES = new WeakMap<Database, Set<string>>();

/**
 * Takes the place for work of which a process has died, or of which one died while it was at it among others. One of a
 * kind is tried at a time: should the process die again, the others are not to blame, and what did nothing is cleared
 * by coming to an end.
 *
 * @returns what gives the place back; undefined while another has it
 */
export function takeAlone(db: Database, kind: 'feeds' | 'items'): (() => void) | undefined {
  const places = PLACES.get(db) ?? new Set<string>();
  PLACES.set(db, places);
  if (places.has(kind)) return undefined;
  places.add(kind);
  return () => places.delete(kind);
}

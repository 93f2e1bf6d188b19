import type { Database } from '../io/store/database.ts';

/** For each database, the kinds of work of which a suspect runs in this process. */
const RUNNING = new WeakMap<Database, Set<string>>();

/**
 * Runs suspect work: work during which a process died, alone or among others. Suspects of a kind run one at a time. If
 * the process dies again, only one of them can be the cause; one that ends normally is cleared.
 *
 * @param otherwise called instead of `work` while another suspect runs
 */
export async function runSuspect(
  db: Database,
  kind: 'feeds' | 'items',
  { work, otherwise }: { work: () => Promise<void>; otherwise: () => Promise<void> },
): Promise<void> {
  const running = RUNNING.get(db) ?? new Set<string>();
  RUNNING.set(db, running);
  if (running.has(kind)) return otherwise();
  running.add(kind);
  try {
    await work();
  } finally {
    running.delete(kind);
  }
}

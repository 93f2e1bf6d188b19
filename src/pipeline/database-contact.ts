import type { Database } from '../io/store/database.ts';

/**
 * Without an answer for so long, the database (or this process) has paused; answers are usually a second apart.
 * Milliseconds.
 */
const BREAK = 10_000;
/** How long workers have after a pause to record the results of what they were doing. Milliseconds. */
const GRACE = 15_000;

const CONTACTS = new WeakMap<Database, { last: number; since: number }>();

/** Records that the database has answered. */
export function noteContact(db: Database): void {
  const now = performance.now();
  const known = CONTACTS.get(db);
  if (known === undefined) CONTACTS.set(db, { last: now, since: -Infinity });
  else CONTACTS.set(db, { last: now, since: now - known.last > BREAK ? now : known.since });
}

/**
 * Whether an expired lease means that its worker is gone. Right after a pause of the database or of this process it
 * does not: the other worker may have the receiver's confirmation and could not write it down.
 */
export function mayTakeOver(db: Database): boolean {
  const known = CONTACTS.get(db);
  if (known === undefined) return true;
  const now = performance.now();
  return now - known.last <= BREAK && now - known.since >= GRACE;
}

import type { Database } from '../io/store/database.ts';

/** Between two looks at the database there is hardly more than a second. Milliseconds. */
const BREAK = 10_000;
/** In which those who were in the middle of something write down what came of it. */
const GRACE = 15_000;

const CONTACTS = new WeakMap<Database, { last: number; since: number }>();

/** Notes that the database has answered. */
export function noteContact(db: Database): void {
  const now = performance.now();
  const known = CONTACTS.get(db);
  if (known === undefined) CONTACTS.set(db, { last: now, since: -Infinity });
  else CONTACTS.set(db, { last: now, since: now - known.last > BREAK ? now : known.since });
}

/**
 * Whether a lease that has run out means that its worker is gone. After a pause of the database (or of this process)
 * it does not: the other may hold the receiver's yes and not have been able to write it down.
 */
export function mayTakeOver(db: Database): boolean {
  const known = CONTACTS.get(db);
  if (known === undefined) return true;
  const now = performance.now();
  return now - known.last <= BREAK && now - known.since >= GRACE;
}

import type { Database } from '../io/store/database.ts';

/**
 * If the database did not answer for this long, it or this process has paused. Answers are usually a second apart.
 * Milliseconds.
 */
const BREAK = 10_000;
/** How long workers have after a pause to record the results of what they were doing. Milliseconds. */
const GRACE = 15_000;

/** A step of the clock by more than this makes leases look expired that are not. Milliseconds. */
const STEP = 2_000;

/** All in milliseconds since the process began; `clock` is the clock's distance from that. */
interface Contact {
  readonly last: number;
  readonly since: number;
  readonly clock: number;
}

const CONTACTS = new WeakMap<Database, Contact>();

/** Records that the database has answered. */
export function noteContact(db: Database): void {
  const now = performance.now();
  const clock = Date.now() - now;
  const known = CONTACTS.get(db);
  const isBroken = known !== undefined && (now - known.last > BREAK || hasStepped(known));
  CONTACTS.set(db, { last: now, since: isBroken ? now : (known?.since ?? -Infinity), clock });
}

function hasStepped({ clock }: Contact): boolean {
  return Math.abs(Date.now() - performance.now() - clock) > STEP;
}

/**
 * Whether an expired lease means that its worker is gone. Right after a pause of the database or of this process it
 * does not: the other worker may have the receiver's confirmation and could not write it down. Right after a
 * step of the clock it does not either: the other worker still has to renew its lease by the new time.
 */
export function mayTakeOver(db: Database): boolean {
  const known = CONTACTS.get(db);
  if (known === undefined) return true;
  const now = performance.now();
  return now - known.last <= BREAK && now - known.since >= GRACE && !hasStepped(known);
}

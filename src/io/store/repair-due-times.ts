import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

const DAY = 86_400;

/** The longest wait of each kind, in seconds. What is due later was put off by a clock that ran ahead. */
const LONGEST = {
  // A back-off and a Retry-After of at most a day with their jitter; a publisher's skipDays add six days at most.
  feeds: 8 * DAY,
  items: 2 * 3_600,
  deliveries: 30 * 3_600,
  /** Deliveries that wait for a digest or for the end of quiet hours. */
  held: 8 * DAY,
};

/** Clocks of several machines differ by a little. Seconds. */
const SKEW = 60;

/**
 * Makes everything due now that is due later than the longest wait of its kind. Each statement reads an index from
 * its far end, so it reads only such rows.
 */
export async function repairDueTimes(
  db: Database,
  kind: 'feeds' | 'items' | 'deliveries',
  now: Date,
  maxInterval = 0,
): Promise<number> {
  const { numAffectedRows } = await STATEMENTS[kind](now, maxInterval).execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Makes all that waits due after the clock was set back. Looking too early costs one attempt at most; otherwise work
 * might wait for as long as the clock had run ahead.
 */
export async function repairAfterClockJump(db: Database, now: Date, maxInterval: number): Promise<void> {
  await sql`UPDATE items SET due_at = ${now}, leased_until = NULL WHERE state = 'new' AND due_at > ${now}`.execute(
    db,
  );
  await sql`UPDATE deliveries SET due_at = ${now}
             WHERE state = 'pending' AND held_for IS NULL AND due_at > ${now} AND leased_until IS NULL`.execute(
    db,
  );
  await sql`UPDATE feeds SET next_poll_at = ${now}
             WHERE status = 'active' AND next_poll_at > ${after(now, maxInterval)}`.execute(db);
}

const STATEMENTS: Readonly<
  Record<'feeds' | 'items' | 'deliveries', (now: Date, maxInterval: number) => RawBuilder<unknown>>
> = {
  feeds: (now, maxInterval) => sql`
    UPDATE feeds SET next_poll_at = ${now}, leased_until = NULL, polled_at = least(polled_at, ${now})
     WHERE status = 'active'
       AND id IN (
         SELECT id FROM feeds WHERE status = 'active' AND next_poll_at > ${after(now, LONGEST.feeds + maxInterval)}
         UNION ALL
         SELECT id FROM feeds WHERE polled_at > ${after(now, SKEW)})`,
  items: (now) => sql`
    UPDATE items SET due_at = ${now}, leased_until = NULL
     WHERE state = 'new' AND due_at > ${after(now, LONGEST.items)}`,
  deliveries: (now) => sql`
    UPDATE deliveries SET due_at = ${now}, leased_until = NULL
     WHERE state = 'pending' AND due_at > ${after(now, LONGEST.deliveries)}
       AND (held_for IS NULL OR due_at > ${after(now, LONGEST.held)} OR created_at > ${after(now, SKEW)})`,
};

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}

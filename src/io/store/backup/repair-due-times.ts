import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';

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
 * Makes everything due now that is due later than the longest wait of its kind. Such rows are rare, and while the server
 * knows little of a table it would read all of it to change them, so they are looked for first.
 */
export async function repairDueTimes(db: Database, kind: Kind, now: Date, maxInterval = 0): Promise<void> {
  const late = LATE[kind](now, maxInterval);
  // In this order and with this limit an index, read from its far end, is always the cheapest way.
  const first = late.map(
    ({ at, where }) =>
      sql`(SELECT id FROM ${sql.table(kind)} WHERE ${where} ORDER BY ${sql.ref(at)} DESC LIMIT 1)`,
  );
  const { rows } = await sql<{ id: unknown }>`SELECT coalesce(${sql.join(first)}) AS id`.execute(db);
  if ((rows[0]?.id ?? null) === null) return;
  const ids = late.map(({ where }) => sql`SELECT id FROM ${sql.table(kind)} WHERE ${where}`);
  await sql`
    UPDATE ${sql.table(kind)} SET ${CHANGES[kind](now)} WHERE id IN (${sql.join(ids, sql` UNION ALL `)})`.execute(
    db,
  );
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

/** Rows that are due too late: by which column, and how they are found. */
interface Late {
  readonly at: string;
  readonly where: RawBuilder<unknown>;
}

type Kind = 'feeds' | 'items' | 'deliveries';

const LATE: Readonly<Record<Kind, (now: Date, maxInterval: number) => readonly Late[]>> = {
  feeds: (now, maxInterval) => [
    {
      at: 'next_poll_at',
      where: sql`status = 'active' AND next_poll_at > ${after(now, LONGEST.feeds + maxInterval)}`,
    },
    { at: 'polled_at', where: sql`status = 'active' AND polled_at > ${after(now, SKEW)}` },
  ],
  items: (now) => [{ at: 'due_at', where: sql`state = 'new' AND due_at > ${after(now, LONGEST.items)}` }],
  deliveries: (now) => [
    {
      at: 'due_at',
      where: sql`state = 'pending' AND due_at > ${after(now, LONGEST.deliveries)}
        AND (held_for IS NULL OR due_at > ${after(now, LONGEST.held)} OR created_at > ${after(now, SKEW)})`,
    },
  ],
};

const CHANGES: Readonly<Record<Kind, (now: Date) => RawBuilder<unknown>>> = {
  feeds: (now) => sql`next_poll_at = ${now}, leased_until = NULL, polled_at = least(polled_at, ${now})`,
  items: (now) => sql`due_at = ${now}, leased_until = NULL`,
  deliveries: (now) => sql`due_at = ${now}, leased_until = NULL`,
};

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}

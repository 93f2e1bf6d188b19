import { sql, type Selectable } from 'kysely';
import type { Database } from '../database.ts';
import { runFixed } from '../fixed-statement.ts';
import { NOT_FLUSHED_TEXT } from '../rows.ts';
import type { DeliveriesTable } from '../schema.ts';

export type DeliveryRow = Selectable<DeliveriesTable>;

export interface DueOptions {
  readonly limit: number;
  /** Channels whose breaker is open: their deliveries are not asked for. */
  readonly resting: readonly string[];
  /** Channels that are being probed: one delivery at a time is sent to see whether they work again. */
  readonly probed: readonly string[];
  /** Whether deliveries may be taken over whose lease in another worker has run out. */
  readonly mayTakeOver?: boolean;
  readonly leaseSeconds?: number;
  /** Deliveries that were put into the queue within so many seconds are left out, except those of probed channels. */
  readonly queuedSeconds?: number;
}

/** The channels with pending deliveries, as `waiting`. One look at the index for each, however many deliveries wait. */
export const WITH_WAITING = sql`
  WITH RECURSIVE waiting AS (
    (SELECT channel FROM deliveries WHERE state = 'pending' ORDER BY channel LIMIT 1)
    UNION ALL
    SELECT (SELECT next.channel FROM deliveries AS next
             WHERE next.state = 'pending' AND next.channel > waiting.channel ORDER BY next.channel LIMIT 1)
      FROM waiting WHERE waiting.channel IS NOT NULL
  )`;

/**
 * Deliveries that are due. The channels take turns, each with its longest overdue first, so that a channel's backlog
 * delays no other channel.
 */
export async function dueDeliveries(
  db: Database,
  now: Date,
  { limit, resting, probed, mayTakeOver = true, leaseSeconds = LONGEST_WAIT, queuedSeconds = 0 }: DueOptions,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    ${WITH_WAITING}
    SELECT due.id
      FROM waiting
     CROSS JOIN LATERAL (
       SELECT id, due_at, row_number() OVER (ORDER BY due_at) AS turn
         FROM deliveries
        WHERE state = 'pending' AND channel = waiting.channel AND due_at <= ${now}
          AND ${isFree(now, mayTakeOver, leaseSeconds)}
          AND (queued_until IS NULL OR queued_until <= ${now} OR queued_until > ${after(now, queuedSeconds)}
               OR waiting.channel = ANY (${probed}::text[]))
        ORDER BY due_at
        LIMIT CASE WHEN waiting.channel = ANY (${probed}::text[]) THEN 1 ELSE ${limit}::int END
     ) AS due
     WHERE waiting.channel <> ALL (${resting}::text[])
     ORDER BY turn, due_at
     LIMIT ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

/** Longer than any wait between two attempts; what is due later was set by a clock that ran ahead. Seconds. */
const LONGEST_WAIT = 84 * 3_600;

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}

/** Whether a delivery has no lease, an expired one, or one so far ahead that only a wrong clock can have set it. */
function isFree(now: Date, mayTakeOver: boolean, leaseSeconds: number) {
  const longest = after(now, leaseSeconds);
  return mayTakeOver
    ? sql<boolean>`(leased_until IS NULL OR leased_until <= ${now} OR leased_until > ${longest})`
    : sql<boolean>`leased_until IS NULL`;
}

/** How deliveries are leased. */
export interface LeaseTerms {
  readonly now: Date;
  readonly seconds: number;
  /** Whether a delivery may be taken over whose lease in another worker has run out. */
  readonly mayTakeOver: boolean;
  /** The longest lease that any worker gives. */
  readonly longestSeconds: number;
}

/** A delivery as its worker needs it. */
export type LeasedDelivery = Pick<
  DeliveryRow,
  | 'id'
  | 'route'
  | 'channel'
  | 'kind'
  | 'held_for'
  | 'parts_sent'
  | 'attempts'
  | 'started'
  | 'first_attempt_at'
  | 'leased_until'
  | 'created_at'
>;

/**
 * The three days of trying begin again after a long time without attempts: the service was stopped, or a clock ran ahead.
 * No lock is taken before the update: the rows are looked up in the order of the ids, so there are no deadlocks, and the
 * second of two workers finds that a row is leased by then.
 */
const LEASE = `
  UPDATE deliveries SET leased_until = $2::timestamptz, queued_until = NULL, attempts = attempts + 1, started = started + 1,
         first_attempt_at = CASE
           WHEN first_attempt_at IS NULL
             OR abs(extract(epoch FROM last_attempt_at - $1::timestamptz)) > ${LONGEST_WAIT} THEN $1::timestamptz
           ELSE first_attempt_at END,
         last_attempt_at = $1::timestamptz
    FROM (SELECT * FROM unnest($3::uuid[]) LIMIT (SELECT cardinality($3::uuid[]))) AS wanted (due)
   WHERE id = wanted.due AND state = 'pending' AND due_at <= $1::timestamptz
     AND (leased_until IS NULL
          OR $4::boolean AND (leased_until <= $1::timestamptz OR leased_until > $5::timestamptz))
     AND ${NOT_FLUSHED_TEXT}
  RETURNING id, route, channel, kind, held_for, parts_sent, attempts, started, first_attempt_at, created_at`;

/**
 * Leases due deliveries and counts the attempts. Leaves out those that are done, not due, or leased by another
 * worker.
 */
export async function leaseDeliveries(
  db: Database,
  ids: readonly string[],
  { now, seconds, mayTakeOver, longestSeconds }: LeaseTerms,
): Promise<Map<string, LeasedDelivery>> {
  const until = after(now, seconds);
  const rows = await runFixed<Omit<LeasedDelivery, 'leased_until'>>(db, LEASE, [
    now,
    until,
    ids.toSorted(),
    mayTakeOver,
    after(now, longestSeconds),
  ]);
  return new Map(rows.map((row) => [row.id, { ...row, leased_until: until }]));
}

/** Extends the lease of a delivery; false where another worker has it by now. */
export async function renewDelivery(
  db: Database,
  lease: Pick<DeliveryRow, 'id' | 'leased_until'>,
  until: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ leased_until: until })
    .where('id', '=', lease.id)
    .where('state', '=', 'pending')
    .where('leased_until', '=', lease.leased_until)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many deliveries of a channel are due, counted up to a thousand. */
export async function waitingFor(db: Database, channel: string, now: Date): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    SELECT count(*) FROM (
      SELECT 1 FROM deliveries WHERE state = 'pending' AND channel = ${channel} AND due_at <= ${now} LIMIT 1000
    ) AS due`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

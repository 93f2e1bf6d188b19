import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { LeasedDelivery } from './deliveries.ts';
import { ledgerRow, record } from '../ledger.ts';
import { toJson } from '../clean-values.ts';
import { runFixed } from '../fixed-statement.ts';
import { type Columns, NOT_FLUSHED_TEXT, rowsOfFirst } from '../rows.ts';

/** The kind of ledger entry. */
const ATTEMPT = 'attempt';

/** An attempt and its result. Each becomes an entry of the ledger, for `why`. */
export interface Attempt {
  readonly outcome: 'delivered' | 'retry' | 'refused';
  readonly answer: string;
  /** The recipients that were refused for good while others got the message, each with the answer. */
  readonly refused?: string | undefined;
  /** When the answer came. */
  readonly at: Date;
  /** How long it took. */
  readonly ms: number;
  /** Of a bundle in several messages, the one that was sent, from 1. */
  readonly part?: number | undefined;
}

/** A delivery that was accepted by its receiver. */
export interface Delivered {
  readonly lease: Pick<LeasedDelivery, 'id' | 'attempts'>;
  readonly attempt: Attempt;
}

const DELIVERED: Columns = {
  id: 'uuid',
  at: 'timestamptz',
  answer: 'text',
  refused: 'text',
  detail: 'jsonb',
};

/** Written again because the database did not answer, it changes nothing. */
const MARK = `
  WITH done AS (
    UPDATE deliveries SET state = 'delivered', answer = out.answer, refused = out.refused, delivered_at = out.at, leased_until = NULL, started = 0
      FROM ${rowsOfFirst(DELIVERED, 'out')}
     WHERE deliveries.id = out.id AND deliveries.state <> 'delivered' AND ${NOT_FLUSHED_TEXT}
    RETURNING deliveries.id, out.at, out.detail
  )
  INSERT INTO ledger (at, event, delivery_id, detail) SELECT at, '${ATTEMPT}', id, detail FROM done`;

/**
 * Marks deliveries as delivered in one statement, as early as possible: a process that dies before it sends them
 * again. Valid however late it is written, since the receiver has the message. It does not wait for the disk, so it is
 * visible to all workers sooner; `flushDelivered` does.
 */
export async function markAllDelivered(db: Database, all: readonly Delivered[]): Promise<void> {
  const rows = all
    .map(({ lease, attempt }) => ({
      id: lease.id,
      at: attempt.at,
      answer: attempt.answer,
      refused: attempt.refused ?? null,
      detail: attemptEntry(lease, attempt).detail,
    }))
    // Everybody changes the rows in the order of ids, so there are no deadlocks.
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await runFixed(db, MARK, [toJson(rows), rows.length]);
}

/** An empty message in the log is the smallest write whose commit waits for the disk, and so for all commits before it. */
const FLUSH = `
  SELECT pg_logical_emit_message(true, 'chipwatch', ''),
    ARRAY (SELECT id::text FROM deliveries WHERE id = ANY ($1::uuid[]) AND state <> 'delivered') AS lost`;

/**
 * Waits until what `markAllDelivered` wrote is on the disk. Returns those of the deliveries whose record the server lost
 * when it crashed meanwhile; they are to be marked again.
 */
export async function flushDelivered(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const rows = await runFixed<{ lost: readonly string[] }>(db, FLUSH, [ids]);
  return new Set(rows[0]?.lost);
}

/** The attempt failed; the delivery waits until `dueAt`. */
export async function postponeDelivery(
  db: Database,
  lease: LeasedDelivery,
  attempt: Attempt,
  dueAt: Date,
): Promise<void> {
  await recording(db, lease, attempt, { until: dueAt })
    .updateTable('deliveries')
    .set({ due_at: dueAt, answer: attempt.answer, leased_until: null, started: 0 })
    .where('id', '=', lease.id)
    .where('leased_until', '=', lease.leased_until)
    .execute();
}

/** No attempt was made, because the channel rests or its rate limit is reached; the delivery waits until `dueAt`. */
export async function returnDelivery(
  db: Database,
  lease: LeasedDelivery,
  { dueAt, reason }: { dueAt: Date; reason: string },
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set((eb) => ({
      due_at: dueAt,
      answer: reason,
      leased_until: null,
      started: 0,
      attempts: eb('attempts', '-', 1),
      // The three days of trying begin with the first real attempt.
      first_attempt_at: sql<Date>`CASE WHEN attempts <= 1 THEN NULL ELSE first_attempt_at END`,
    }))
    .where('id', '=', lease.id)
    .where('leased_until', '=', lease.leased_until)
    .execute();
}

/** Ends a delivery as dead: only a person makes it due again. */
export async function buryDelivery(db: Database, lease: LeasedDelivery, attempt: Attempt): Promise<void> {
  await recording(db, lease, attempt)
    .updateTable('deliveries')
    .set({ state: 'dead', answer: attempt.answer, leased_until: null, started: 0 })
    .where('id', '=', lease.id)
    .where('leased_until', '=', lease.leased_until)
    .execute();
}

/** Records that one more part of a long bundle was sent. A retry goes on with the next part. */
export async function notePartSent(
  db: Database,
  lease: LeasedDelivery,
  attempt: Attempt & { readonly part: number },
): Promise<void> {
  await recording(db, lease, attempt)
    .updateTable('deliveries')
    // A late worker must not set the number back and must not skip a part of the worker that took over.
    .set((eb) => ({ parts_sent: eb.fn<number>('greatest', ['parts_sent', eb.val(attempt.part)]) }))
    .where('id', '=', lease.id)
    .execute();
}

/** Records the attempt alone. */
export async function recordAttempt(tx: Database, lease: LeasedDelivery, attempt: Attempt): Promise<void> {
  await record(tx, attempt.at, [attemptEntry(lease, attempt)]);
}

/** Adds the ledger's entry to the statement that acts on the attempt: one round trip, one commit. */
function recording(
  db: Database,
  lease: LeasedDelivery,
  attempt: Attempt,
  more: Record<string, unknown> = {},
) {
  return db.with('recorded', (query) =>
    query.insertInto('ledger').values(ledgerRow(attempt.at, attemptEntry(lease, attempt, more))),
  );
}

function attemptEntry(lease: Delivered['lease'], attempt: Attempt, more: Record<string, unknown> = {}) {
  const { at: _at, ...detail } = attempt;
  return {
    event: ATTEMPT,
    deliveryId: lease.id,
    detail: { attempt: lease.attempts, ...detail, ...more },
  };
}

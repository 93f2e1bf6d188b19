import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { DeliveryRow } from './deliveries.ts';
import { ledgerRow } from './ledger.ts';
import { type Columns, rowsOf } from './rows.ts';

/** What a line of the ledger is called. */
const ATTEMPT = 'attempt';

/** A try that was made, and what came of it. Each is a line of the ledger, for `why`. */
export interface Attempt {
  readonly outcome: 'delivered' | 'retry' | 'refused';
  readonly answer: string;
  /** When the answer was there. */
  readonly at: Date;
  /** How long it took. */
  readonly ms: number;
  /** Of a bundle in several messages, the one that was sent, from 1. */
  readonly part?: number | undefined;
}

/** A delivery that its receiver has. */
export interface Delivered {
  readonly lease: DeliveryRow;
  readonly attempt: Attempt;
}

const DELIVERED: Columns = { id: 'uuid', at: 'timestamptz', answer: 'text', detail: 'jsonb' };

/**
 * Their receivers have these whole. One statement, as early as can be: a process that dies between the answer and this line
 * sends again. Holds however late it comes, since the receiver has the message.
 */
export async function markAllDelivered(db: Database, all: readonly Delivered[]): Promise<void> {
  const rows = all.map(({ lease, attempt }) => ({
    id: lease.id,
    at: attempt.at,
    answer: attempt.answer,
    detail: attemptEntry(lease, attempt).detail,
  }));
  // Written again because no answer of the database came, it says nothing new.
  await sql`
    WITH out AS MATERIALIZED (SELECT * FROM ${rowsOf(DELIVERED, rows, 'sent')}), held AS (
      SELECT deliveries.id FROM deliveries WHERE id IN (SELECT id FROM out) AND state <> 'delivered'
      ORDER BY id FOR UPDATE
    ), done AS (
      UPDATE deliveries SET state = 'delivered', answer = out.answer, delivered_at = out.at, leased_until = NULL, started = 0
      FROM out JOIN held USING (id) WHERE deliveries.id = out.id
      RETURNING deliveries.id, out.at, out.detail
    )
    INSERT INTO ledger (at, event, delivery_id, detail)
    SELECT at, ${ATTEMPT}::text, id, detail FROM done`.execute(db);
}

/** The attempt failed; the delivery waits until `dueAt`. */
export async function postponeDelivery(
  db: Database,
  lease: DeliveryRow,
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

/** No attempt was made, because the channel rests or keeps its pace; the delivery waits until `dueAt`. */
export async function returnDelivery(
  db: Database,
  lease: DeliveryRow,
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
      // The three days of trying begin with the first try that was made.
      first_attempt_at: sql<Date>`CASE WHEN attempts <= 1 THEN NULL ELSE first_attempt_at END`,
    }))
    .where('id', '=', lease.id)
    .where('leased_until', '=', lease.leased_until)
    .execute();
}

/** Will not be tried again until a person says so. */
export async function buryDelivery(db: Database, lease: DeliveryRow, attempt: Attempt): Promise<void> {
  await recording(db, lease, attempt)
    .updateTable('deliveries')
    .set({ state: 'dead', answer: attempt.answer, leased_until: null, started: 0 })
    .where('id', '=', lease.id)
    .where('leased_until', '=', lease.leased_until)
    .execute();
}

/** One more part of a long bundle is out: a retry goes on with the next. */
export async function notePartSent(
  db: Database,
  lease: DeliveryRow,
  attempt: Attempt & { readonly part: number },
): Promise<void> {
  await recording(db, lease, attempt)
    .updateTable('deliveries')
    // A worker that comes late says nothing new, and must not skip a part of the one that took over.
    .set((eb) => ({ parts_sent: eb.fn<number>('greatest', ['parts_sent', eb.val(attempt.part)]) }))
    .where('id', '=', lease.id)
    .execute();
}

/** Puts the ledger's line into the statement that acts on the attempt: one way to the server, one commit. */
function recording(db: Database, lease: DeliveryRow, attempt: Attempt, more: Record<string, unknown> = {}) {
  return db.with('recorded', (query) =>
    query.insertInto('ledger').values(ledgerRow(attempt.at, attemptEntry(lease, attempt, more))),
  );
}

function attemptEntry(lease: DeliveryRow, attempt: Attempt, more: Record<string, unknown> = {}) {
  const { at: _at, ...detail } = attempt;
  return {
    event: ATTEMPT,
    deliveryId: lease.id,
    detail: { attempt: lease.attempts, ...detail, ...more },
  };
}

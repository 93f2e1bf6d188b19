import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { NOT_FLUSHED } from '../rows.ts';

/** The number of an advisory lock; any that nothing else uses. */
const SWEEP_LOCK = 7_205_761;

export interface ItemQueueLimits {
  /** Items that may wait in the queue at a time, over all workers. Those that have begun do not count. */
  readonly depth: number;
  /** Of those, the items that one feed may have while others wait. */
  readonly quota: number;
  /** How long a queued item stays out of the queue after it was put there, in case its job is lost. Seconds. */
  readonly leaseSeconds: number;
}

/** An item that was taken, and its position among the items of its feed that are taken or in hand, from 1. */
export interface LeasedItem {
  readonly id: string;
  readonly turn: number;
}

/**
 * Takes due items for the queue. The feeds take turns, each with fresh items before its backlog, and within both the
 * longest overdue first: a feed with tens of thousands of items delays no other feed. Only a few are taken at a time,
 * because the queue works in the order in which it was filled, and none until a quarter of the queue is free: several
 * processes that look in turn would each put in a few, with a job for each.
 */
export async function leaseDueItems(
  db: Database,
  now: Date,
  { depth, quota, leaseSeconds }: ItemQueueLimits,
): Promise<LeasedItem[]> {
  const until = new Date(now.getTime() + leaseSeconds * 1_000);
  // A lease longer than any that is given was set by a clock that ran ahead.
  const isFree = sql`(leased_until IS NULL OR leased_until <= ${now} OR leased_until > ${until})`;
  const { rows } = await sql<{ id: string; turn: string; backlog: boolean; due_at: Date }>`
    WITH RECURSIVE gate AS MATERIALIZED (
      SELECT pg_try_advisory_xact_lock(${SWEEP_LOCK}) AS mine
    ), waiting AS (
      (SELECT feed_id FROM items WHERE state = 'new' ORDER BY feed_id LIMIT 1)
      UNION ALL
      SELECT (SELECT feed_id FROM items
               WHERE state = 'new' AND feed_id > waiting.feed_id ORDER BY feed_id LIMIT 1)
        FROM waiting WHERE waiting.feed_id IS NOT NULL
    ), taken AS MATERIALIZED (
      SELECT feed_id, count(*) AS items, count(*) FILTER (WHERE started = 0) AS queued
        FROM items WHERE state = 'new' AND leased_until > ${now} AND leased_until <= ${until}
       GROUP BY feed_id
    ), room AS MATERIALIZED (
      SELECT CASE WHEN ${depth}::int - queued < ${depth}::int / 4 THEN 0 ELSE ${depth}::int - queued END AS places,
             (SELECT count(*) FROM waiting WHERE feed_id IS NOT NULL) AS feeds
        FROM (SELECT coalesce(sum(queued), 0)::int AS queued FROM taken) AS queue
    ), picked AS MATERIALIZED (
      SELECT due.id, due.turn, due.backlog, due.due_at
        FROM room CROSS JOIN waiting CROSS JOIN LATERAL (
          SELECT id, backlog, due_at,
                 coalesce((SELECT items FROM taken WHERE taken.feed_id = waiting.feed_id), 0)
                   + row_number() OVER (ORDER BY backlog, due_at, id) AS turn
            FROM items
           WHERE state = 'new' AND feed_id = waiting.feed_id AND due_at <= ${now} AND ${isFree}
           ORDER BY backlog, due_at, id
           LIMIT greatest(${quota}::int, room.places / greatest(1, room.feeds))
        ) AS due
       WHERE (SELECT mine FROM gate)
       ORDER BY due.backlog, due.turn, due.due_at
       LIMIT (SELECT places FROM room)
    )
    UPDATE items SET leased_until = ${until}
      FROM picked WHERE items.id = picked.id AND items.state = 'new' AND ${NOT_FLUSHED}
    RETURNING items.id, picked.turn, picked.backlog, picked.due_at`.execute(db);
  // UPDATE … RETURNING has no order.
  return rows
    .toSorted(
      (a, b) =>
        Number(a.backlog) - Number(b.backlog) ||
        Number(a.turn) - Number(b.turn) ||
        a.due_at.getTime() - b.due_at.getTime(),
    )
    .map(({ id, turn }) => ({ id, turn: Number(turn) }));
}

/** Renews the leases of items that are still worked on. An item that was put off has no lease, and gets none. */
export async function keepItems(
  db: Database,
  ids: readonly string[],
  now: Date,
  leaseSeconds: number,
): Promise<void> {
  await sql`
    UPDATE items SET leased_until = ${new Date(now.getTime() + leaseSeconds * 1_000)}
    WHERE id = ANY (${ids}::bigint[]) AND state = 'new' AND leased_until IS NOT NULL AND ${NOT_FLUSHED}`.execute(
    db,
  );
}

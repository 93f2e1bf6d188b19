import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { dueDeliveries, type DueOptions, WITH_WAITING } from './deliveries.ts';
import { NOT_FLUSHED } from '../rows.ts';

/** How long a queued delivery stays out of the queue after it was put there, in case its job is lost. Seconds. */
const QUEUED = 15;

/**
 * Takes due deliveries that are not in the queue. The queue works in the order in which it was filled, so at most
 * `limit` are in it at a time: a channel's backlog delays no other channel.
 */
export async function queueDeliveries(db: Database, now: Date, options: DueOptions): Promise<string[]> {
  const until = new Date(now.getTime() + QUEUED * 1_000);
  // No index has `queued_until`, which would make each change of it more expensive. What is queued is the longest overdue.
  const { rows } = await sql<{ queued: number }>`
    ${WITH_WAITING}
    SELECT count(*)::int AS queued
      FROM waiting
     CROSS JOIN LATERAL (
       SELECT queued_until FROM deliveries
        WHERE state = 'pending' AND channel = waiting.channel AND due_at <= ${now}
        ORDER BY due_at
        LIMIT ${2 * options.limit}::int
     ) AS first
     WHERE queued_until > ${now} AND queued_until <= ${until}`.execute(db);
  const limit = options.limit - (rows[0]?.queued ?? 0);
  if (limit <= 0) return [];
  const ids = await dueDeliveries(db, now, { ...options, limit, queuedSeconds: QUEUED });
  if (ids.length > 0)
    await sql`
      UPDATE deliveries SET queued_until = ${until}
       WHERE id = ANY (${ids}::uuid[]) AND state = 'pending' AND ${NOT_FLUSHED}`.execute(db);
  return ids;
}

import { sql } from 'kysely';
import type { Database } from './database.ts';
import { dueDeliveries, type DueOptions } from './deliveries.ts';
import { NOT_FLUSHED } from './rows.ts';

/** How long a queued delivery stays out of the queue after it was put there, in case its job is lost. Seconds. */
const QUEUED = 15;

/**
 * Takes due deliveries that are not in the queue. The queue works in the order in which it was filled, so at most
 * `limit` are in it at a time: a channel's backlog delays no other channel.
 */
export async function queueDeliveries(db: Database, now: Date, options: DueOptions): Promise<string[]> {
  const until = new Date(now.getTime() + QUEUED * 1_000);
  const { rows } = await sql<{ queued: number }>`
    SELECT count(*)::int AS queued FROM deliveries
     WHERE state = 'pending' AND queued_until > ${now} AND queued_until <= ${until}`.execute(db);
  const limit = options.limit - (rows[0]?.queued ?? 0);
  if (limit <= 0) return [];
  const ids = await dueDeliveries(db, now, { ...options, limit, queuedSeconds: QUEUED });
  if (ids.length > 0)
    await sql`
      UPDATE deliveries SET queued_until = ${until}
       WHERE id = ANY (${ids}::uuid[]) AND state = 'pending' AND ${NOT_FLUSHED}`.execute(db);
  return ids;
}

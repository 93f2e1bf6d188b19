import { sql } from 'kysely';
import type { Database } from './database.ts';
import { dueDeliveries, type DueOptions } from './deliveries.ts';
import { NOT_FLUSHED } from './rows.ts';

/** A delivery that was put into the queue is put there again after this, should its job be lost. Seconds. */
const QUEUED = 15;

/**
 * Takes deliveries for the queue that are due and not in it. The queue serves in the order in which it was filled, so
 * that no more are in it at a time than `limit`: a channel with a backlog delays no other.
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

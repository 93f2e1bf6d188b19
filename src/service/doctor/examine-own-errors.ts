import { sql } from 'kysely';
import { count } from '../../core/messages/phrases.ts';
import type { Database } from '../../io/store/database.ts';
import type { Finding } from './finding.ts';

/**
 * An error of our own is counted as no attempt, so the feed, item or delivery is never given up. It is made due later
 * each time, so it is never overdue either. Only this check finds such errors: it reports those that have lasted for so
 * many seconds.
 */
const LASTING = 600;

/** Whether feeds, items or deliveries have met errors of our own for longer than a restart of the database takes. */
export async function examineOwnErrors(db: Database, now: Date): Promise<Finding> {
  const before = new Date(now.getTime() - LASTING * 1_000);
  const { rows } = await sql<{ feeds: number; items: number; deliveries: number; said: string | null }>`
    WITH held AS (
      SELECT outcome FROM items
       WHERE state = 'new' AND first_seen_at < ${before} AND outcome LIKE 'an error of our own%'
    ), unsent AS (
      SELECT answer FROM deliveries
       WHERE state = 'pending' AND planned_at < ${before} AND answer LIKE 'an error of our own%'
    )
    SELECT (SELECT count(*) FROM feeds
             WHERE status = 'active' AND schedule_reason = 'an error of our own'
               AND coalesce(polled_at, created_at) < ${before})::int AS feeds,
           (SELECT count(*) FROM held)::int AS items,
           (SELECT count(*) FROM unsent)::int AS deliveries,
           coalesce((SELECT max(outcome) FROM held), (SELECT max(answer) FROM unsent)) AS said`.execute(db);
  const { feeds = 0, items = 0, deliveries = 0, said = null } = rows[0] ?? {};
  const affected = feeds + items + deliveries;
  return {
    what: 'own errors',
    state: affected === 0 ? 'ok' : 'bad',
    says:
      affected === 0
        ? 'nothing is held up by the database, the queue or the disk'
        : `for ten minutes ${count(feeds, 'feed')}, ${count(items, 'item')} and ${count(deliveries, 'delivery')} met errors that are not their own${said === null ? '' : ` (${said.slice(0, 200)})`}`,
    todo:
      affected === 0
        ? undefined
        : 'nothing is lost, but it waits: the log says more under “own-fault”; look at the database, its tables and its disk',
  };
}

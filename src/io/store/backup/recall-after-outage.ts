import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Why a feed waits that failed because our own network was down. */
export const OWN_NETWORK = 'our own network seems to be down';

/** How the outcome of an item begins whose page gave no answer. */
export const NO_ANSWER = 'no answer: ';

/** What is recalled becomes due within this time, at random. Seconds. */
const SPREAD = 5;

/**
 * Makes due what waits because nothing could be reached: feeds that were postponed for it, and items whose pages gave no
 * answer.
 *
 * @returns the numbers of feeds and items that wait no longer
 */
export async function recallAfterOutage(
  db: Database,
  now: Date,
): Promise<{ readonly feeds: number; readonly items: number }> {
  const soon = sql`${now}::timestamptz + make_interval(secs => ${SPREAD}::float8 * random())`;
  const late = sql`${new Date(now.getTime() + SPREAD * 1_000)}`;
  const feeds = await sql`
    UPDATE feeds SET next_poll_at = ${soon}
     WHERE status = 'active' AND next_poll_at > ${late} AND schedule_reason = ${OWN_NETWORK}`.execute(db);
  const items = await sql`
    UPDATE items SET due_at = ${soon}
     WHERE state = 'new' AND due_at > ${late} AND starts_with(outcome, ${NO_ANSWER})`.execute(db);
  return { feeds: Number(feeds.numAffectedRows ?? 0), items: Number(items.numAffectedRows ?? 0) };
}

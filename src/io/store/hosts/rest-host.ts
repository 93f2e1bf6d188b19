import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { DATABASE_CLOCK, LONGEST_LINE, plausibleSlot } from './hosts.ts';

/** More refusals in a row than this make the rest no longer. */
const MOST_REFUSALS = 20;

/**
 * Counts that a host refused a request, and lets it rest: no request of any worker begins before the end, and slots that
 * were granted but not used yet are revoked. Without a time from the host the rest grows with the refusals in a row. Most
 * are short overloads, so the first one causes no rest; the second rests the host for a second, each further one for
 * twice as long. Refusals of requests that were under way when the rest began do not count.
 *
 * @param askedMs what the host asked for, if anything
 * @param longestMs bounds the rest, unless the host asked for more
 * @returns for how long the host rests, in milliseconds
 */
export async function refuseHost(
  db: Database,
  host: string,
  { askedMs = 0, longestMs }: { readonly askedMs?: number | undefined; readonly longestMs: number },
): Promise<number> {
  const now = DATABASE_CLOCK;
  const { rows } = await sql<{ restMs: number }>`
    WITH seen AS MATERIALIZED (
      SELECT host, refusals, CASE WHEN rests_until > ${now} AND rests_until < ${now} + ${LONGEST_LINE} THEN 0 ELSE 1 END AS more
        FROM hosts WHERE host = ${host} FOR UPDATE
    ), counted AS (
      SELECT host, least(refusals + more, ${MOST_REFUSALS}::integer) AS refusals,
             greatest(${askedMs}::float8, CASE WHEN more = 1 AND refusals > 0
               THEN least(${longestMs}::float8, 1000 * 2 ^ (least(refusals + 1, ${MOST_REFUSALS}::integer) - 2)) ELSE 0 END) AS rest
        FROM seen
    )
    UPDATE hosts SET refusals = counted.refusals,
           rests_until = greatest(CASE WHEN rests_until < ${now} + ${LONGEST_LINE} THEN rests_until END, ${now} + make_interval(secs => rest / 1000)),
           next_slot_at = greatest(${plausibleSlot(sql`next_slot_at`, now)}, ${now} + make_interval(secs => rest / 1000)),
           leases = CASE WHEN rest > 0 THEN '{}' ELSE leases END
      FROM counted WHERE hosts.host = counted.host
    RETURNING rest AS "restMs"`.execute(db);
  return Number(rows[0]?.restMs ?? askedMs);
}

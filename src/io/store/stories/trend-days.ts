import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { trendNames, TREND_KINDS } from './trends.ts';

/** The latest days are not counted yet, because their stories still get reports. */
const LIVE_DAYS = 7;

/**
 * Counts the stories of past days for the trends: days that were never counted, and days whose stories have changed
 * since. Returns how many days it counted.
 */
export async function countTrendDays(db: Database, now: Date, signal?: AbortSignal): Promise<number> {
  const { rows: days } = await sql<{ day: string }>`
    WITH there AS (
      SELECT (first_report_at AT TIME ZONE 'UTC')::date AS day, count(*)::int AS stories, max(last_report_at) AS latest
        FROM stories WHERE merged_into IS NULL GROUP BY 1)
    SELECT day::text FROM there FULL JOIN trend_counted c USING (day)
     WHERE day < (${now}::timestamptz AT TIME ZONE 'UTC')::date - ${sql.lit(LIVE_DAYS - 1)}
       AND (there.stories IS DISTINCT FROM c.stories OR there.latest >= c.counted_at)
     ORDER BY day DESC`.execute(db);
  let counted = 0;
  for (const { day } of days) {
    if (signal?.aborted === true) break;
    await db.transaction().execute((tx) => countDay(tx, day, now));
    counted += 1;
  }
  return counted;
}

/** Stories that began since then on past days that were never counted, as after an import. */
export async function uncountedStories(db: Database, since: Date, now: Date): Promise<number> {
  const { rows } = await sql<{ stories: number }>`
    SELECT count(*)::int AS stories FROM stories s
     WHERE s.merged_into IS NULL AND s.first_report_at >= ${since}
       AND (s.first_report_at AT TIME ZONE 'UTC')::date < (${now}::timestamptz AT TIME ZONE 'UTC')::date - ${sql.lit(LIVE_DAYS - 1)}
       AND NOT EXISTS (SELECT FROM trend_counted c WHERE c.day = (s.first_report_at AT TIME ZONE 'UTC')::date)`.execute(
    db,
  );
  return rows[0]?.stories ?? 0;
}

async function countDay(db: Database, day: string, now: Date): Promise<void> {
  const ofDay = sql`s.merged_into IS NULL AND s.first_report_at >= ${`${day}T00:00:00Z`}::timestamptz
    AND s.first_report_at < ${`${day}T00:00:00Z`}::timestamptz + interval '1 day'`;
  // Two processes may count the same day.
  await sql`SELECT pg_advisory_xact_lock(hashtext('chipwatch trends ' || ${day}))`.execute(db);
  await sql`DELETE FROM trend_days WHERE day = ${day}::date`.execute(db);
  await sql`DELETE FROM trend_counted WHERE day = ${day}::date`.execute(db);
  for (const kind of TREND_KINDS)
    await sql`INSERT INTO trend_days (day, kind, name, stories)
      SELECT ${day}::date, ${kind}, names.name, count(*)
        FROM stories s CROSS JOIN LATERAL (${trendNames(kind)}) AS names (name)
       WHERE ${ofDay} AND names.name IS NOT NULL GROUP BY names.name`.execute(db);
  await sql`INSERT INTO trend_counted (day, stories, counted_at)
    SELECT ${day}::date, count(*), ${now} FROM stories s WHERE ${ofDay} HAVING count(*) > 0`.execute(db);
}

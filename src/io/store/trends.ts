import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

export const TREND_KINDS = ['topic', 'language', 'outlet', 'country', 'entity'] as const;
export type TrendKind = (typeof TREND_KINDS)[number];

/** Stories that began on a day, of one topic, outlet … */
export interface TrendCell {
  /** `2026-11-01`, in UTC. */
  readonly day: string;
  readonly name: string;
  readonly stories: number;
}

/** What a story counts under: rows of (name). */
const NAMES: Readonly<Record<TrendKind, RawBuilder<unknown>>> = {
  topic: sql`SELECT jsonb_array_elements_text(s.state->'topics')`,
  language: sql`SELECT unnest(s.languages)`,
  outlet: sql`SELECT unnest(s.outlets)`,
  country: sql`SELECT DISTINCT e->>'name' FROM articles a, jsonb_array_elements(a.entities) e WHERE a.story_id = s.id AND e->>'kind' = 'country'`,
  entity: sql`SELECT DISTINCT e->>'name' FROM articles a, jsonb_array_elements(a.entities) e WHERE a.story_id = s.id AND e->>'kind' <> 'country'`,
};

export function trendNames(kind: TrendKind): RawBuilder<unknown> {
  return NAMES[kind];
}

/**
 * The most frequent names of a kind, with the stories that began on each day since. Days that were counted
 * (`trend-days.ts`) are read as they were then; the others are counted now.
 */
export async function trend(db: Database, kind: TrendKind, since: Date, limit: number): Promise<TrendCell[]> {
  const { rows: counted } = await sql<{ day: string }>`
    SELECT day::text FROM trend_counted WHERE day >= (${since}::timestamptz AT TIME ZONE 'UTC')::date`.execute(
    db,
  );
  const days = counted.map(({ day }) => day);
  const { rows } = await sql<TrendCell>`
    WITH fresh AS MATERIALIZED (
      SELECT s.id FROM stories s
       WHERE s.merged_into IS NULL AND s.first_report_at >= ${since}
         AND (s.first_report_at AT TIME ZONE 'UTC')::date <> ALL (${days}::date[])),
    counted AS (
      SELECT to_char(s.first_report_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, names.name, count(*)::int AS stories
        FROM fresh JOIN stories s USING (id) CROSS JOIN LATERAL (${NAMES[kind]}) AS names (name)
       GROUP BY 1, 2
      UNION ALL
      SELECT to_char(day, 'YYYY-MM-DD'), name, stories FROM trend_days WHERE kind = ${kind} AND day = ANY (${days}::date[])),
    top AS (SELECT name FROM counted GROUP BY name ORDER BY sum(stories) DESC, name LIMIT ${limit})
    SELECT day, name, stories FROM counted JOIN top USING (name) ORDER BY day, name`.execute(db);
  return rows;
}

export interface OutletDelay {
  readonly outlet: string;
  /** Stories of several outlets that it had. */
  readonly stories: number;
  /** Of these, the ones that it had first. */
  readonly first: number;
  /** Hours after the first report, half of the time at most. */
  readonly median: number;
}

/** Who is early: how long after the first report each outlet has its own, in stories that several outlets have. */
export async function outletDelays(db: Database, since: Date, limit: number): Promise<OutletDelay[]> {
  const { rows } = await sql<OutletDelay>`
    WITH own AS (
      SELECT s.id, a.outlet, min(a.reported_at) - s.first_report_at AS late
        FROM stories s JOIN articles a ON a.story_id = s.id
       WHERE s.merged_into IS NULL AND s.first_report_at >= ${since} AND cardinality(s.outlets) > 1
       GROUP BY s.id, a.outlet, s.first_report_at)
    SELECT outlet, count(*)::int AS stories, count(*) FILTER (WHERE late <= interval '1 minute')::int AS first,
           round((extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY late)) / 3600)::numeric, 1)::float AS median
      FROM own GROUP BY outlet ORDER BY median, stories DESC LIMIT ${limit}`.execute(db);
  return rows;
}

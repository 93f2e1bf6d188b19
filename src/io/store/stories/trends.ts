import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';

export const TREND_KINDS = ['topic', 'language', 'outlet', 'country', 'entity'] as const;
export type TrendKind = (typeof TREND_KINDS)[number];

/** How many stories of one topic, outlet or entity began on a day. */
export interface TrendCell {
  /** `2026-11-01`, in UTC. */
  readonly day: string;
  readonly name: string;
  readonly stories: number;
}

/** A query for each kind that yields the names under which a story is counted. */
const NAMES: Readonly<Record<TrendKind, RawBuilder<unknown>>> = {
  topic: sql`SELECT jsonb_array_elements_text(s.state->'topics')`,
  language: sql`SELECT unnest(s.languages)`,
  outlet: sql`SELECT unnest(s.outlets)`,
  country: sql`SELECT DISTINCT e->>'name' FROM articles a, jsonb_array_elements(a.entities) e WHERE a.story_id = s.id AND e->>'kind' = 'country'`,
  entity: sql`SELECT DISTINCT e->>'name' FROM articles a, jsonb_array_elements(a.entities) e WHERE a.story_id = s.id AND e->>'kind' <> 'country'`,
};

/** SQL for the names under which the story `s` is counted for this kind. */
export function trendNames(kind: TrendKind): RawBuilder<unknown> {
  return NAMES[kind];
}

/**
 * The most frequent names of a kind, with the number of stories that began on each day since then. Days counted
 * before (`trend-days.ts`) are read; the others are counted now.
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
  /** Stories of several outlets in which it took part. */
  readonly stories: number;
  /** Of these, the stories that it reported first. */
  readonly first: number;
  /** Median delay after the first report, in hours. */
  readonly median: number;
}

/** How long after the first report each outlet has its own, for stories of several outlets. */
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

import { sql } from 'kysely';
import type { RoutableReport } from '../../core/alerts/route-report.ts';
import type { Stance } from '../../core/topics/match.ts';
import type { Database } from './database.ts';

/** A report as the routes saw it, and when. */
export interface PastReport extends RoutableReport {
  readonly at: Date;
}

/** Reports that matched a topic since then, the oldest first. */
export async function pastReports(db: Database, since: Date, limit: number): Promise<PastReport[]> {
  const { rows } = await sql<{
    storyId: string;
    title: string;
    outlet: string;
    url: string;
    language: string;
    at: Date;
    entities: readonly { readonly id: string; readonly name: string }[];
    topics: readonly (Omit<RoutableReport['topics'][number], 'stance'> & {
      readonly stance: Stance | null;
    })[];
  }>`
    SELECT a.story_id AS "storyId", a.title, a.outlet, a.canonical_url AS url, a.language_tag AS language, a.reported_at AS at, a.entities,
           (SELECT jsonb_agg(jsonb_build_object('id', m.topic, 'label', m.label, 'level', m.level, 'confidence', m.confidence, 'stance', m.stance))
              FROM matches m WHERE m.article_id = a.id) AS topics
      FROM article_search s JOIN articles a ON a.id = s.article_id
     WHERE s.reported_at >= ${since} AND a.story_id IS NOT NULL AND EXISTS (SELECT FROM matches m WHERE m.article_id = a.id)
     ORDER BY a.reported_at, a.id LIMIT ${limit}`.execute(db);
  return rows.map(({ outlet, url, entities, topics, ...report }) => ({
    ...report,
    outlets: [outlet, URL.parse(url)?.hostname ?? ''],
    entities: entities.flatMap(({ id, name }) => [id, name]),
    topics: topics.map(({ stance, ...topic }) => ({ ...topic, stance: stance ?? undefined })),
  }));
}

import { sql } from 'kysely';
import type { RoutableReport } from '../../../core/alerts/route-report.ts';
import type { Stance } from '../../../core/topics/match.ts';
import type { Database } from '../database.ts';

const BATCH = 500;

/** Reports that matched a topic since then, oldest first, in batches; no lock is held in between. */
export async function* pastReports(
  db: Database,
  since: Date,
  limit: number,
): AsyncGenerator<readonly RoutableReport[]> {
  let after: Place = { key: since.toISOString(), id: '0' };
  for (let left = limit; left > 0; left -= BATCH) {
    const wanted = Math.min(BATCH, left);
    const rows = await reportsAfter(db, after, wanted);
    yield rows.map(routable);
    const last = rows.at(-1);
    if (last === undefined || rows.length < wanted) return;
    after = last;
  }
}

interface Place {
  /** The instant of the report, to the microsecond. */
  readonly key: string;
  readonly id: string;
}

interface PastRow extends Place {
  readonly storyId: string;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly language: string;
  readonly entities: readonly { readonly id: string; readonly name: string }[];
  readonly topics: readonly (Omit<RoutableReport['topics'][number], 'stance'> & {
    readonly stance: Stance | null;
  })[];
}

async function reportsAfter(db: Database, { key, id }: Place, limit: number): Promise<PastRow[]> {
  const { rows } = await sql<PastRow>`
    SELECT a.id, s.reported_at::text AS key, a.story_id AS "storyId", a.title, a.outlet, a.canonical_url AS url, a.language_tag AS language, a.entities,
           (SELECT jsonb_agg(jsonb_build_object('id', m.topic, 'label', m.label, 'level', m.level, 'confidence', m.confidence, 'stance', m.stance))
              FROM matches m WHERE m.article_id = a.id) AS topics
      FROM article_search s JOIN articles a ON a.id = s.article_id
     WHERE (s.reported_at, s.article_id) > (${key}::timestamptz, ${id}::bigint) AND a.story_id IS NOT NULL AND EXISTS (SELECT FROM matches m WHERE m.article_id = a.id)
     ORDER BY s.reported_at, s.article_id LIMIT ${limit}`.execute(db);
  return rows;
}

function routable({ storyId, title, language, outlet, url, entities, topics }: PastRow): RoutableReport {
  return {
    storyId,
    title,
    language,
    outlets: [outlet, URL.parse(url)?.hostname ?? ''],
    entities: entities.flatMap(({ id, name }) => [id, name]),
    topics: topics.map(({ stance, ...topic }) => ({ ...topic, stance: stance ?? undefined })),
  };
}

import { sql } from 'kysely';
import type { Database } from './database.ts';

/** One alert as it is listed. */
export interface ListedAlert {
  readonly id: string;
  readonly storyId: string;
  readonly articleId: string;
  readonly createdAt: Date;
  readonly kind: 'alert' | 'update';
  readonly reason: string | null;
  readonly route: string;
  readonly topics: readonly string[];
  readonly title: string;
  readonly link: string;
  readonly outlet: string;
  readonly language: string;
  readonly sample: boolean;
  readonly deliveries: number;
  readonly delivered: number;
  /** The cursor of a list: the instant, to the microsecond. */
  readonly key: string;
}

/** The latest alerts, newest first. */
export async function latestAlerts(
  db: Database,
  {
    topic,
    since,
    after,
    limit,
  }: {
    topic?: string | undefined;
    since?: Date | undefined;
    after?: { readonly key: string; readonly id: string } | undefined;
    limit: number;
  },
): Promise<ListedAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .innerJoin('articles', 'articles.id', 'alerts.article_id')
    .$if(since !== undefined, (query) => query.where('alerts.created_at', '>=', since as Date))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(alerts.created_at, alerts.id) < (${after?.key}::timestamptz, ${after?.id}::bigint)`,
      ),
    )
    .$if(topic !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('matches')
            .select('matches.topic')
            .whereRef('matches.article_id', '=', 'alerts.article_id')
            .where('matches.topic', '=', topic as string),
        ),
      ),
    )
    .orderBy('alerts.created_at', 'desc')
    .orderBy('alerts.id', 'desc')
    .limit(limit)
    .select([
      'alerts.id',
      'alerts.story_id as storyId',
      'alerts.article_id as articleId',
      'alerts.created_at as createdAt',
      sql<string>`alerts.created_at::text`.as('key'),
      'alerts.kind',
      'alerts.reason',
      'alerts.route',
      'articles.title',
      'articles.canonical_url as link',
      'articles.outlet',
      'articles.language_tag as language',
      'articles.sample',
      sql<
        string[]
      >`ARRAY(SELECT topic FROM matches WHERE article_id = alerts.article_id ORDER BY level DESC, confidence DESC, topic)`.as(
        'topics',
      ),
      sql<string>`(SELECT count(*) FROM delivery_alerts WHERE alert_id = alerts.id)`.as('deliveries'),
      sql<string>`(SELECT count(*) FROM delivery_alerts JOIN deliveries ON deliveries.id = delivery_id
                   WHERE alert_id = alerts.id AND state = 'delivered')`.as('delivered'),
    ])
    .execute();
  return rows.map((row) => ({
    ...row,
    deliveries: Number(row.deliveries),
    delivered: Number(row.delivered),
  }));
}

/**
 * Ids of the newest alerts, newest first. Of one alert on several routes only the first counts. With `after`, the
 * alerts since that one, the oldest of them taken first.
 */
export async function newestAlertIds(
  db: Database,
  { limit, after, before }: { limit: number; after?: string | undefined; before?: string | undefined },
): Promise<string[]> {
  const rows = await db
    .selectFrom('alerts')
    .select('id')
    .where('hidden_by', 'is', null)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM alerts earlier WHERE earlier.story_id = alerts.story_id
        AND earlier.development = alerts.development AND earlier.hidden_by IS NULL AND earlier.id < alerts.id)`,
    )
    .$if(after !== undefined, (query) => query.where('id', '>', after as string))
    .$if(before !== undefined, (query) => query.where('id', '<', before as string))
    .orderBy('id', after === undefined ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

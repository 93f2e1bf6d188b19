import { type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { StoryFacts } from '../core/messages/compose-message.ts';
import { topicFacts } from '../core/messages/topic-facts.ts';
import type { Database } from '../io/store/database.ts';
import { batchTasks, perDatabase } from './batch-tasks.ts';

/** The facts of an alert for messages. */
export type AlertFacts = StoryFacts & {
  readonly alertedAt: Date;
  /** Of a bundle in several messages, the one that has the alert, from 1. */
  readonly part?: number | undefined;
};

/** Reads the facts of a delivery's alerts, newest first. The same for every attempt. */
export async function getStoryFacts(
  db: Database,
  deliveryId: string,
  publicUrl: string | undefined,
): Promise<AlertFacts[]> {
  const rows = await reading(db)(deliveryId);
  return rows.map((row) => ({ ...factsOf(row, publicUrl), part: row.parts[deliveryId] ?? undefined }));
}

/** Deliveries that begin together share one query; a bundle may hold hundreds of alerts. */
const reading = perDatabase((db: Database) =>
  batchTasks<string, AlertRow[]>(
    async (ids) => {
      const rows = await alertRows(
        db,
        sql`SELECT alert_id FROM delivery_alerts WHERE delivery_id = ANY (${ids}::uuid[])`,
        ids,
      );
      return ids.map((id) => rows.filter(({ parts }) => id in parts));
    },
    { most: 16 },
  ),
);

/** Reads the facts of alerts, newest first. */
export async function getAlertFacts(
  db: Database,
  alertIds: readonly string[],
  publicUrl: string | undefined,
): Promise<AlertFacts[]> {
  if (alertIds.length === 0) return [];
  const rows = await alertRows(db, sql`SELECT unnest(${alertIds}::bigint[])`, []);
  return rows.map((row) => factsOf(row, publicUrl));
}

function factsOf(alert: AlertRow, publicUrl: string | undefined): AlertFacts {
  return {
    alertedAt: alert.alertedAt,
    alertId: alert.alertId,
    storyId: alert.storyId,
    storyUrl: publicUrl === undefined ? undefined : new URL(`/stories/${alert.storyId}`, publicUrl).href,
    title: alert.title,
    link: alert.link,
    outlet: alert.outlet,
    published: alert.published,
    language: alert.language,
    topics: alert.matches.map(topicFacts),
    named: alert.entities,
    entities: alert.entities.slice(0, ENTITIES_SHOWN).map((entity) => entity.name),
    outletCount: alert.outlets.length,
    languages: alert.languages,
    development: alert.reason ?? undefined,
    sample: alert.sample,
  };
}

type AlertRow = Awaited<ReturnType<typeof alertRows>>[number];

/**
 * All in one query, because round trips take most of a delivery's time.
 * @param deliveryIds deliveries whose alerts are wanted
 */
function alertRows(db: Database, alertIds: RawBuilder<unknown>, deliveryIds: readonly string[]) {
  return db
    .selectFrom('alerts')
    .innerJoin('stories', 'stories.id', 'alerts.story_id')
    .innerJoin('articles', 'articles.id', 'alerts.article_id')
    .where(sql<boolean>`alerts.id IN (${alertIds})`)
    .orderBy('alerts.id', 'desc')
    .select((eb) => [
      'alerts.id as alertId',
      'alerts.story_id as storyId',
      'alerts.reason',
      'alerts.created_at as alertedAt',
      'articles.title',
      'articles.canonical_url as link',
      'articles.outlet',
      'articles.reported_at as published',
      'articles.language_tag as language',
      'articles.entities',
      'articles.sample',
      'stories.outlets',
      'stories.languages',
      jsonArrayFrom(
        eb
          .selectFrom('matches')
          .whereRef('matches.article_id', '=', 'alerts.article_id')
          .select(['topic', 'label', 'level', 'confidence', 'stance', 'rules', 'passages', 'grounds']),
      ).as('matches'),
      sql<
        Record<string, number | null>
      >`coalesce((SELECT jsonb_object_agg(delivery_id, part) FROM delivery_alerts
        WHERE alert_id = alerts.id AND delivery_id = ANY (${deliveryIds}::uuid[])), '{}')`.as('parts'),
    ])
    .execute();
}

const ENTITIES_SHOWN = 6;

import type { Selectable } from 'kysely';
import type { StoryFacts } from '../../core/messages/compose-message.ts';
import { type StoredMatch, topicFacts } from '../../core/messages/topic-facts.ts';
import type { Database } from '../../io/store/database.ts';
import { runFixed } from '../../io/store/fixed-statement.ts';
import type { ArticlesTable, StoriesTable } from '../../io/store/schema.ts';
import { batchTasks, perDatabase } from '../batch-tasks.ts';

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
      const rows = await runFixed<AlertRow>(db, OF_DELIVERIES, [ids]);
      const found = new Map<string, AlertRow[]>(ids.map((id) => [id, []]));
      for (const row of rows) for (const id of Object.keys(row.parts)) found.get(id)?.push(row);
      return ids.map((id) => found.get(id) ?? []);
    },
    { most: 32 },
  ),
);

/** Reads the facts of alerts, newest first. */
export async function getAlertFacts(
  db: Database,
  alertIds: readonly string[],
  publicUrl: string | undefined,
): Promise<AlertFacts[]> {
  if (alertIds.length === 0) return [];
  const rows = await runFixed<AlertRow>(db, OF_ALERTS, [alertIds]);
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

type AlertRow = Pick<Selectable<ArticlesTable>, 'title' | 'outlet' | 'entities' | 'sample'> &
  Pick<Selectable<StoriesTable>, 'outlets' | 'languages'> & {
    readonly alertId: string;
    readonly storyId: string;
    readonly reason: string | null;
    readonly alertedAt: Date;
    readonly link: string;
    readonly published: Date;
    readonly language: string;
    readonly matches: readonly StoredMatch[];
    /** The part of each delivery's bundle that has the alert. */
    readonly parts: Readonly<Record<string, number | null>>;
  };

/**
 * All in one statement, because round trips take most of a delivery's time.
 * @param wanted `alert_id` and `parts` of the alerts
 */
function factsOfAlerts(wanted: string): string {
  return `
    SELECT alerts.id AS "alertId", alerts.story_id AS "storyId", alerts.reason, alerts.created_at AS "alertedAt",
           articles.title, articles.canonical_url AS link, articles.outlet, articles.reported_at AS published,
           articles.language_tag AS language, articles.entities, articles.sample, stories.outlets, stories.languages,
           coalesce((
             SELECT json_agg(json_build_object('topic', topic, 'label', label, 'level', level, 'confidence', confidence,
                      'stance', stance, 'rules', rules, 'passages', passages, 'grounds', grounds))
               FROM matches WHERE matches.article_id = alerts.article_id), '[]') AS matches,
           wanted.parts
      FROM (${wanted}) AS wanted
      -- With a plain join the server would read all alerts where there are a few thousand.
      CROSS JOIN LATERAL (SELECT * FROM alerts WHERE alerts.id = wanted.alert_id OFFSET 0) AS alerts
      JOIN stories ON stories.id = alerts.story_id
      JOIN articles ON articles.id = alerts.article_id
     ORDER BY alerts.id DESC`;
}

const OF_DELIVERIES = factsOfAlerts(`
  SELECT alert_id, json_object_agg(delivery_id, part) AS parts FROM delivery_alerts
   WHERE delivery_id = ANY ($1::uuid[]) GROUP BY alert_id`);

const OF_ALERTS = factsOfAlerts(
  `SELECT alert_id, '{}'::json AS parts FROM (SELECT DISTINCT unnest($1::bigint[])) AS given (alert_id)`,
);

const ENTITIES_SHOWN = 6;

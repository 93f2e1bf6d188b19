import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { AlertsTable, DeliveriesTable } from '../schema.ts';

export interface NewAlert {
  readonly storyId: string;
  readonly articleId: string;
  readonly route: string;
  /** Distinguishes the alerts of one story on one route: `first`, or what developed. */
  readonly development: string;
  readonly kind: AlertsTable['kind'];
  readonly reason: string | null;
  /** The silence that hides it. */
  readonly hiddenBy: string | null;
  readonly topics: readonly string[];
}

/** The routes that have an alert of one of the stories, sent or hidden by a silence. */
export async function alertedRoutes(
  tx: Database,
  storyIds: readonly string[],
): Promise<{ readonly story_id: string; readonly route: string }[]> {
  if (storyIds.length === 0) return [];
  return tx
    .selectFrom('alerts')
    .select(['story_id', 'route'])
    .distinct()
    .where(sql<boolean>`story_id = ANY (${storyIds}::bigint[])`)
    .execute();
}

/** Stores an alert and its topics; undefined when it is stored already. */
export async function insertAlert(tx: Database, alert: NewAlert, now: Date): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    WITH added AS (
      INSERT INTO alerts (story_id, article_id, route, development, kind, reason, hidden_by, created_at)
      VALUES (${alert.storyId}, ${alert.articleId}, ${alert.route}, ${alert.development}, ${alert.kind},
              ${alert.reason}, ${alert.hiddenBy}, ${now})
      ON CONFLICT (story_id, route, development) DO NOTHING
      RETURNING id, story_id, route
    ), named AS (
      INSERT INTO alert_topics (alert_id, story_id, route, topic)
      SELECT id, story_id, route, topic FROM added CROSS JOIN unnest(${[...alert.topics]}::text[]) AS topic
      ON CONFLICT (story_id, topic, route) DO NOTHING
    )
    SELECT id FROM added`.execute(tx);
  return rows[0]?.id;
}

export interface NewDelivery {
  readonly alertId: string;
  readonly route: string;
  readonly channel: string;
  readonly kind: DeliveriesTable['kind'];
  readonly dueAt: Date;
  readonly heldFor: DeliveriesTable['held_for'];
  /** Alerts with the same bundle are sent as one message; undefined for one that is sent alone. */
  readonly bundle: string | undefined;
}

/** Adds an alert to a delivery of its own, or to the waiting bundle. */
export async function insertDelivery(tx: Database, delivery: NewDelivery, now: Date): Promise<string> {
  const alone = `alert-${delivery.alertId}`;
  const id =
    (await openDelivery(tx, delivery, delivery.bundle ?? alone, now)) ??
    // The bundle was sent at this very moment. The alert gets a delivery of its own.
    (await openDelivery(tx, delivery, `${delivery.bundle}-${alone}`, now));
  if (id === undefined)
    throw new Error(`alert ${delivery.alertId} has a delivery to ${delivery.channel} already`);
  return id;
}

async function openDelivery(
  tx: Database,
  delivery: NewDelivery,
  subject: string,
  now: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    WITH opened AS (
      INSERT INTO deliveries AS waiting (id, route, channel, kind, subject, due_at, planned_at, held_for, created_at)
      VALUES (${randomUUID()}, ${delivery.route}, ${delivery.channel}, ${delivery.kind}, ${subject},
              ${delivery.dueAt}, ${delivery.dueAt}, ${delivery.heldFor}, ${now})
      ON CONFLICT (route, channel, subject) DO UPDATE SET kind = excluded.kind
        -- A further alert would shift the parts of which some are out.
        WHERE waiting.state = 'pending' AND waiting.attempts = 0 AND waiting.parts_sent = 0
          AND waiting.held_for IS NOT NULL
      RETURNING id
    ), joined AS (
      INSERT INTO delivery_alerts (delivery_id, alert_id) SELECT id, ${delivery.alertId}::bigint FROM opened
    )
    SELECT id FROM opened`.execute(tx);
  return rows[0]?.id;
}

/** When the route's messages of the last hour were planned; each bundle counts once, retries do not count. */
export async function recentMessages(tx: Database, route: string, now: Date): Promise<Date[]> {
  const rows = await tx
    .selectFrom('deliveries')
    .select(['subject', 'planned_at'])
    .distinct()
    .where('route', '=', route)
    .where('planned_at', '>', new Date(now.getTime() - 3_600_000))
    .where('planned_at', '<=', now)
    .execute();
  return rows.map((row) => row.planned_at);
}

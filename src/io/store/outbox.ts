import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { AlertsTable, DeliveriesTable } from './schema.ts';

export interface NewAlert {
  readonly storyId: string;
  readonly articleId: string;
  readonly route: string;
  /** What makes it the only one: `first`, or what developed. */
  readonly development: string;
  readonly kind: AlertsTable['kind'];
  readonly reason: string | null;
  /** The silence that hides it. */
  readonly hiddenBy: string | null;
  readonly topics: readonly string[];
}

/** Whether the route was told of the story, or would have been but for a silence. */
export async function wasTold(tx: Database, storyId: string, route: string): Promise<boolean> {
  const row = await tx
    .selectFrom('alerts')
    .select('id')
    .where('story_id', '=', storyId)
    .where('route', '=', route)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes an alert once; undefined when it is there already. */
export async function insertAlert(tx: Database, alert: NewAlert, now: Date): Promise<string | undefined> {
  const row = await tx
    .insertInto('alerts')
    .values({
      story_id: alert.storyId,
      article_id: alert.articleId,
      route: alert.route,
      development: alert.development,
      kind: alert.kind,
      reason: alert.reason,
      hidden_by: alert.hiddenBy,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['story_id', 'route', 'development']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await tx
    .insertInto('alert_topics')
    .values(
      alert.topics.map((topic) => ({ alert_id: row.id, story_id: alert.storyId, route: alert.route, topic })),
    )
    .onConflict((conflict) => conflict.columns(['story_id', 'topic', 'route']).doNothing())
    .execute();
  return row.id;
}

export interface NewDelivery {
  readonly alertId: string;
  readonly route: string;
  readonly channel: string;
  readonly kind: DeliveriesTable['kind'];
  readonly dueAt: Date;
  readonly heldFor: DeliveriesTable['held_for'];
  /** Alerts with the same bundle go out as one message; undefined for one that goes out alone. */
  readonly bundle: string | undefined;
}

/** Puts an alert into a delivery of its own, or into the bundle that waits for the same moment. */
export async function insertDelivery(tx: Database, delivery: NewDelivery, now: Date): Promise<string> {
  const alone = `alert-${delivery.alertId}`;
  const id =
    (await openDelivery(tx, delivery, delivery.bundle ?? alone, now)) ??
    // The bundle left in this very moment: nothing may be added to it any more, and nothing may be lost.
    (await openDelivery(tx, delivery, `${delivery.bundle}-${alone}`, now));
  if (id === undefined)
    throw new Error(`alert ${delivery.alertId} has a delivery to ${delivery.channel} already`);
  await tx.insertInto('delivery_alerts').values({ delivery_id: id, alert_id: delivery.alertId }).execute();
  return id;
}

async function openDelivery(
  tx: Database,
  delivery: NewDelivery,
  subject: string,
  now: Date,
): Promise<string | undefined> {
  const row = await tx
    .insertInto('deliveries')
    .values({
      id: randomUUID(),
      route: delivery.route,
      channel: delivery.channel,
      kind: delivery.kind,
      subject,
      due_at: delivery.dueAt,
      planned_at: delivery.dueAt,
      held_for: delivery.heldFor,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['route', 'channel', 'subject'])
        .doUpdateSet({ kind: sql`excluded.kind` })
        .where('deliveries.state', '=', 'pending')
        .where('deliveries.attempts', '=', 0)
        // A further alert would shift the parts of which some are out.
        .where('deliveries.parts_sent', '=', 0)
        .where('deliveries.held_for', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** When the route's messages of the last hour were planned, each bundle once; retries do not count again. */
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

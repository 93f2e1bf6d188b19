import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { DeliveryRow } from './deliveries.ts';

/** One delivery as it is listed. */
export interface ListedDelivery {
  readonly id: string;
  readonly state: DeliveryRow['state'];
  readonly kind: DeliveryRow['kind'];
  readonly route: string;
  readonly channel: string;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly heldFor: DeliveryRow['held_for'];
  readonly attempts: number;
  readonly lastAttemptAt: Date | null;
  readonly answer: string | null;
  /** The recipients that were refused for good when others got it. */
  readonly refused: string | null;
  readonly deliveredAt: Date | null;
  /** How many alerts it carries, and the title of the newest. */
  readonly alerts: number;
  readonly title: string;
  /** The cursor of a list: when the delivery was made, to the microsecond. */
  readonly key: string;
}

/** The columns that say how far a delivery has come. */
export const COURSE_OF_DELIVERY = [
  'due_at as dueAt',
  'held_for as heldFor',
  'attempts',
  'last_attempt_at as lastAttemptAt',
  'answer',
  'refused',
  'delivered_at as deliveredAt',
] as const;

/** The latest deliveries, newest first; only those of one state where one is given. */
export async function listDeliveries(
  db: Database,
  {
    state,
    isRefused = false,
    after,
    limit,
  }: {
    state: DeliveryRow['state'] | undefined;
    /** Only those that were refused for some recipients. */
    isRefused?: boolean | undefined;
    after?: { readonly key: string; readonly id: string } | undefined;
    limit: number;
  },
): Promise<ListedDelivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .$if(state !== undefined, (query) => query.where('state', '=', state as DeliveryRow['state']))
    .$if(isRefused, (query) => query.where('refused', 'is not', null))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.key}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .select([
      'id',
      'state',
      'kind',
      'route',
      'channel',
      'created_at as createdAt',
      sql<string>`created_at::text`.as('key'),
      ...COURSE_OF_DELIVERY,
      sql<string>`(SELECT count(*) FROM delivery_alerts WHERE delivery_id = deliveries.id)`.as('alerts'),
      sql<string | null>`(SELECT articles.title FROM delivery_alerts
                            JOIN alerts ON alerts.id = alert_id JOIN articles ON articles.id = alerts.article_id
                           WHERE delivery_id = deliveries.id ORDER BY alerts.id DESC LIMIT 1)`.as('title'),
    ])
    .execute();
  return rows.map((row) => ({ ...row, alerts: Number(row.alerts), title: row.title ?? '' }));
}

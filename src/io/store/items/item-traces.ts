import { sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Stores the trace of the poll that brought these items, in the transaction that stores the items: another worker may
 * begin them at once.
 */
export async function keepItemTraces(
  db: Database,
  itemIds: readonly string[],
  traceparent: string,
): Promise<void> {
  await sql`
    INSERT INTO item_traces (item_id, traceparent) SELECT id, ${traceparent} FROM items WHERE id = ANY(${itemIds}::bigint[])
`.execute(db);
}

/** The W3C trace context of the poll that brought the item; undefined where none was recorded. */
export async function traceOfItem(db: Database, itemId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('item_traces')
    .select('traceparent')
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return row?.traceparent;
}

/**
 * The traces of the polls that brought the articles of a delivery, beginning with the latest alert. A digest may have
 * many.
 */
export async function tracesOfDelivery(db: Database, deliveryId: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('delivery_alerts')
    .innerJoin('alerts', 'alerts.id', 'delivery_alerts.alert_id')
    .innerJoin('items', 'items.article_id', 'alerts.article_id')
    .innerJoin('item_traces', 'item_traces.item_id', 'items.id')
    .select('item_traces.traceparent')
    .where('delivery_alerts.delivery_id', '=', deliveryId)
    .orderBy('alerts.id', 'desc')
    .orderBy('items.id')
    .limit(most)
    .execute();
  return [...new Set(rows.map(({ traceparent }) => traceparent))];
}

import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { rowsOf } from '../rows.ts';

/** Stores which message of a bundle has each alert; alerts that have one keep it. */
export async function storeParts(
  db: Database,
  deliveryId: string,
  alerts: readonly { readonly alertId: string; readonly part: number }[],
): Promise<void> {
  const rows = alerts.map(({ alertId, part }) => ({ alert_id: alertId, part }));
  await sql`
    UPDATE delivery_alerts SET part = own.part FROM ${rowsOf({ alert_id: 'bigint', part: 'integer' }, rows, 'own')}
     WHERE delivery_alerts.delivery_id = ${deliveryId} AND delivery_alerts.alert_id = own.alert_id
       AND delivery_alerts.part IS NULL`.execute(db);
}

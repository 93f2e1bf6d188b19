import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { LeasedDelivery } from './deliveries.ts';
import { type Attempt, recordAttempt } from './delivery-attempts.ts';

/**
 * Divides the alerts of a delivery among new deliveries, one for each of `groups`, in one transaction. They are due at
 * once, in this order, and have idempotency keys of their own. Alerts in no group were sent: the delivery keeps them
 * and is delivered. If it has none it is removed. Nothing happens where another worker has the lease by now.
 *
 * @param attempt what the receiver answered to the whole; recorded for each new delivery
 * @param groups ids of alerts
 * @returns the ids of the new deliveries
 */
export async function splitDelivery(
  db: Database,
  lease: LeasedDelivery,
  attempt: Attempt,
  groups: readonly (readonly string[])[],
): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    const held = await tx
      .selectFrom('deliveries')
      .select('id')
      .where('id', '=', lease.id)
      .where('state', '=', 'pending')
      .where('leased_until', '=', lease.leased_until)
      .forUpdate()
      .executeTakeFirst();
    if (held === undefined) return [];
    const ids: string[] = [];
    for (const [index, alertIds] of groups.entries()) {
      const id = randomUUID();
      // The sweep takes what is due first, so the parts keep their order.
      const dueAt = new Date(attempt.at.getTime() + index);
      await sql`
        INSERT INTO deliveries (id, route, channel, kind, subject, planned_at, due_at, held_for, answer, created_at)
        SELECT ${id}, route, channel, kind, subject || ${`/${id}`}::text, planned_at, ${dueAt}, held_for,
               ${attempt.answer}, created_at
          FROM deliveries WHERE id = ${lease.id}`.execute(tx);
      await sql`
        UPDATE delivery_alerts SET delivery_id = ${id}, part = NULL
         WHERE delivery_id = ${lease.id} AND alert_id = ANY (${alertIds as string[]}::bigint[])`.execute(tx);
      await recordAttempt(tx, { ...lease, id }, attempt);
      ids.push(id);
    }
    const rest = await tx
      .selectFrom('delivery_alerts')
      .select('alert_id')
      .where('delivery_id', '=', lease.id)
      .limit(1)
      .executeTakeFirst();
    if (rest === undefined) await tx.deleteFrom('deliveries').where('id', '=', lease.id).execute();
    else
      await tx
        .updateTable('deliveries')
        .set({
          state: 'delivered',
          answer: `parts 1 to ${lease.parts_sent} were accepted; the others are deliveries of their own`,
          delivered_at: attempt.at,
          leased_until: null,
          started: 0,
        })
        .where('id', '=', lease.id)
        .execute();
    return ids;
  });
}

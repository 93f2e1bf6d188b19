import type { Database } from '../../io/store/database.ts';
import { deadAttempts, reviveDeliveries } from '../../io/store/deliveries/dead-deliveries.ts';
import { record } from '../../io/store/ledger.ts';

/**
 * Makes dead deliveries due again. The earlier answers are kept in the ledger for `why`; the delivery itself starts
 * anew.
 */
export async function reviveAndRecord(
  db: Database,
  ids: readonly string[] | 'all',
  now: Date,
): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    const before = await deadAttempts(tx, ids);
    const revived = new Set(await reviveDeliveries(tx, ids, now));
    const entries = before.filter(({ id }) => revived.has(id));
    await record(
      tx,
      now,
      entries.map(({ id, attempts, answer }) => ({
        event: 'delivery.revived',
        deliveryId: id,
        detail: { attempts, answer },
      })),
    );
    return [...revived];
  });
}

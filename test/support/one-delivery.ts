import { type ChannelState, getChannels } from '../../src/io/store/channels.ts';
import type { Database } from '../../src/io/store/database.ts';
import { type LeasedDelivery, leaseDeliveries } from '../../src/io/store/deliveries/deliveries.ts';
import { type Delivered, markAllDelivered } from '../../src/io/store/deliveries/delivery-attempts.ts';

// What the service does for many deliveries or channels at a time, for one.

/** Undefined where it is done, not due, or leased by another worker. */
export async function leaseDelivery(
  db: Database,
  id: string,
  now: Date,
  seconds: number,
): Promise<LeasedDelivery | undefined> {
  const terms = { now, seconds, mayTakeOver: true, longestSeconds: seconds };
  return (await leaseDeliveries(db, [id], terms)).get(id);
}

export async function markDelivered(
  db: Database,
  lease: LeasedDelivery,
  attempt: Delivered['attempt'],
): Promise<void> {
  await markAllDelivered(db, [{ lease, attempt }]);
}

export async function readChannel(db: Database, name: string): Promise<ChannelState> {
  return (await getChannels(db, [name])).get(name)!;
}

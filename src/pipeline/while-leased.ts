import { renewItems } from '../io/store/lease-items.ts';
import type { Pipeline } from './context.ts';
import { startLeaseRenewal } from './renew-lease.ts';
import { ITEM_QUEUE_LIMITS } from './sweep.ts';

/**
 * Reads the items of one job, and meanwhile renews the leases of those that are not yet read, so that no sweep adds
 * them to another job.
 * @param readAll called once, with a function that it must call for each item with the work to do
 */
export async function whileLeased(
  { db, now }: Pick<Pipeline, 'db' | 'now'>,
  ids: readonly string[],
  readAll: (read: (id: string, work: () => Promise<void>) => Promise<void>) => Promise<void>,
): Promise<void> {
  const left = new Set(ids);
  const { leaseSeconds } = ITEM_QUEUE_LIMITS;
  const stop = startLeaseRenewal(leaseSeconds, () => renewItems(db, [...left], now(), leaseSeconds));
  try {
    await readAll((id, work) => work().finally(() => left.delete(id)));
  } finally {
    await stop();
  }
}

import { type DeliveryRow, leaseDeliveries } from '../io/store/deliveries.ts';
import { type Delivered, markAllDelivered } from '../io/store/delivery-attempts.ts';
import type { Database } from '../io/store/database.ts';
import { batchTasks, perDatabase } from './batch-tasks.ts';
import { leaseDuration } from './renew-lease.ts';
import { mayTakeOver } from './database-contact.ts';

interface LeaseRequest {
  readonly id: string;
  readonly now: Date;
  /** Seconds. */
  readonly longest: number;
}

/** Leases the deliveries that begin together in one statement. Undefined for one that must not be sent now. */
export const leaseDelivery = perDatabase((db: Database) =>
  batchTasks<LeaseRequest, DeliveryRow | undefined>(
    async (requests) => {
      const [{ now, longest }] = requests as [LeaseRequest];
      const leased = await leaseDeliveries(
        db,
        requests.map(({ id }) => id),
        { now, seconds: leaseDuration(longest), mayTakeOver: mayTakeOver(db), longestSeconds: longest },
      );
      return requests.map(({ id }) => leased.get(id));
    },
    { apart: ({ id }) => [id] },
  ),
);

/** Records the deliveries that were confirmed together in one statement. */
export const recordDelivered = perDatabase((db: Database) =>
  batchTasks<Delivered, void>(
    async (all) => {
      await markAllDelivered(db, all);
      return [];
    },
    { apart: ({ lease }) => [lease.id] },
  ),
);

import { type DeliveryRow, leaseDeliveries } from '../io/store/deliveries.ts';
import { type Delivered, markAllDelivered } from '../io/store/delivery-attempts.ts';
import type { Database } from '../io/store/database.ts';
import { gather, perDatabase } from './gather.ts';
import { leaseFor } from './keep-hold.ts';
import { mayTakeOver } from './database-contact.ts';

interface LeaseRequest {
  readonly id: string;
  readonly now: Date;
  /** Seconds. */
  readonly longest: number;
}

/** Leases the deliveries that begin together in one statement. Undefined for one that must not be sent now. */
export const takeDelivery = perDatabase((db: Database) =>
  gather<LeaseRequest, DeliveryRow | undefined>(
    async (requests) => {
      const [{ now, longest }] = requests as [LeaseRequest];
      const leased = await leaseDeliveries(
        db,
        requests.map(({ id }) => id),
        { now, seconds: leaseFor(longest), mayTakeOver: mayTakeOver(db), longestSeconds: longest },
      );
      return requests.map(({ id }) => leased.get(id));
    },
    { apart: ({ id }) => [id] },
  ),
);

/** Records the deliveries that were confirmed together in one statement. */
export const noteDelivered = perDatabase((db: Database) =>
  gather<Delivered, void>(
    async (all) => {
      await markAllDelivered(db, all);
      return [];
    },
    { apart: ({ lease }) => [lease.id] },
  ),
);

import type { Logger } from 'pino';
import { type LeasedDelivery, leaseDeliveries } from '../io/store/deliveries.ts';
import { type Delivered, flushDelivered, markAllDelivered } from '../io/store/delivery-attempts.ts';
import type { Database } from '../io/store/database.ts';
import { batchTasks, perDatabase } from './batch-tasks.ts';
import { leaseDuration } from './renew-lease.ts';
import { mayTakeOver } from './database-contact.ts';
import { pendingWrites } from './pending-writes.ts';

interface LeaseRequest {
  readonly id: string;
  readonly now: Date;
  /** Seconds. */
  readonly longest: number;
}

/** Leases the deliveries that begin together in one statement. Undefined for one that must not be sent now. */
export const leaseDelivery = perDatabase((db: Database) =>
  batchTasks<LeaseRequest, LeasedDelivery | undefined>(
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

/**
 * How long a record waits for others to be flushed while many come. The record itself waits for none, because a kill
 * repeats what is not recorded. Milliseconds.
 */
const FLUSH_LINGER = 100;
/** How many records are flushed together at most. */
const MOST_FLUSHED = 256;

/** Records the deliveries that were confirmed together in one statement, which does not wait for the disk. */
const markDelivered = perDatabase((db: Database) =>
  batchTasks<Delivered, void>(
    async (all) => {
      await markAllDelivered(db, all);
      return [];
    },
    { apart: ({ lease }) => [lease.id] },
  ),
);

/** Waits for the disk, for all that were recorded meanwhile. Whether the delivery's record is there. */
const isKept = perDatabase((db: Database) =>
  batchTasks<string, boolean>(
    async (ids) => {
      const lost = await flushDelivered(db, ids);
      return ids.map((id) => !lost.has(id));
    },
    { most: MOST_FLUSHED, busyLinger: FLUSH_LINGER },
  ),
);

/** The server crashed before a record was on its disk. */
class LostRecordError extends Error {
  override readonly name = 'LostRecordError';
  constructor() {
    super('the database server crashed before the record was on its disk');
  }
}

/** How far the record of a confirmed delivery is. Both end also where the process gives up because it ends. */
interface Recording {
  /** Other workers see it, and so does this one after a kill. */
  readonly visible: Promise<void>;
  /** It is on the database's disk. Until then it is kept in memory, and written again if the server loses it. */
  readonly kept: Promise<void>;
}

/** Records that a receiver has the message, however long the database is away. */
export function recordDelivered(db: Database, log: Logger, delivered: Delivered): Recording {
  const { id } = delivered.lease;
  const visible = Promise.withResolvers<void>();
  const kept = pendingWrites(db).write(`delivery ${id}`, log, async () => {
    await markDelivered(db)(delivered);
    visible.resolve();
    if (!(await isKept(db)(id))) throw new LostRecordError();
  });
  void kept.finally(visible.resolve);
  return { visible: visible.promise, kept };
}

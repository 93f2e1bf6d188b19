import { type LeasedDelivery, leaseDeliveries } from '../../io/store/deliveries/deliveries.ts';
import {
  type Delivered,
  flushDelivered,
  markAllDelivered,
} from '../../io/store/deliveries/delivery-attempts.ts';
import type { Database } from '../../io/store/database.ts';
import { batchTasks, perDatabase } from '../batch-tasks.ts';
import { leaseDuration } from '../renew-lease.ts';
import type { Pipeline } from '../context.ts';
import { mayTakeOver } from '../database-contact.ts';
import { pendingWrites } from '../pending-writes.ts';
import { sentNoteOf } from './recover-sent.ts';

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
 * How long a record waits for others while many come, if the answer is noted on this machine. One that is not noted waits for none,
 * because a kill repeats it. Milliseconds.
 */
const NOTED_LINGER = 25;
/** How many are recorded in one statement at most. */
const MOST_RECORDED = 16;
/**
 * How many noted answers a process may have that the database has not. Where the notes are lost with the machine, or another machine
 * takes over, these are sent again.
 */
const MOST_OWED = 2 * MOST_RECORDED;
/** How long a record waits for others to be flushed while many come. Milliseconds. */
const FLUSH_LINGER = 100;
/** How many records are flushed together at most. */
const MOST_FLUSHED = 256;

/** Records the deliveries that were confirmed together in one statement, which does not wait for the disk. */
const markDelivered = perDatabase((db: Database) =>
  batchTasks<Delivered & { readonly isNoted: boolean }, void>(
    async (all) => {
      await markAllDelivered(db, all);
      return [];
    },
    {
      apart: ({ lease }) => [lease.id],
      most: MOST_RECORDED,
      busyLinger: ({ isNoted }) => (isNoted ? NOTED_LINGER : 0),
    },
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

/** How far the record of a confirmed delivery is. */
interface Recording {
  /**
   * A kill of this process cannot repeat it any more: other workers see the record, or it is noted on this machine. It
   * ends also where the process gives up because it ends.
   */
  readonly safe: Promise<void>;
  /** It is on the database's disk. Until then it is kept in memory, and written again if the server loses it. */
  readonly kept: Promise<void>;
}

/** The noted answers that are not yet recorded. */
const owedTo = perDatabase((_db: Database) => ({ count: 0 }));

/** Records that a receiver has the message, however long the database is away. */
export function recordDelivered(
  { db, log, sentNotes }: Pick<Pipeline, 'db' | 'log' | 'sentNotes'>,
  delivered: Delivered,
): Recording {
  const { id } = delivered.lease;
  const owed = owedTo(db);
  const forget = owed.count < MOST_OWED ? sentNotes?.note(sentNoteOf(delivered)) : undefined;
  const isNoted = forget !== undefined;
  if (isNoted) owed.count += 1;
  const visible = Promise.withResolvers<void>();
  const kept = pendingWrites(db).write(`delivery ${id}`, log, async () => {
    await markDelivered(db)({ ...delivered, isNoted });
    visible.resolve();
    if (!(await isKept(db)(id))) throw new LostRecordError();
    // Not where the process ends before: then the next one records it.
    forget?.();
  });
  void kept.finally(visible.resolve);
  if (isNoted) void visible.promise.then(() => (owed.count -= 1));
  return { safe: isNoted ? Promise.resolve() : visible.promise, kept };
}

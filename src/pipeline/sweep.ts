import { listChannels } from '../io/store/channels.ts';
import { queueDeliveries } from '../io/store/queue-deliveries.ts';
import { leaseDueFeeds } from '../io/store/feeds.ts';
import { type LeasedItem, leaseDueItems } from '../io/store/lease-items.ts';
import { repairDueTimes } from '../io/store/repair-due-times.ts';
import type { Pipeline } from './context.ts';
import { shareJobs } from './shared-jobs.ts';
import { type ChannelReadiness, readinessOf } from './channel-admission.ts';
import { mayTakeOver } from './database-contact.ts';

/** The maximum number of jobs added to a queue at a time; the next sweep adds more. */
const BATCH = 1_000;
/** How long a queued feed stays out of the queue after it was put there, in case its job is lost. Seconds. */
const QUEUED = 30;

/**
 * The queue is kept short, because it works in order of arrival and a fresh report waits for everything before it.
 * `depth` items keep the workers busy until the next sweep, which comes at once when all of them were taken.
 */
export const ITEM_QUEUE_LIMITS = { depth: 96, quota: 16, leaseSeconds: 15 };

/** How many items of a feed are added before its turn: as many as most polls bring. */
const FIRST_TURNS = 2;

/** With fewer due feeds or deliveries than this, each has a job of its own. */
const MANY = 64;

/** Jobs of items are at least so many, so that several processes get some of them. */
const FEWEST_ITEM_JOBS = 4;

/**
 * A poll adds its new items as jobs of their own. An item that has been due for no longer than this may be among them.
 * It is not put into a job with others, because only a job with the same id would be recognised. Milliseconds.
 */
const FROM_POLL = 2_000;

/** Puts feeds or deliveries into jobs: one each if there are few, else ten in each. */
function jobsOf(kind: string, ids: readonly string[]): ReturnType<typeof shareJobs> {
  return shareJobs(kind, ids, ids.length < MANY ? Infinity : 1);
}

export type Sweep = (pipeline: Pipeline) => Promise<number>;

/**
 * Adds to each queue what the database says is due. A job that is there already is not added again, so sweeps may run
 * at any time in any number of processes. After the loss of a queue they fill it again.
 */
export const sweeps: Readonly<Record<'feeds' | 'articles' | 'deliveries', Sweep>> = {
  async feeds(pipeline) {
    await repairDueTimes(pipeline.db, 'feeds', pipeline.now(), pipeline.settings.maxInterval);
    const feeds = await leaseDueFeeds(pipeline.db, pipeline.now(), QUEUED, BATCH);
    await pipeline.queues.enqueue(
      'feeds',
      jobsOf('feed', feeds).map(({ id, first, more }) => ({ id, payload: { feedId: first, more } })),
    );
    return feeds.length;
  },
  async articles(pipeline) {
    await repairDueTimes(pipeline.db, 'items', pipeline.now());
    const now = pipeline.now();
    const items = await leaseDueItems(pipeline.db, now, ITEM_QUEUE_LIMITS);
    const turns = new Map(items.map(({ id, turn }) => [id, turn]));
    const isNew = ({ dueAt }: LeasedItem) => now.getTime() - dueAt.getTime() < FROM_POLL;
    const idsOf = (some: readonly LeasedItem[]) => some.map(({ id }) => id);
    const own = items.filter(isNew);
    const waiting = items.filter((item) => !isNew(item));
    await pipeline.queues.enqueue(
      'articles',
      [
        ...shareJobs('item', idsOf(own), Infinity),
        ...shareJobs('item', idsOf(waiting), FEWEST_ITEM_JOBS),
      ].map(({ id, first, more }) => ({
        id,
        payload: { itemId: first, more },
        // The first item of each feed is served before further items of one feed.
        behind: Math.max(0, (turns.get(first) ?? 1) - FIRST_TURNS),
      })),
    );
    return items.length;
  },
  async deliveries(pipeline) {
    const now = pipeline.now();
    await repairDueTimes(pipeline.db, 'deliveries', now);
    const channels = await listChannels(pipeline.db);
    const named = (presence: ChannelReadiness) =>
      channels.filter((channel) => readinessOf(channel, now) === presence).map((channel) => channel.name);
    const deliveries = await queueDeliveries(pipeline.db, now, {
      limit: BATCH,
      resting: named('resting'),
      probed: named('probed'),
      mayTakeOver: mayTakeOver(pipeline.db),
      leaseSeconds: pipeline.settings.lease,
    });
    await pipeline.queues.enqueue(
      'deliveries',
      jobsOf('delivery', deliveries).map(({ id, first, more }) => ({
        id,
        payload: { deliveryId: first, more },
      })),
    );
    return deliveries.length;
  },
};

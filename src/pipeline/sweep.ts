import { listChannels } from '../io/store/channels.ts';
import { queueDeliveries } from '../io/store/deliveries/queue-deliveries.ts';
import { leaseDueFeeds } from '../io/store/feeds/feeds.ts';
import { leaseDueItems } from '../io/store/items/lease-items.ts';
import { repairDueTimes } from '../io/store/backup/repair-due-times.ts';
import type { Pipeline } from './context.ts';
import { type ChannelReadiness, readinessOf } from './deliveries/channel-admission.ts';
import { mayTakeOver } from './database-contact.ts';
import { recoverSent } from './deliveries/recover-sent.ts';
import { shareDeliveries, shareFeeds, shareItems } from './share-jobs.ts';

/** The maximum number of deliveries added to the queue at a time; the next sweep adds more. */
const BATCH = 1_000;
/** How many feeds may wait in the queue, over all workers. */
const FEED_DEPTH = 1_000;
/** How long a queued feed stays out of the queue after it was put there, in case its job is lost. Seconds. */
const QUEUED = 30;

/**
 * The queue is kept short, because it works in order of arrival and a fresh report waits for everything before it.
 * `depth` waiting items keep the workers busy until the next sweep, which comes at once when half of them were taken. How
 * many may have begun is each worker's own limit, so that each of several has work.
 */
export const ITEM_QUEUE_LIMITS = { depth: 96, quota: 16, leaseSeconds: 15 };

/** So many items of each feed are at the front of the queue, or in hand. Most polls bring no more. */
const FIRST_TURNS = 2;

export type Sweep = (pipeline: Pipeline) => Promise<number>;

/**
 * Adds to each queue what the database says is due. A job that is there already is not added again, so sweeps may run
 * at any time in any number of processes. After the loss of a queue they fill it again.
 */
export const sweeps: Readonly<Record<'feeds' | 'articles' | 'deliveries', Sweep>> = {
  async feeds(pipeline) {
    await repairDueTimes(pipeline.db, 'feeds', pipeline.now(), pipeline.settings.maxInterval);
    const feeds = await leaseDueFeeds(pipeline.db, pipeline.now(), QUEUED, FEED_DEPTH);
    await pipeline.queues.enqueue('feeds', shareFeeds(feeds));
    return feeds.length;
  },
  async articles(pipeline) {
    await repairDueTimes(pipeline.db, 'items', pipeline.now());
    const items = await leaseDueItems(pipeline.db, pipeline.now(), ITEM_QUEUE_LIMITS);
    const turns = new Map(items.map(({ id, turn }) => [id, turn]));
    // Those at the front have jobs of their own, in which they do not bring others along.
    const { front = [], behind = [] } = Object.groupBy(items, ({ turn }) =>
      turn <= FIRST_TURNS ? 'front' : 'behind',
    );
    await pipeline.queues.enqueue(
      'articles',
      [front, behind]
        .flatMap((some) => shareItems(some.map(({ id }) => id)))
        .map((job) => ({
          ...job,
          behind: Math.max(0, (turns.get(job.payload.itemId) ?? 0) - FIRST_TURNS),
        })),
    );
    return items.length;
  },
  async deliveries(pipeline) {
    // Before anything whose lease has run out is sent again.
    await recoverSent(pipeline);
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
    await pipeline.queues.enqueue('deliveries', shareDeliveries(deliveries));
    return deliveries.length;
  },
};

import { listChannels } from '../io/store/channels.ts';
import { dueDeliveries } from '../io/store/deliveries.ts';
import { leaseDueFeeds } from '../io/store/feeds.ts';
import { leaseDueItems } from '../io/store/item-turns.ts';
import { mendInstants } from '../io/store/mend-instants.ts';
import type { Pipeline } from './context.ts';
import { type ChannelPresence, presenceOf } from './enter-channel.ts';
import { mayTakeOver } from './steadiness.ts';

/** Jobs put into a queue at a time; the next tick brings the next ones. */
const BATCH = 1_000;
/** A feed that was put into the queue is put there again after this, should its job be lost. Seconds. */
const QUEUED = 30;

/**
 * The queue holds little, for it serves in the order of arrival: a fresh report waits for what is in it. Enough for
 * the workers to be busy until the next look, which comes at once when all places were taken.
 */
export const ITEM_TURNS = { depth: 96, quota: 16, leaseSeconds: 15 };

/** So many items of a feed go into the queue without waiting for the feed's turn: what most polls bring. */
const FIRST_TURNS = 2;

/** From so many due feeds on they share jobs, so many each. */
const MANY_FEEDS = 64;
const FEEDS_A_JOB = 10;

/** A job is known by the first of its feeds, so that the queue never holds more of them than there are feeds. */
function jobsOfMany(feeds: readonly string[]) {
  return Array.from({ length: Math.ceil(feeds.length / FEEDS_A_JOB) }, (_, at) => {
    const [feedId = '', ...more] = feeds.slice(at * FEEDS_A_JOB, (at + 1) * FEEDS_A_JOB);
    return { id: `feeds-${feedId}`, payload: { feedId, more } };
  });
}

export type Sweep = (pipeline: Pipeline) => Promise<number>;

/**
 * What the database says is due goes into the queue. A job that is there already is not added again, so a sweep
 * may run as often as it likes, in as many processes as there are; a queue that was lost is filled again.
 */
export const sweeps: Readonly<Record<'feeds' | 'articles' | 'deliveries', Sweep>> = {
  async feeds(pipeline) {
    await mendInstants(pipeline.db, 'feeds', pipeline.now(), pipeline.settings.maxInterval);
    const feeds = await leaseDueFeeds(pipeline.db, pipeline.now(), QUEUED, BATCH);
    await pipeline.queues.enqueue(
      'feeds',
      feeds.length < MANY_FEEDS
        ? feeds.map((id) => ({ id: `feed-${id}`, payload: { feedId: id } }))
        : jobsOfMany(feeds),
    );
    return feeds.length;
  },
  async articles(pipeline) {
    await mendInstants(pipeline.db, 'items', pipeline.now());
    const items = await leaseDueItems(pipeline.db, pipeline.now(), ITEM_TURNS);
    await pipeline.queues.enqueue(
      'articles',
      // The queue serves the first of each feed before the many of one.
      items.map(({ id, turn }) => ({
        id: `item-${id}`,
        payload: { itemId: id },
        behind: Math.max(0, turn - FIRST_TURNS),
      })),
    );
    return items.length;
  },
  async deliveries(pipeline) {
    const now = pipeline.now();
    await mendInstants(pipeline.db, 'deliveries', now);
    const channels = await listChannels(pipeline.db);
    const named = (presence: ChannelPresence) =>
      channels.filter((channel) => presenceOf(channel, now) === presence).map((channel) => channel.name);
    const deliveries = await dueDeliveries(pipeline.db, now, {
      limit: BATCH,
      resting: named('resting'),
      probed: named('probed'),
      mayTakeOver: mayTakeOver(pipeline.db),
      leaseSeconds: pipeline.settings.lease,
    });
    await pipeline.queues.enqueue(
      'deliveries',
      deliveries.map((id) => ({ id: `delivery-${id}`, payload: { deliveryId: id } })),
    );
    return deliveries.length;
  },
};

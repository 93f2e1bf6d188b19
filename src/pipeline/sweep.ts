import { listChannels } from '../io/store/channels.ts';
import { dueDeliveries } from '../io/store/deliveries.ts';
import { leaseDueFeeds } from '../io/store/feeds.ts';
import { dueItems } from '../io/store/items.ts';
import type { Pipeline } from './context.ts';
import { type ChannelPresence, presenceOf } from './enter-channel.ts';

/** Jobs put into a queue at a time; the next tick brings the next ones. */
const BATCH = 1_000;
/** A feed that was put into the queue is put there again after this, should its job be lost. Seconds. */
const QUEUED = 30;

export type Sweep = (pipeline: Pipeline) => Promise<number>;

/**
 * What the database says is due goes into the queue. A job that is there already is not added again, so a sweep
 * may run as often as it likes, in as many processes as there are; a queue that was lost is filled again.
 */
export const sweeps: Readonly<Record<'feeds' | 'articles' | 'deliveries', Sweep>> = {
  async feeds(pipeline) {
    const feeds = await leaseDueFeeds(pipeline.db, pipeline.now(), QUEUED, BATCH);
    await pipeline.queues.enqueue(
      'feeds',
      feeds.map((id) => ({ id: `feed-${id}`, payload: { feedId: id } })),
    );
    return feeds.length;
  },
  async articles(pipeline) {
    const items = await dueItems(pipeline.db, pipeline.now(), BATCH);
    await pipeline.queues.enqueue(
      'articles',
      items.map((id) => ({ id: `item-${id}`, payload: { itemId: id } })),
    );
    return items.length;
  },
  async deliveries(pipeline) {
    const now = pipeline.now();
    const channels = await listChannels(pipeline.db);
    const named = (presence: ChannelPresence) =>
      channels.filter((channel) => presenceOf(channel, now) === presence).map((channel) => channel.name);
    const deliveries = await dueDeliveries(pipeline.db, now, {
      limit: BATCH,
      resting: named('resting'),
      probed: named('probed'),
    });
    await pipeline.queues.enqueue(
      'deliveries',
      deliveries.map((id) => ({ id: `delivery-${id}`, payload: { deliveryId: id } })),
    );
    return deliveries.length;
  },
};

import { listChannels } from '../io/store/channels.ts';
import { queueDeliveries } from '../io/store/delivery-turns.ts';
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

/** From so many due feeds or deliveries on they share jobs, so many each. */
const MANY = 64;
const A_JOB = 10;

/**
 * What shares jobs, in the order of the ids. A job is known by the first, so that the queue never holds more of them than
 * there are feeds or deliveries.
 */
function shared(ids: readonly string[]): { readonly first: string; readonly more?: string[] }[] {
  if (ids.length < MANY) return ids.map((first) => ({ first }));
  return Array.from({ length: Math.ceil(ids.length / A_JOB) }, (_, at) => {
    const [first = '', ...more] = ids.slice(at * A_JOB, (at + 1) * A_JOB);
    return { first, more };
  });
}

/** Not the id of a job for one alone, which may still be under way. */
function jobId(kind: string, { first, more }: ReturnType<typeof shared>[number]): string {
  return more === undefined ? `${kind}-${first}` : `${kind}-${first}-more`;
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
      shared(feeds).map((job) => ({
        id: jobId('feed', job),
        payload: { feedId: job.first, more: job.more },
      })),
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
    const deliveries = await queueDeliveries(pipeline.db, now, {
      limit: BATCH,
      resting: named('resting'),
      probed: named('probed'),
      mayTakeOver: mayTakeOver(pipeline.db),
      leaseSeconds: pipeline.settings.lease,
    });
    await pipeline.queues.enqueue(
      'deliveries',
      shared(deliveries).map((job) => ({
        id: jobId('delivery', job),
        payload: { deliveryId: job.first, more: job.more },
      })),
    );
    return deliveries.length;
  },
};

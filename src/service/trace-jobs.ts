import type { Database } from '../io/store/database.ts';
import { traceOfItem, tracesOfDelivery } from '../io/store/items/item-traces.ts';
import { traced } from '../io/tracing.ts';

type Step = () => Promise<void>;

interface TracedJobs {
  poll(feedId: string, step: Step): Promise<void>;
  ingest(itemId: string, step: Step): Promise<void>;
  deliver(deliveryId: string, step: Step): Promise<void>;
}

/**
 * The maximum number of traces that one delivery belongs to. A digest covers many items: its span is in the trace of
 * one of them and links to those of the others.
 */
const MAX_LINKS = 50;

/**
 * Runs jobs as spans. Everything that an item leads to belongs to the trace of the poll that brought it, in whatever
 * process it happens. The trace is kept in the database, because a job carries only an id.
 * @param tracing whether spans are sent; without it nothing is looked up
 */
export function traceJobs(db: Database, tracing: boolean): TracedJobs {
  if (!tracing) {
    const run = (_of: unknown, step: Step) => step();
    return { poll: run, ingest: run, deliver: run };
  }
  return {
    poll: (feedId, step) => traced('poll feed', step, { attributes: { 'chipwatch.feed.id': feedId } }),
    async ingest(itemId, step) {
      const parent = await lookUp(() => traceOfItem(db, itemId), undefined);
      await traced('ingest item', step, { parent, attributes: { 'chipwatch.item.id': itemId } });
    },
    async deliver(deliveryId, step) {
      const [parent, ...links] = await lookUp(() => tracesOfDelivery(db, deliveryId, MAX_LINKS), []);
      const attributes = { 'chipwatch.delivery.id': deliveryId };
      await traced('deliver alert', step, { parent, links, attributes });
    },
  };
}

/** A step whose trace cannot be found runs all the same, in a new trace. */
function lookUp<T>(find: () => Promise<T>, otherwise: T): Promise<T> {
  return find().catch(() => otherwise);
}

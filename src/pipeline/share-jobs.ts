import { createHash } from 'node:crypto';

/** A job for one task or several. */
interface SharedJob<Payload> {
  readonly id: string;
  readonly payload: Payload;
}

/** Jobs for due feeds, in their order. */
export function shareFeeds(ids: readonly string[]): SharedJob<{ feedId: string; more?: string[] }>[] {
  return shared('feed', ids, 25, (feedId) => ({ feedId }));
}

/** The same for deliveries. */
export function shareDeliveries(
  ids: readonly string[],
): SharedJob<{ deliveryId: string; more?: string[] }>[] {
  return shared('delivery', ids, 64, (deliveryId) => ({ deliveryId }));
}

/** The same for items. */
export function shareItems(ids: readonly string[]): SharedJob<{ itemId: string; more?: string[] }>[] {
  return shared('item', ids, 16, (itemId) => ({ itemId }));
}

/** A job for each costs less than sharing where so few are due. */
const FEW = 8;

/**
 * A few tasks have a job each. Of many there are at least two jobs, for a second process, and no more than `most` in
 * each, because its worker waits for all of them.
 *
 * The queue drops a job whose id it has already, so the same tasks are not added again by each sweep. The id names all
 * tasks of the job: with that of the first task alone, a job would be dropped because of another one, which has only
 * this task in common, and its other tasks would wait until their leases end.
 */
function shared<Payload extends object>(
  kind: string,
  ids: readonly string[],
  most: number,
  payloadOf: (first: string) => Payload,
): SharedJob<Payload & { more?: string[] }>[] {
  const size = ids.length < FEW ? 1 : Math.min(most, Math.ceil(ids.length / 2));
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => {
    const [first = '', ...more] = ids.slice(at * size, (at + 1) * size);
    return size === 1
      ? { id: `${kind}-${first}`, payload: payloadOf(first) }
      : { id: `${kind}s-${digest([first, ...more])}`, payload: { ...payloadOf(first), more } };
  });
}

function digest(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join()).digest('base64url').slice(0, 16);
}

import { isSignedBy } from '../../core/websub/signature.ts';
import { changeFeed, type FeedRow } from '../../io/store/feeds/feeds.ts';
import { writeInTransaction } from '../../io/store/write-rows.ts';
import { traceparent } from '../../io/tracing.ts';
import type { Pipeline } from '../context.ts';
import { enqueueItems, itemsOf, storeEntries } from './store-entries.ts';
import type { ReadFeed } from '../threads/parse-feed.ts';

/** A request that a hub posted to our callback. */
export interface Push {
  /** The raw bytes, which the signature covers. */
  readonly body: Uint8Array;
  readonly contentType: string | undefined;
  /** The header X-Hub-Signature. */
  readonly signature: string | undefined;
}

/**
 * Stores pushed entries as items of the feed. The feed's validators are not changed, because the push does not show
 * the document that they describe. A push without entries, or one that cannot be read, makes the feed due at once. A
 * push without a valid signature is ignored.
 */
export async function receivePush(
  pipeline: Pipeline,
  feed: FeedRow,
  push: Push,
  signal: AbortSignal,
): Promise<void> {
  const about = { feed: feed.url, hub: feed.hub_url, bytes: push.body.byteLength };
  if (feed.hub_secret === null || !isSignedBy(feed.hub_secret, push.signature, push.body)) {
    pipeline.log.warn(
      { event: 'websub.unsigned', ...about },
      'a push without the hub’s signature is ignored',
    );
    return;
  }
  const outcome = await read(pipeline, feed, push, signal);
  if (outcome.status === 'unread' || outcome.feed.entries.length === 0) {
    const reason = outcome.status === 'unread' ? outcome.reason : 'it holds no entries';
    pipeline.log.info({ event: 'websub.ping', ...about, reason }, 'a push is taken for a call to poll');
    await changeFeed(pipeline.db, feed.id, { next_poll_at: pipeline.now() });
    return;
  }
  const items = itemsOf(pipeline, feed, outcome.feed, false);
  const entries = { feed, items, trace: traceparent(), log: pipeline.log };
  const arrival = { arrivedBy: 'push', now: pipeline.now() } as const;
  const [stored] = await writeInTransaction(pipeline.db, (tx) => storeEntries(tx, [entries], arrival));
  const { inserted, reopened } = stored!;
  pipeline.log.info(
    {
      event: 'feed.pushed',
      ...about,
      items: items.length,
      new: inserted.length,
      changed: reopened.length,
    },
    'feed pushed by its hub',
  );
  await enqueueItems(pipeline, { inserted, reopened });
}

type PushReading =
  | { readonly status: 'read'; readonly feed: ReadFeed }
  | { readonly status: 'unread'; readonly reason: string };

async function read(
  pipeline: Pipeline,
  feed: FeedRow,
  { body, contentType }: Push,
  signal: AbortSignal,
): Promise<PushReading> {
  try {
    const outcome = await pipeline.reader.readFeed({ bytes: body, contentType, url: feed.url }, signal);
    return outcome.status === 'feed'
      ? { status: 'read', feed: outcome.feed }
      : { status: 'unread', reason: outcome.message };
  } catch (error) {
    signal.throwIfAborted();
    return { status: 'unread', reason: (error as Error).message };
  }
}

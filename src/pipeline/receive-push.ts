import { isSignedBy } from '../core/websub/signature.ts';
import { changeFeed, type FeedRow } from '../io/store/feeds.ts';
import type { Pipeline } from './context.ts';
import { enqueueItems, itemsOf, storeEntries } from './store-entries.ts';
import type { ReadFeed } from './threads/parse-feed.ts';

/** What a hub posted to our callback. */
export interface Push {
  /** As it came: the signature is over these bytes. */
  readonly body: Uint8Array;
  readonly contentType: string | undefined;
  /** The header X-Hub-Signature. */
  readonly signature: string | undefined;
}

/**
 * Takes pushed content for the feed's own. The feed's validators stay: what they stand for has not been seen. A push
 * that holds no entries, or that cannot be read, makes the feed due at once. One that the hub has not signed is
 * ignored.
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
  const stored = await pipeline.db
    .transaction()
    .execute((tx) => storeEntries(pipeline, tx, feed, items, 'push'));
  pipeline.log.info(
    {
      event: 'feed.pushed',
      ...about,
      items: items.length,
      new: stored.inserted.length,
      changed: stored.reopened.length,
    },
    'feed pushed by its hub',
  );
  await enqueueItems(pipeline, stored);
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

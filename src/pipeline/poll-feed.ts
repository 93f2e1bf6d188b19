import { createHash } from 'node:crypto';
import type { Updateable } from 'kysely';
import { itemsFromEntries } from '../core/items/item-from-entry.ts';
import { FetchError, type PageResponse } from '../io/http/page-source.ts';
import { type FeedRow, leaseFeed, updateFeed } from '../io/store/feeds.ts';
import { storeItems, type StoredItems } from '../io/store/items.ts';
import type { FeedsTable } from '../io/store/schema.ts';
import type { Pipeline } from './context.ts';
import { fetchPolitely } from './fetch-politely.ts';
import type { ParseFeedOutcome } from './threads/parse-feed.ts';

/** Longer than any fetch and any parse: a feed in hand is nobody else's. Seconds. */
const LEASE = 300;
/** An item whose entry changes while it is young is read again. Seconds. */
const REOPEN = 48 * 3_600;
/** Some servers keep an ETag when the feed changes: once a day we ask without one. Milliseconds. */
const UNCONDITIONAL = 24 * 3_600_000;

/** Polls one feed: fetch, parse, store its items, say when to come back. Whatever happens, it is due again. */
export async function pollFeed(pipeline: Pipeline, feedId: string, signal: AbortSignal): Promise<void> {
  const started = pipeline.now();
  const feed = await leaseFeed(pipeline.db, feedId, started, LEASE);
  if (feed === undefined) return;
  const log = pipeline.log.child({ feed: feed.url });
  const unconditional =
    feed.unconditional_at === null || started.getTime() - feed.unconditional_at.getTime() >= UNCONDITIONAL;
  try {
    const outcome = await fetchPolitely(pipeline, {
      url: feed.url,
      kind: 'feed',
      ...(unconditional
        ? {}
        : { etag: feed.etag ?? undefined, lastModified: feed.last_modified ?? undefined }),
      signal,
    });
    if (outcome.status === 'later') {
      await updateFeed(pipeline.db, feed.id, { next_poll_at: outcome.at });
      return;
    }
    const { response } = outcome;
    if (response.status === 304) {
      await succeed(pipeline, feed, response, unconditional, {});
      log.info({ event: 'feed.polled', status: 304, items: 0 }, 'feed unchanged');
    } else if (response.status === 200) {
      await readFeed(pipeline, feed, response, unconditional, signal);
    } else {
      await fail(pipeline, feed, `the server answered ${response.status}`, response.status);
    }
  } catch (error) {
    if (signal.aborted || (error instanceof FetchError && error.code === 'aborted')) {
      await updateFeed(pipeline.db, feed.id, {});
      throw error;
    }
    if (!(error instanceof FetchError)) throw error;
    await fail(pipeline, feed, error.message, null);
  }
}

async function readFeed(
  pipeline: Pipeline,
  feed: FeedRow,
  response: PageResponse,
  unconditional: boolean,
  signal: AbortSignal,
): Promise<void> {
  const log = pipeline.log.child({ feed: feed.url });
  const hash = createHash('sha256').update(response.body).digest('base64url');
  if (hash === feed.content_hash) {
    await succeed(pipeline, feed, response, unconditional, {});
    log.info({ event: 'feed.polled', status: 200, items: 0 }, 'feed has the same bytes');
    return;
  }
  let parsed: ParseFeedOutcome;
  try {
    parsed = await pipeline.reader.readFeed(
      { bytes: response.body, contentType: response.headers['content-type'], url: response.url },
      signal,
    );
  } catch (error) {
    signal.throwIfAborted();
    await fail(pipeline, feed, `the feed cannot be read: ${(error as Error).message}`, response.status);
    return;
  }
  if (parsed.status === 'not-a-feed') {
    await fail(pipeline, feed, parsed.message, response.status);
    return;
  }
  const found = parsed.feed;
  const now = pipeline.now();
  const items = itemsFromEntries(found.entries, feed.url, {
    now,
    firstPoll: feed.succeeded_at === null,
    backfillAge: feed.backfill_age_seconds ?? pipeline.settings.backfillAge,
  });
  // The items and the validators go together: a crash in between polls again and finds the same items.
  const stored = await pipeline.db.transaction().execute(async (tx): Promise<StoredItems> => {
    const result = await storeItems(tx, feed.id, items, now, REOPEN);
    await succeed({ ...pipeline, db: tx }, feed, response, unconditional, {
      content_hash: hash,
      title: found.title ?? feed.title,
      site_url: found.link ?? feed.site_url,
      language: feed.language ?? found.language ?? null,
    });
    return result;
  });
  log.info(
    {
      event: 'feed.polled',
      status: 200,
      items: items.length,
      new: stored.inserted.length,
      changed: stored.reopened.length,
      problems: found.problems,
    },
    'feed polled',
  );
  await pipeline.queues.enqueue(
    'articles',
    [...stored.inserted, ...stored.reopened].map((id) => ({ id: `item-${id}`, payload: { itemId: id } })),
  );
}

async function succeed(
  pipeline: Pipeline,
  feed: FeedRow,
  response: PageResponse,
  unconditional: boolean,
  more: Updateable<FeedsTable>,
): Promise<void> {
  const now = pipeline.now();
  await updateFeed(pipeline.db, feed.id, {
    etag: response.headers['etag'] ?? (response.status === 304 ? feed.etag : null),
    last_modified: response.headers['last-modified'] ?? (response.status === 304 ? feed.last_modified : null),
    polled_at: now,
    succeeded_at: now,
    ...(unconditional && response.status === 200 ? { unconditional_at: now } : {}),
    failures: 0,
    last_status: response.status,
    last_error: null,
    next_poll_at: new Date(now.getTime() + 900_000),
    ...more,
  });
}

async function fail(pipeline: Pipeline, feed: FeedRow, reason: string, status: number | null): Promise<void> {
  const now = pipeline.now();
  const failures = feed.failures + 1;
  const delay = Math.min(86_400, pipeline.settings.minInterval * 2 ** Math.min(failures, 10));
  await updateFeed(pipeline.db, feed.id, {
    polled_at: now,
    failures,
    last_status: status,
    last_error: reason,
    next_poll_at: new Date(now.getTime() + delay * 1_000),
  });
  pipeline.log.warn({ event: 'feed.failed', feed: feed.url, failures, reason }, 'feed poll failed');
}

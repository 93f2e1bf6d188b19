import type { FetchError, PageResponse } from '../../io/http/page-source.ts';
import { addHabits, updateFeed } from '../../io/store/feeds/feeds.ts';
import { throttleReports } from '../../io/throttle-reports.ts';
import { perDatabase } from '../batch-tasks.ts';
import { mendNumbering } from '../mend-numbering.ts';
import { seemsOwnNetworkDown } from '../fetching/own-network.ts';
import { pendingWrites } from '../pending-writes.ts';
import { type FeedPatch, type Poll, postpone, schedule } from './schedule-feed.ts';

/** After so many processes died while polling it alone, a feed rests. */
export const DEATHS = 3;
/** The delay after an error of our own, before jitter. Milliseconds. */
const INFRASTRUCTURE_ERROR_DELAY = 10_000;

/** Lets a feed rest that ends processes, longer each time; it is tried once after each rest. */
export async function restFeed(poll: Poll): Promise<void> {
  const reason = `polling it has ended the process ${DEATHS} times`;
  await failPoll(poll, reason, undefined, { started: DEATHS - 1 });
  poll.pipeline.log.error({ event: 'feed.deadly', feed: poll.feed.url }, reason);
}

/** Returns a feed after an error of ours, without counting a failure. Written as soon as the database accepts it. */
export function returnFeed({ pipeline, feed }: Poll, error: unknown): void {
  mendNumbering(pipeline, error);
  const until = new Date(pipeline.now().getTime() + INFRASTRUCTURE_ERROR_DELAY * (1 + pipeline.random()));
  const reason = error instanceof Error ? error.message : String(error);
  pipeline.log.warn(
    { event: 'feed.own-fault', feed: feed.url, until, reason },
    'an error of our own; it does not count against the feed',
  );
  void pendingWrites(pipeline.db).write(`feed ${feed.id}`, pipeline.log, () =>
    updateFeed(pipeline.db, feed.id, { next_poll_at: until, schedule_reason: 'an error of our own' }),
  );
}

/** After an unexpected error the feed waits as after any failure, so that it does not come back every half minute. */
export async function failWithError(poll: Poll, error: unknown): Promise<void> {
  const reason = `unexpected error: ${error instanceof Error ? error.message : String(error)}`;
  await failPoll(poll, reason, undefined);
  poll.pipeline.log.error(
    { event: 'feed.error', feed: poll.feed.url, err: error },
    'unexpected error in a poll',
  );
}

/**
 * Handles a poll without an answer. It counts as the feed's failure, unless recent polls could not reach most of their
 * hosts: then our own network is down.
 */
export async function failUnreachable(poll: Poll, error: FetchError): Promise<void> {
  const { pipeline, feed } = poll;
  const own = { host: new URL(feed.url).host, error: error.code };
  const patch: FeedPatch = { last_error: error.message, last_status: null, fetch_error: error.code };
  if (!(await seemsOwnNetworkDown(pipeline, [own]))) {
    await recordOutage(poll);
    return failPoll(poll, error.message, undefined, patch);
  }
  await postpone(poll, patch);
  // Logged at most once in `WARN_AGAIN`, not for each feed, because many fail at the same moment.
  sayNetwork(pipeline.db)('network', () =>
    pipeline.log.warn(
      { event: 'network.down', feed: feed.url, reason: error.message },
      'most hosts cannot be reached: is the network down? It counts against no feed, and all are polled again',
    ),
  );
}

/** Milliseconds between two warnings about the network. */
const WARN_AGAIN = 600_000;
const sayNetwork = perDatabase(() => throttleReports(WARN_AGAIN));

/** The maximum number of breakdowns kept for a feed. */
const MAX_BREAKDOWNS = 20;

/** Records that the feed's server has begun to fail; further failures are the same breakdown. */
export async function recordOutage({ pipeline, feed }: Poll): Promise<void> {
  if (feed.failures > 0) return;
  const breakdowns = [...(feed.habits.breakdowns ?? []), pipeline.now().getTime()].slice(-MAX_BREAKDOWNS);
  await addHabits(pipeline.db, feed.id, { breakdowns });
}

export async function failPoll(
  poll: Poll,
  reason: string,
  response: PageResponse | undefined,
  patch: FeedPatch = {},
  asked?: Date,
): Promise<void> {
  const { pipeline, feed } = poll;
  await schedule(poll, { status: 'failed', retryAfter: asked }, response, { last_error: reason, ...patch });
  const failures = feed.failures + 1;
  // A single failed poll is normal. Lasting failures are logged, less and less often.
  const lasts = failures >= 3 && Number.isInteger(Math.log2(failures / 3));
  pipeline.log[lasts ? 'warn' : 'debug'](
    { event: 'feed.failed', feed: feed.url, failures, reason },
    'feed poll failed',
  );
}

import type { Updateable } from 'kysely';
import { feedMove } from '../../core/politeness/redirects.ts';
import { plausibleUntil } from '../../core/scheduling/plausible-instant.ts';
import { nextPoll, type PollOutcome } from '../../core/scheduling/next-poll.ts';
import { LONGEST_LEASE } from '../../core/websub/subscription.ts';
import type { PageResponse } from '../../io/http/page-source.ts';
import type { PolledFeed, PollEnd } from '../../io/store/feeds/feed-polls.ts';
import { findFeed } from '../../io/store/feeds/feeds.ts';
import { OWN_NETWORK } from '../../io/store/backup/recall-after-outage.ts';
import type { FeedsTable } from '../../io/store/schema.ts';
import type { Pipeline } from '../context.ts';
import { endPoll } from './poll-batches.ts';
import { toJson } from '../../io/store/clean-values.ts';

/** A running poll. */
export interface Poll {
  readonly pipeline: Pipeline;
  readonly feed: PolledFeed;
  /** Whether the request had no validators. */
  readonly unconditional: boolean;
  readonly signal: AbortSignal;
}

export type FeedPatch = Updateable<FeedsTable>;

/** Records how a poll ended, and when the next one is. */
export async function schedule(
  poll: Poll,
  outcome: PollOutcome,
  response: PageResponse | undefined,
  patch: FeedPatch,
): Promise<void> {
  await endPoll(poll.pipeline.db, await endOf(poll, outcome, response, patch));
}

/** The same for the caller to record. */
export async function endOf(
  poll: Poll,
  outcome: PollOutcome,
  response: PageResponse | undefined,
  patch: FeedPatch,
): Promise<PollEnd> {
  const { pipeline, feed } = poll;
  const now = pipeline.now();
  const next = nextPoll(feed.schedule ?? undefined, outcome, now, pipeline.random(), {
    minSeconds: pipeline.settings.minInterval,
    maxSeconds: pipeline.settings.maxInterval,
    hasHub: isPushed(feed, now),
  });
  const succeeded = outcome.status === 'read' || outcome.status === 'unchanged';
  const change: FeedPatch = {
    polled_at: now,
    failures: next.state.failures,
    next_poll_at: next.at,
    schedule: toJson(next.state),
    schedule_reason: next.because,
    ...(response === undefined ? {} : { last_status: response.status, fetch_error: null }),
    ...(succeeded && response !== undefined ? validators(poll, response, now) : {}),
    ...(succeeded && response !== undefined ? await move(poll, response) : {}),
    ...patch,
  };
  return { id: feed.id, change };
}

/** After a failure of our own network a feed is tried again soon, then after twice the delay each time. Seconds. */
const OWN_NETWORK_RETRY = { first: 20, longest: 240 };

/** Returns a feed whose poll failed because of us; nothing counts against the feed. */
export async function postpone({ pipeline, feed }: Poll, patch: FeedPatch): Promise<void> {
  const now = pipeline.now();
  const { first, longest } = OWN_NETWORK_RETRY;
  const before = feed.fetch_error === null ? 0 : now.getTime() - (feed.polled_at?.getTime() ?? 0);
  const wait = Math.min(longest, Math.max(first, (2 * before) / 1_000)) * (0.75 + pipeline.random() / 2);
  const change: FeedPatch = {
    polled_at: now,
    next_poll_at: new Date(now.getTime() + wait * 1_000),
    schedule_reason: OWN_NETWORK,
    ...patch,
  };
  await endPoll(pipeline.db, { id: feed.id, change });
}

/** Whether a hub pushes this feed's entries to us. */
export function isPushed(feed: Pick<PolledFeed, 'hub_url' | 'hub_lease_until'>, now: Date): boolean {
  const until = plausibleUntil(feed.hub_lease_until, now, LONGEST_LEASE * 1_000);
  return feed.hub_url !== null && until !== undefined && until > now;
}

/**
 * Whether an answer to a request without validators has the old validators and other content. With them, the server
 * would have answered 304.
 */
export function isStuck({ feed, unconditional }: Poll, { status, headers }: PageResponse): boolean {
  if (!unconditional || status !== 200 || feed.succeeded_at === null) return false;
  const [etag, modified] = [headers['etag'] ?? null, headers['last-modified'] ?? null];
  return (etag !== null || modified !== null) && etag === feed.etag && modified === feed.last_modified;
}

function validators(poll: Poll, response: PageResponse, now: Date): FeedPatch {
  const { feed, unconditional } = poll;
  const { status, headers } = response;
  const kept = status === 304;
  // If validators stay the same while the feed changes, or if not all of it came, the whole feed is requested each time.
  const isPart = response.oddities?.some((oddity) => oddity === 'cut' || oddity === 'damaged') === true;
  const isUseless = feed.habits.stuckValidator === true || isPart;
  return {
    etag: isUseless ? null : (headers['etag'] ?? (kept ? feed.etag : null)),
    last_modified: isUseless ? null : (headers['last-modified'] ?? (kept ? feed.last_modified : null)),
    succeeded_at: now,
    last_error: null,
    ...(unconditional && !kept ? { unconditional_at: now } : {}),
  };
}

/** Follows a permanent redirect once it has lasted, unless the new address is watched already. */
async function move({ pipeline, feed }: Poll, response: PageResponse): Promise<FeedPatch> {
  const verdict = feedMove(feed.url, response.redirects, true, feed.move ?? undefined);
  switch (verdict.status) {
    case 'stays':
      return { move: null };
    case 'holding':
      return { move: toJson(verdict.move) };
    case 'moved': {
      const taken = await findFeed(pipeline.db, verdict.to);
      if (taken !== undefined && taken.status !== 'removed') {
        pipeline.log.warn(
          { event: 'feed.duplicate', feed: feed.url, to: verdict.to },
          'feed has moved to one that is watched already; remove it',
        );
        return { move: null };
      }
      pipeline.log.warn(
        { event: 'feed.moved', feed: feed.url, to: verdict.to },
        'feed has moved for good: its URL is rewritten',
      );
      return taken === undefined ? { url: verdict.to, move: null } : { move: null };
    }
  }
}

import { createHash } from 'node:crypto';
import { botCheckHeader } from '../../core/politeness/bot-check-header.ts';
import { freshSeconds } from '../../core/politeness/freshness.ts';
import type { FeedHabits } from '../../core/items/feed-habits.ts';
import { retryAfter } from '../../core/politeness/retry-after.ts';
import { isUnconditionalDue } from '../../core/scheduling/next-poll.ts';
import { FetchError, type PageResponse } from '../../io/http/page-source.ts';
import type { PolledFeed } from '../../io/store/feeds/feed-polls.ts';
import { addHabits, updateFeed } from '../../io/store/feeds/feeds.ts';
import { OWN_NETWORK } from '../../io/store/backup/recall-after-outage.ts';
import { readAnnouncedMove } from './announced-move.ts';
import { backfillGap } from './backfill-gap.ts';
import type { Pipeline } from '../context.ts';
import {
  DEATHS,
  failPoll,
  failUnreachable,
  returnFeed,
  recordOutage,
  restFeed,
  failWithError,
} from './fail-poll.ts';
import { fetchPolitely } from '../fetching/fetch-politely.ts';
import { honourRefusal } from '../fetching/honour-refusal.ts';
import { isInfrastructureError } from '../infrastructure-error.ts';
import { noteNetworkBack } from '../fetching/network-back.ts';
import { pendingWrites } from '../pending-writes.ts';
import { endPoll, startPoll } from './poll-batches.ts';
import { type FeedPatch, type Poll, schedule } from './schedule-feed.ts';
import { storePoll } from './store-poll.ts';
import { keepSubscribed } from './subscribe-hub.ts';
import { runSuspect } from '../run-suspect.ts';
import type { ParseFeedOutcome, ReadFeed } from '../threads/parse-feed.ts';

/** The delay of a suspect feed until it may be tried, before jitter. Milliseconds. */
const SUSPECT_DELAY = 2_000;
/**
 * Polls one feed that the sweep has leased: fetches, parses, stores its items, sets the next poll. Afterwards it is
 * always due again at some time.
 */
export async function pollFeed(pipeline: Pipeline, feedId: string, signal: AbortSignal): Promise<void> {
  const feed = await startPoll(pipeline.db)({ id: feedId, now: pipeline.now() });
  if (feed === undefined) return;
  const work = () => pollOnce(pipeline, feed, signal);
  if (feed.started === 1) return work();
  return runSuspect(pipeline.db, 'feeds', { work, otherwise: () => deferSuspect(pipeline, feed) });
}

/**
 * A process died during its poll, perhaps because of another feed. Until the cause is found, such feeds are polled
 * one at a time.
 */
async function deferSuspect(pipeline: Pipeline, feed: PolledFeed): Promise<void> {
  const until = new Date(pipeline.now().getTime() + SUSPECT_DELAY * (1 + pipeline.random()));
  await updateFeed(pipeline.db, feed.id, { started: feed.started - 1, next_poll_at: until });
}

async function pollOnce(pipeline: Pipeline, feed: PolledFeed, signal: AbortSignal): Promise<void> {
  const unconditional = isUnconditionalDue(feed.unconditional_at ?? undefined, pipeline.now());
  if (feed.started > DEATHS) return restFeed({ pipeline, feed, unconditional, signal });
  try {
    const outcome = await fetchPolitely(pipeline, {
      url: feed.url,
      kind: 'feed',
      ...(unconditional
        ? {}
        : { etag: feed.etag ?? undefined, lastModified: feed.last_modified ?? undefined }),
      signal,
    });
    if (outcome.status === 'later') await comeBack(pipeline, feed, outcome.at);
    else {
      await takeIn({ pipeline, feed, unconditional, signal }, outcome.response);
      if (feed.schedule_reason === OWN_NETWORK) await noteNetworkBack(pipeline);
    }
  } catch (error) {
    if (signal.aborted || (error instanceof FetchError && error.code === 'aborted')) {
      void pendingWrites(pipeline.db).write(`feed ${feed.id}`, pipeline.log, () =>
        updateFeed(pipeline.db, feed.id, {}),
      );
      throw error;
    }
    const poll = { pipeline, feed, unconditional, signal };
    if (isInfrastructureError(error)) returnFeed(poll, error);
    else if (error instanceof FetchError) await failUnreachable(poll, error);
    else await failWithError(poll, error);
  }
}

/**
 * A job that is about to end still occupies its id. A new one with the same id would be dropped, so it is added after
 * this. Milliseconds.
 */
const JOB_END = 2_000;

async function comeBack(pipeline: Pipeline, feed: PolledFeed, at: Date): Promise<void> {
  const soonest = pipeline.now().getTime() + JOB_END;
  const next_poll_at = new Date(Math.max(at.getTime(), soonest));
  await endPoll(pipeline.db, { id: feed.id, change: { next_poll_at } });
}

async function takeIn(poll: Poll, response: PageResponse): Promise<void> {
  const { pipeline, feed } = poll;
  const now = pipeline.now();
  const isAsked = !poll.unconditional && (feed.etag ?? feed.last_modified ?? '') !== '';
  if (response.status === 304) {
    if (isAsked) return unchanged(poll, response);
    await noteHabit(poll, { unasked304At: now.getTime() });
    return failPoll(
      poll,
      'the server answered 304 (not modified) though nothing was asked of that kind',
      response,
    );
  }
  if (response.status === 410) {
    await schedule(poll, { status: 'gone' }, response, {
      last_error: 'the publisher says that the feed is gone (410); it is asked again at least once a week',
    });
    if (feed.last_status !== 410)
      pipeline.log.warn(
        { event: 'feed.gone', feed: feed.url },
        'the publisher says that the feed is gone: remove it, unless it may come back',
      );
    return;
  }
  // Some servers send a whole feed with status 203 or 206.
  if (response.status < 200 || response.status >= 300) {
    if ((await honourRefusal(pipeline, feed.url, response, halfWindow(feed, now))) !== undefined)
      await noteHabit(poll, { restedAt: now.getTime() });
    if (response.status >= 500) await recordOutage(poll);
    const asked =
      response.status === 429 || response.status === 503
        ? retryAfter(response.headers['retry-after'], now)
        : undefined;
    return failPoll(poll, explain(`the server answered ${response.status}`, response), response, {}, asked);
  }
  if (isAsked && isBlankFor(feed, response)) {
    if (now.getTime() - (feed.habits.blankAt ?? 0) > DAY) await noteHabit(poll, { blankAt: now.getTime() });
    // The next request has no validators: if nothing comes then too, the feed has failed.
    return unchanged(poll, response, { etag: null, last_modified: null });
  }
  const hash = createHash('sha256').update(response.body).digest('base64url');
  if (hash === feed.content_hash) return unchanged(poll, response);

  let parsed: ParseFeedOutcome;
  try {
    parsed = await pipeline.reader.readFeed(
      {
        bytes: response.body,
        contentType: response.headers['content-type'],
        url: response.url,
        seen: { now, before: feed.habits.dates ?? {} },
      },
      poll.signal,
    );
  } catch (error) {
    poll.signal.throwIfAborted();
    if (isInfrastructureError(error)) throw error;
    return failPoll(poll, `the feed cannot be read: ${(error as Error).message}`, response);
  }
  if (parsed.status === 'not-a-feed') return failPoll(poll, explain(parsed.message, response), response);
  const moved = await readAnnouncedMove(poll, response, parsed.feed);
  if (moved === undefined) return store(poll, response, parsed.feed, hash);
  if (moved.hash === feed.content_hash) return unchanged(poll, moved.response);
  return store(poll, moved.response, moved.feed, moved.hash);
}

/** Why a feed failed, with what the answer says of itself. */
function explain(reason: string, { headers }: PageResponse): string {
  const header = botCheckHeader(headers);
  return header === undefined
    ? reason
    : `${reason}: by its header ${header}, a bot check answered instead of the feed`;
}

async function store(poll: Poll, response: PageResponse, parsed: ReadFeed, hash: string): Promise<void> {
  poll.pipeline.giveWay?.();
  await followUp(poll, await storePoll(poll, response, parsed, hash));
}

/** Tasks that follow a poll; none of them can fail it. */
async function followUp({ pipeline, signal }: Poll, feed: PolledFeed): Promise<void> {
  if (feed.gap !== null) await backfillGap(pipeline, feed, feed.gap, signal);
  await keepSubscribed(pipeline, feed, signal);
}

const DAY = 86_400_000;
/** A byte order mark and line breaks are nothing. */
const MAX_BLANK = 16;

/**
 * Whether an answer to a request with validators has no content and no other validators. Some servers send such a 200
 * or 204 where they should send 304.
 */
function isBlankFor(feed: PolledFeed, { status, headers, body }: PageResponse): boolean {
  if ((status !== 200 && status !== 204) || body.length > MAX_BLANK) return false;
  const isOther = (said: string | undefined, known: string | null) => said !== undefined && said !== known;
  if (isOther(headers['etag'], feed.etag) || isOther(headers['last-modified'], feed.last_modified))
    return false;
  return /^[\s\ufeff\0]*$/.test(new TextDecoder().decode(body));
}

async function unchanged(poll: Poll, response: PageResponse, patch: FeedPatch = {}): Promise<void> {
  const { pipeline, feed } = poll;
  pipeline.giveWay?.();
  await schedule(
    poll,
    { status: 'unchanged', freshSeconds: freshSeconds(response.headers, pipeline.now()) },
    response,
    patch,
  );
  pipeline.log.debug({ event: 'feed.unchanged', feed: feed.url, status: response.status }, 'feed unchanged');
  await followUp(poll, feed);
}

/** A host whose feed loses entries soon must not rest for long. Milliseconds. */
const SHORTEST_BOUND = 60_000;

/** Half the time for which entries stay in the feed, as far as it is known. Milliseconds. */
function halfWindow({ schedule }: PolledFeed, now: Date): number {
  const oldest = schedule?.oldestAt;
  return oldest === undefined ? Infinity : Math.max(SHORTEST_BOUND, (now.getTime() - oldest) / 2);
}

async function noteHabit({ pipeline, feed }: Poll, noted: FeedHabits): Promise<void> {
  await addHabits(pipeline.db, feed.id, noted);
}

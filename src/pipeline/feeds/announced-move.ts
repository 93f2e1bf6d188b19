import { createHash } from 'node:crypto';
import type { PageResponse } from '../../io/http/page-source.ts';
import { addHabits } from '../../io/store/feeds/feeds.ts';
import { fetchPolitely } from '../fetching/fetch-politely.ts';
import { isInfrastructureError } from '../infrastructure-error.ts';
import type { Poll } from './schedule-feed.ts';
import type { ParseFeedOutcome } from '../threads/parse-feed.ts';

type ParsedFeed = Extract<ParseFeedOutcome, { status: 'feed' }>['feed'];

/** The feed at a new address, as if the server had redirected to it. */
export interface MovedFeed {
  readonly response: PageResponse;
  readonly feed: ParsedFeed;
  /** The hash of the body. */
  readonly hash: string;
}

/** If this feed was not found at an address, the address is asked again after this time. Milliseconds. */
const ASK_AGAIN = 7 * 86_400_000;

/**
 * Reads the feed at the address that a feed says it has moved to (`itunes:new-feed-url`). Undefined if the feed names
 * no such address, or if another feed or none is found there: publishers copy the element from other feeds. An address
 * without this feed is remembered, so that it is not asked at each poll.
 *
 * @throws the signal's reason, and errors of our own infrastructure
 */
export async function readAnnouncedMove(
  poll: Poll,
  response: PageResponse,
  parsed: ParsedFeed,
): Promise<MovedFeed | undefined> {
  const { pipeline, feed, signal } = poll;
  const { movedTo } = parsed;
  if (movedTo === undefined || movedTo === response.url || movedTo === feed.url) return undefined;
  if (feed.url.startsWith('https:') && !movedTo.startsWith('https:')) return undefined;
  const { noMove } = feed.habits;
  const now = pipeline.now().getTime();
  if (noMove?.to === movedTo && now < noMove.at + ASK_AGAIN) return undefined;
  const notThere = async () => {
    await addHabits(pipeline.db, feed.id, { noMove: { to: movedTo, at: now } });
    return undefined;
  };
  try {
    const outcome = await fetchPolitely(pipeline, { url: movedTo, kind: 'feed', signal });
    if (outcome.status === 'later' || outcome.response.status >= 500) return undefined;
    const there = outcome.response;
    if (there.status !== 200) return await notThere();
    const read = await pipeline.reader.readFeed(
      {
        bytes: there.body,
        contentType: there.headers['content-type'],
        url: there.url,
        seen: { now: pipeline.now(), before: feed.habits.dates ?? {} },
      },
      signal,
    );
    if (read.status !== 'feed' || !isSameFeed(parsed, read.feed)) return await notThere();
    return {
      response: { ...there, headers: withoutValidators(there), redirects: moves(feed.url, movedTo, there) },
      feed: read.feed,
      hash: createHash('sha256').update(there.body).digest('base64url'),
    };
  } catch (error) {
    signal.throwIfAborted();
    if (isInfrastructureError(error)) throw error;
    const reason = (error as Error).message;
    pipeline.log.debug(
      { event: 'feed.move-unread', feed: feed.url, to: movedTo, reason },
      'the new address that the feed names could not be read',
    );
    return undefined;
  }
}

function isSameFeed(one: ParsedFeed, other: ParsedFeed): boolean {
  if (one.entries.length === 0) return true;
  const known = new Set(one.entries.flatMap(({ id, link }) => [id, ...(link === undefined ? [] : [link])]));
  return other.entries.some(({ id, link }) => known.has(id) || (link !== undefined && known.has(link)));
}

/**
 * Removes the validators. They belong to the new address, but the next polls still go to the old one, until the move
 * has lasted.
 */
function withoutValidators({ headers }: PageResponse): PageResponse['headers'] {
  const { etag: _, 'last-modified': __, ...others } = headers;
  return others;
}

function moves(from: string, to: string, { redirects }: PageResponse): PageResponse['redirects'] {
  return [{ from, to, status: 301 }, ...redirects];
}

/** The state of a feed in one word. */
export type FeedState = 'ok' | 'new' | 'unreachable' | 'failing' | 'paused' | 'gone' | 'removed';

interface FeedFacts {
  readonly status: 'active' | 'paused' | 'gone' | 'removed';
  readonly polled_at: Date | null;
  readonly succeeded_at: Date | null;
  readonly failures: number;
  /** The HTTP status of the latest answer. */
  readonly last_status: number | null;
  /** The code of the latest fetch error; null where an answer came. */
  readonly fetch_error: string | null;
}

/** `ok` only for a feed that was read and answered its latest poll. */
export function feedState(feed: FeedFacts): FeedState {
  if (feed.status !== 'active') return feed.status;
  if (feed.polled_at === null) return 'new';
  if (feed.fetch_error !== null) return 'unreachable';
  if (feed.failures > 0) return feed.last_status === 410 ? 'gone' : 'failing';
  return feed.succeeded_at === null ? 'new' : 'ok';
}

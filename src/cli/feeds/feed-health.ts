import { habitRemarks } from '../../core/items/habit-remarks.ts';
import { count } from '../../core/messages/phrases.ts';
import { type FeedState, feedState } from '../../core/scheduling/feed-state.ts';
import type { Database } from '../../io/store/database.ts';
import { pageHabits } from '../../core/plausibility/page-habits.ts';
import { type FeedRow, itemsPublishedSince, type NewFeed } from '../../io/store/feeds/feeds.ts';
import { tallyPages } from '../../io/store/items/shared-pages.ts';
import type { AllFeeds } from './all-feeds.ts';
import { minute, printTable } from '../output.ts';

const WEEK = 7 * 86_400_000;
/** A feed's state is judged by its polls within this time. Milliseconds. */
const HABIT = 2 * WEEK;

/** The state of a feed for display and for JSON. */
export interface FeedHealth {
  readonly url: string;
  readonly outlet: string;
  readonly title: string | null;
  readonly origin: FeedRow['origin'];
  /** `unread`: configured, but not read by any service yet. */
  readonly state: FeedState | 'unread';
  readonly lastSuccess: Date | null;
  /** Consecutive failures. */
  readonly failures: number;
  /** Items published in the last seven days. */
  readonly itemsAWeek: number;
  /** The number of gaps: polls at which the feed had no known item any more, so that items may be missing. */
  readonly gaps: number;
  readonly nextPoll: Date | null;
  readonly nextPollReason: string | null;
  readonly lastError: string | null;
  /** Unusual behaviour of the feed or its pages, a sentence each. */
  readonly habits: readonly string[];
}

/** The state of all watched feeds, and of those that the next start adds. */
export async function feedHealth(
  db: Database,
  { rows, pending }: AllFeeds,
  now: Date,
): Promise<FeedHealth[]> {
  const weekly = await itemsPublishedSince(db, new Date(now.getTime() - WEEK));
  const pages = Map.groupBy(await tallyPages(db, new Date(now.getTime() - HABIT)), ({ feedId }) => feedId);
  return [
    ...rows.map((row) =>
      ofRow(row, weekly.get(row.id) ?? 0, [
        ...pageHabits(pages.get(row.id) ?? []),
        ...habitRemarks(row.habits, now),
        ...(row.listed_url === row.url ? [] : [`has moved here from ${row.listed_url}`]),
      ]),
    ),
    ...pending.map(ofPending),
  ];
}

/** Prints one line for each feed. */
export function printHealth(feeds: readonly FeedHealth[]): void {
  printTable(
    ['state', 'outlet', 'last success', 'failures', 'items/week', 'next poll', 'url', 'remarks'],
    feeds.map((feed) => [
      feed.state,
      `${feed.origin === 'sample' ? '[SAMPLE] ' : ''}${feed.outlet}`,
      minute(feed.lastSuccess),
      String(feed.failures),
      String(feed.itemsAWeek),
      minute(feed.nextPoll),
      feed.url,
      remarks(feed),
    ]),
  );
}

/** What is wrong with the feed; if nothing is, the reason for the time of its next poll. */
function remarks(feed: FeedHealth): string {
  const gaps = feed.gaps === 0 ? [] : [`${count(feed.gaps, 'gap')}: items may be missing`];
  return [feed.lastError ?? feed.nextPollReason ?? '', ...gaps, ...feed.habits].filter(Boolean).join('; ');
}

function ofRow(row: FeedRow, itemsAWeek: number, habits: readonly string[]): FeedHealth {
  const active = row.status === 'active';
  return {
    url: row.url,
    outlet: row.outlet,
    title: row.title,
    origin: row.origin,
    state: feedState(row),
    lastSuccess: row.succeeded_at,
    failures: row.failures,
    itemsAWeek,
    gaps: row.gaps,
    nextPoll: active ? row.next_poll_at : null,
    nextPollReason: active ? row.schedule_reason : null,
    lastError: row.last_error,
    habits,
  };
}

function ofPending(feed: NewFeed): FeedHealth {
  return {
    url: feed.url,
    outlet: feed.outlet,
    title: null,
    origin: feed.origin,
    state: 'unread',
    lastSuccess: null,
    failures: 0,
    itemsAWeek: 0,
    gaps: 0,
    nextPoll: null,
    nextPollReason: 'the service takes it over when it starts',
    lastError: null,
    habits: [],
  };
}

import {
  nextPoll,
  type PollOutcome,
  type ScheduleLimits,
  type ScheduleState,
} from '../../src/core/scheduling/next-poll.ts';
import type { SimulatedFeed } from './habits.ts';

/** The polls of a feed, and the items that they found. */
export interface Tally {
  polls: number;
  /** Items that left the feed before a poll found them. */
  lost: number;
  /** For each item the minutes from its publication until a poll found it. */
  readonly delays: number[];
}

/** Decides when to poll next, after a poll at `at`. */
export type Next = (poll: {
  readonly at: number;
  readonly failing: boolean;
  /** When the items that this poll found for the first time were published. */
  readonly seen: readonly number[];
  readonly gap: boolean;
  /** Seconds since the oldest item in the feed's window. */
  readonly window: number;
}) => number;

const DAY = 86_400_000;
const LIMITS: ScheduleLimits = { minSeconds: 120, maxSeconds: 12 * 3600, hasHub: false };

export function emptyTally(): Tally {
  return { polls: 0, lost: 0, delays: [] };
}

/**
 * Polls one feed from `start` to `end`. Items of the first two days are not counted, because the first poll finds
 * them all.
 */
export function simulate(feed: SimulatedFeed, start: number, end: number, next: Next, tally: Tally): void {
  let at = start + feed.offset;
  let seen = 0;
  while (at < end) {
    tally.polls += 1;
    const failing = feed.failing.some(([from, to]) => at >= from && at < to);
    let found: number[] = [];
    let gap = false;
    if (!failing) {
      let upTo = seen;
      while (upTo < feed.items.length && feed.items[upTo]! <= at) upTo += 1;
      // Items older than the newest `window` have left the feed.
      const first = Math.max(seen, upTo - feed.window);
      for (let item = seen; item < upTo; item += 1) {
        if (feed.items[item]! < start + 2 * DAY) continue;
        if (item < first) tally.lost += 1;
        else tally.delays.push((at - feed.items[item]!) / 60_000);
      }
      found = feed.items.slice(first, upTo);
      gap = first > seen && seen > 0;
      seen = upTo;
    }
    const oldest = feed.items[seen - feed.window];
    at = next({
      at,
      failing,
      seen: found,
      gap,
      window: oldest === undefined ? Infinity : (at - oldest) / 1000,
    });
  }
}

export function everyQuarterOfAnHour({ at }: { readonly at: number }): number {
  return at + 15 * 60_000;
}

/** Our schedule, for one feed. */
export function ours(random: () => number): Next {
  let state: ScheduleState | undefined;
  return ({ at, failing, seen, gap, window }) => {
    const outcome: PollOutcome = failing
      ? { status: 'failed' }
      : seen.length === 0 && state?.profile !== undefined
        ? { status: 'unchanged' }
        : {
            status: 'read',
            newItems: seen.map((time) => new Date(time)),
            wishes: { skipHours: [], skipDays: [] },
            windowSeconds: Number.isFinite(window) ? window : undefined,
            gap,
          };
    const next = nextPoll(state, outcome, new Date(at), random(), LIMITS);
    state = next.state;
    return next.at.getTime();
  };
}

/** @param sorted in ascending order */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

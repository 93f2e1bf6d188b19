import {
  type NextPoll,
  nextPoll,
  type PollOutcome,
  type PublisherWishes,
  type ScheduleLimits,
  type ScheduleState,
} from '../../../src/core/scheduling/next-poll.ts';

// A Wednesday.

export const NOW = new Date('2026-03-04T10:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const LIMITS: ScheduleLimits = { minSeconds: 120, maxSeconds: 12 * 3600, hasHub: false };
export const NO_WISHES: PublisherWishes = { skipHours: [], skipDays: [] };
/** A random number in the middle of the jitter. */
export const MIDDLE = 0.5;

export const ago = (ms: number) => new Date(NOW.getTime() - ms);
/** Items every `every` ms, for the last `span` ms. */
export const regular = (every: number, span: number) =>
  Array.from({ length: Math.floor(span / every) }, (_, index) => ago((index + 0.5) * every));

export function read(newItems: readonly Date[], rest: object = {}): PollOutcome {
  return { status: 'read', newItems, wishes: NO_WISHES, gap: false, ...rest };
}

/** The state of a feed after its first poll. */
export function known(items: readonly Date[], rest: Partial<ScheduleState> = {}): ScheduleState {
  return { ...nextPoll(undefined, read(items), NOW, MIDDLE, LIMITS).state, ...rest };
}

export const HOURLY = known(regular(HOUR, 30 * DAY));

export function minutesUntil(next: NextPoll, now = NOW): number {
  return (next.at.getTime() - now.getTime()) / MINUTE;
}

export const minutes = (state: ScheduleState | undefined, outcome: PollOutcome, limits = LIMITS) =>
  minutesUntil(nextPoll(state, outcome, NOW, MIDDLE, limits));

import { describe, expect, test } from 'vitest';
import { nextPoll, type ScheduleState } from '../../../src/core/scheduling/next-poll.ts';

// A Wednesday.
import {
  ago,
  DAY,
  HOUR,
  HOURLY,
  known,
  LIMITS,
  MIDDLE,
  MINUTE,
  minutes,
  minutesUntil,
  NOW,
  read,
  regular,
} from './schedule-states.ts';

describe('failures', () => {
  test('back off from half a minute to a day, and never give up', () => {
    let state: ScheduleState | undefined = HOURLY;
    const waits = [];
    for (let failure = 1; failure <= 200; failure += 1) {
      const next = nextPoll(state, { status: 'failed' }, NOW, MIDDLE, LIMITS);
      state = next.state;
      waits.push(minutesUntil(next));
    }
    expect(waits.slice(0, 4).map((wait) => Math.round(wait * 10) / 10)).toEqual([0.5, 1, 2, 4]);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(1440);
    expect(state.failures).toBe(200);
  });

  test('end with the first answer', () => {
    const failed = { ...HOURLY, failures: 9 };
    for (const outcome of [read([]), { status: 'unchanged' } as const]) {
      const next = nextPoll(failed, outcome, NOW, MIDDLE, LIMITS);
      expect(next.state.failures).toBe(0);
      expect(minutesUntil(next)).toBe(minutes(HOURLY, outcome));
    }
  });

  test('before the first answer teach nothing about how often the feed publishes', () => {
    const { state } = nextPoll(undefined, { status: 'failed' }, NOW, MIDDLE, LIMITS);
    expect(state.profile).toBeUndefined();
    expect(minutes(state, read(regular(HOUR, 30 * DAY)))).toBe(
      minutes(undefined, read(regular(HOUR, 30 * DAY))),
    );
  });

  test.each([
    ['sooner than the back-off', 10_000, 0.5],
    ['later than the back-off', 3 * HOUR, 180],
    ['a year away', 365 * DAY, 1440],
    ['past', -HOUR, 0.5],
  ])('with a Retry-After that is %s', (_, wait, expected) => {
    const retryAfter = new Date(NOW.getTime() + wait);
    const seconds = 60 * minutes(HOURLY, { status: 'failed', retryAfter });
    expect(seconds).toBeGreaterThanOrEqual(60 * expected);
    expect(seconds).toBeLessThanOrEqual(60 * expected + 1);
  });

  test('a feed that is gone is asked again after hours, then seldom, and never given up', () => {
    let state: ScheduleState | undefined = HOURLY;
    const hours = [];
    for (let time = 1; time <= 50; time += 1) {
      const next = nextPoll(state, { status: 'gone' }, NOW, MIDDLE, LIMITS);
      state = next.state;
      hours.push(minutesUntil(next) / 60);
    }
    expect(hours.slice(0, 6)).toEqual([6, 12, 24, 48, 96, 168]);
    expect(Math.max(...hours)).toBe(168);
  });
});

describe('a feed that is shorter than a poll interval', () => {
  test('bounds the interval by half the time an item stays', () => {
    const slow = known(regular(DAY, 60 * DAY));
    expect(minutes(slow, read([], { windowSeconds: 1200 }))).toBe(10);
    expect(minutes(slow, read([], { windowSeconds: 60 }))).toBe(2);
  });

  test('counts less the longer nothing new appears', () => {
    const slow = known(regular(DAY, 60 * DAY));
    const { state } = nextPoll(slow, read([], { windowSeconds: 1200 }), NOW, MIDDLE, LIMITS);
    const later = new Date(NOW.getTime() + 20 * MINUTE);
    expect(minutesUntil(nextPoll(state, { status: 'unchanged' }, later, MIDDLE, LIMITS), later)).toBe(20);
  });

  test('shortens the interval after each gap, down to an eighth, until it has recovered', () => {
    let state: ScheduleState = known(regular(DAY, 60 * DAY));
    const usual = minutes(state, { status: 'unchanged' });
    for (const share of [2, 4, 8, 8]) {
      state = nextPoll(state, read([], { gap: true }), NOW, MIDDLE, LIMITS).state;
      expect(minutes(state, { status: 'unchanged' })).toBeLessThan(usual / share + 5);
    }
    for (let poll = 0; poll < 30; poll += 1)
      state = nextPoll(state, read([ago(0)]), NOW, MIDDLE, LIMITS).state;
    expect(state.haste).toBe(1);
  });
});

describe('a hub that pushes', () => {
  const limits = { ...LIMITS, hasHub: true };
  test('reduces polling to a check once an hour', () => {
    expect(minutes(HOURLY, { status: 'unchanged' }, limits)).toBe(60);
  });
  test('does not make a slow feed faster', () => {
    const dead = known([ago(300 * DAY)]);
    expect(minutes(dead, { status: 'unchanged' }, limits)).toBeGreaterThan(60);
  });
  test('is not relied on for a day after it missed something', () => {
    const { state } = nextPoll(HOURLY, read([ago(MINUTE)], { missedByHub: true }), NOW, MIDDLE, limits);
    const at = (hours: number) => {
      const now = new Date(NOW.getTime() + hours * HOUR);
      return minutesUntil(nextPoll(state, { status: 'unchanged' }, now, MIDDLE, limits), now);
    };
    expect(at(1)).toBeLessThan(30);
    expect(at(25)).toBe(60);
  });
});

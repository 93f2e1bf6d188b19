import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isUnconditionalDue,
  nextPoll,
  type PollOutcome,
  type PublisherWishes,
  type ScheduleState,
} from '../../../src/core/scheduling/next-poll.ts';

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
  NO_WISHES,
  NOW,
  read,
  regular,
} from './schedule-states.ts';

test.each([
  ['a year', 365 * DAY, 'Retry-After of 365 days, cut to one', 1_440],
  ['ten hours', 10 * HOUR, 'Retry-After', 600],
  ['an instant in the past', -DAY, 'failed once', 30],
])('a Retry-After of %s is kept within bounds, and the bound is said', (_, ms, because, most) => {
  const outcome = { status: 'failed', retryAfter: new Date(NOW.getTime() + ms) } as const;
  const next = nextPoll(HOURLY, outcome, NOW, MIDDLE, LIMITS);
  expect(next).toMatchObject({ because });
  expect(minutesUntil(next)).toBeLessThanOrEqual(most + 1);
});

describe('the publishing rate', () => {
  test.each([
    ['ten a minute', 6_000, DAY, 2, 2],
    ['every five minutes', 5 * MINUTE, 10 * DAY, 2.5, 3.5],
    ['every hour', HOUR, 30 * DAY, 8, 12],
    ['every day', DAY, 100 * DAY, 35, 90],
    ['every week', 7 * DAY, 100 * DAY, 90, 200],
    ['not for a year', 800 * DAY, 900 * DAY, 300, 720],
    ['never', 200 * DAY, 400 * DAY, 150, 720],
  ])('%s', (_, every, span, least, most) => {
    const wait = minutes(undefined, read(regular(every, span)));
    expect(wait).toBeGreaterThanOrEqual(least);
    expect(wait).toBeLessThanOrEqual(most);
  });

  test('of a feed without history starts from an average', () => {
    const wait = minutes(undefined, read([]));
    expect(wait).toBeGreaterThan(10);
    expect(wait).toBeLessThan(60);
  });

  test('of a dead feed falls until it is polled twice a day', () => {
    let state: ScheduleState = known(regular(HOUR, 30 * DAY));
    let now = NOW.getTime();
    let wait = 0;
    for (let day = 0; day < 600; day += 1) {
      now += DAY;
      const next = nextPoll(state, { status: 'unchanged' }, new Date(now), MIDDLE, LIMITS);
      state = next.state;
      const grown = minutesUntil(next, new Date(now));
      expect(grown).toBeGreaterThanOrEqual(wait - 2);
      wait = grown;
    }
    expect(wait).toBe(720);
  });

  test('follows office hours by night and at the weekend', () => {
    const office = Array.from({ length: 60 }, (_, day) => day)
      .flatMap((day) =>
        [8, 10, 12, 14, 16].map((hour) => Date.parse('2026-01-03T00:00:00Z') + day * DAY + hour * HOUR),
      )
      .map((time) => new Date(time))
      .filter((date) => date.getUTCDay() % 6 !== 0 && date < NOW);
    const { state } = nextPoll(undefined, read(office), NOW, MIDDLE, LIMITS);
    const at = (time: string) =>
      minutesUntil(nextPoll(state, { status: 'unchanged' }, new Date(time), MIDDLE, LIMITS), new Date(time));
    expect(at('2026-03-05T22:00:00Z')).toBeGreaterThan(2 * at('2026-03-05T11:00:00Z'));
    expect(at('2026-03-07T11:00:00Z')).toBeGreaterThan(1.5 * at('2026-03-05T11:00:00Z'));
    // It follows office hours: a feed read at five in the morning is polled again sooner than one read at ten in the
    // evening.
    expect(at('2026-03-05T05:00:00Z')).toBeLessThan(at('2026-03-04T22:00:00Z'));
  });

  test('rises in a burst', () => {
    const daily = known(regular(DAY, 60 * DAY));
    const burst = Array.from({ length: 6 }, (_, index) => ago(index * 5 * MINUTE));
    expect(minutes(daily, read(burst))).toBeLessThan(minutes(daily, { status: 'unchanged' }) / 3);
  });

  test('is not misled by an import of old items', () => {
    const later = new Date(NOW.getTime() + HOUR);
    const old = Array.from({ length: 20 }, (_, index) => ago((300 + index) * DAY));
    const { profile } = nextPoll(HOURLY, read(old), later, MIDDLE, LIMITS).state;
    expect(profile!.items).toBeLessThan(HOURLY.profile!.items + 21);
  });
});

describe('what the publisher asks for', () => {
  const slow = known(regular(6 * HOUR, 60 * DAY));
  const busy = known(regular(3 * MINUTE, DAY));

  test.each<[string, ScheduleState, PollOutcome, number]>([
    ['a ttl', slow, read([], { wishes: { ...NO_WISHES, ttlMinutes: 45 } }), 45 * 1.05],
    ['a ttl of a week', slow, read([], { wishes: { ...NO_WISHES, ttlMinutes: 10_080 } }), 60 * 1.05],
    ['freshness', slow, { status: 'unchanged', freshSeconds: 3000 }, 50 * 1.05],
    [
      'freshness beside a shorter ttl',
      slow,
      read([], { freshSeconds: 3000, wishes: { ...NO_WISHES, ttlMinutes: 5 } }),
      50 * 1.05,
    ],
    [
      'a ttl that its own items contradict',
      busy,
      read([], { wishes: { ...NO_WISHES, ttlMinutes: 60 } }),
      15 * 1.05,
    ],
  ])('%s', (_, state, outcome, wait) => {
    expect(minutes(state, outcome)).toBeCloseTo(wait, 2);
  });

  test('a ttl shorter than the usual interval changes nothing', () => {
    const without = minutes(HOURLY, read([]));
    expect(minutes(HOURLY, read([], { wishes: { ...NO_WISHES, ttlMinutes: 1 } }))).toBe(without);
  });

  test('is stored, and nothing else of the document', () => {
    const wishes = { skipHours: [1], skipDays: [], ttlMinutes: 5, entries: ['large'] };
    const { state } = nextPoll(undefined, read([], { wishes }), NOW, MIDDLE, LIMITS);
    expect(state.wishes).toEqual({ skipHours: [1], skipDays: [], ttlMinutes: 5 });
  });

  test('is remembered while the feed is unchanged, and forgotten when it no longer says so', () => {
    const { state } = nextPoll(
      slow,
      read([], { wishes: { ...NO_WISHES, ttlMinutes: 45 } }),
      NOW,
      MIDDLE,
      LIMITS,
    );
    expect(minutes(state, { status: 'unchanged' })).toBeCloseTo(47.25, 2);
    expect(minutes(state, read([]))).toBeLessThan(45);
  });

  test.each<[string, PublisherWishes, string, string]>([
    [
      'an hour that is skipped',
      { skipHours: [10], skipDays: [] },
      '2026-03-04T11:05:00Z',
      'skipHours or skipDays',
    ],
    [
      'hours in a row',
      { skipHours: [10, 11, 12, 13], skipDays: [] },
      '2026-03-04T14:05:00Z',
      'skipHours or skipDays',
    ],
    ['a day', { skipHours: [], skipDays: [3] }, '2026-03-05T00:05:00Z', 'skipHours or skipDays'],
    [
      'days and hours',
      { skipHours: [0, 1], skipDays: [3, 4] },
      '2026-03-06T02:05:00Z',
      'skipHours or skipDays',
    ],
  ])('%s', (_, wishes, at, because) => {
    expect(nextPoll(HOURLY, read([], { wishes }), NOW, MIDDLE, LIMITS)).toMatchObject({
      at: new Date(at),
      because,
    });
  });

  test.each<[string, PublisherWishes]>([
    ['all hours', { skipHours: Array.from({ length: 24 }, (_, hour) => hour), skipDays: [] }],
    ['all days', { skipHours: [], skipDays: [0, 1, 2, 3, 4, 5, 6] }],
    ['other hours', { skipHours: [3, 4], skipDays: [0] }],
  ])('%s make no difference', (_, wishes) => {
    expect(minutes(HOURLY, read([], { wishes }))).toBe(minutes(HOURLY, read([])));
  });
});

test.each([
  [undefined, true],
  [ago(DAY), true],
  [ago(DAY - 1), false],
])('without validators once a day: last at %s', (last, due) => {
  expect(isUnconditionalDue(last, NOW)).toBe(due);
});

describe('whatever happened', () => {
  const outcome: fc.Arbitrary<PollOutcome> = fc.oneof(
    fc.record({
      status: fc.constant('read' as const),
      newItems: fc.array(fc.integer({ min: -DAY, max: 400 * DAY }).map(ago), { maxLength: 30 }),
      wishes: fc.record({
        ttlMinutes: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
        skipHours: fc.array(fc.nat(23)),
        skipDays: fc.array(fc.nat(6), { maxLength: 3 }),
      }),
      windowSeconds: fc.option(fc.integer({ min: 0, max: 1e7 }), { nil: undefined }),
      gap: fc.boolean(),
      freshSeconds: fc.option(fc.nat(1e7), { nil: undefined }),
    }),
    fc.record({
      status: fc.constant('unchanged' as const),
      freshSeconds: fc.option(fc.nat(), { nil: undefined }),
    }),
    fc.record({
      status: fc.constant('failed' as const),
      retryAfter: fc.option(fc.integer({ min: -DAY, max: 9 * DAY }).map(ago), { nil: undefined }),
    }),
  );

  test('the next poll is at least two minutes off, after a failure half of one, and at most the publisher’s week', () => {
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(outcome, { minLength: 1, maxLength: 12 }),
        random,
        fc.boolean(),
        (outcomes, chance, hasHub) => {
          let state: ScheduleState | undefined;
          let now = NOW;
          for (const each of outcomes) {
            const next = nextPoll(state, each, now, chance, { ...LIMITS, hasHub });
            const wait = next.at.getTime() - now.getTime();
            expect(wait).toBeGreaterThanOrEqual(each.status === 'failed' ? 27_000 : 120_000);
            expect(wait).toBeLessThanOrEqual(7 * DAY);
            // The stored state is the same after a round trip through JSON.
            state = JSON.parse(JSON.stringify(next.state)) as ScheduleState;
            expect(
              Object.values(state.profile ?? {})
                .flat()
                .every(Number.isFinite),
            ).toBe(true);
            now = next.at;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

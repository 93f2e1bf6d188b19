import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  admit,
  afterOutcome,
  type Breaker,
  breakerSchema,
} from '../../../src/core/alerts/circuit-breaker.ts';
import { paceOf, pacingSchema, pausePacing, takeSlot } from '../../../src/core/alerts/pacing.ts';
import { GIVE_UP_AFTER_MS, nextAttempt } from '../../../src/core/alerts/retry-policy.ts';

const HOUR = 3_600_000;
const start = new Date('2026-11-22T07:00:00Z');
const after = (ms: number) => new Date(start.getTime() + ms);

describe('retries', () => {
  test.each([
    [1, 0, 5_000],
    [1, 1, 10_000],
    [2, 0.5, 15_000],
    [4, 1, 80_000],
    [10, 1, HOUR],
    [500, 0, HOUR / 2],
  ])('attempt %d with random %d waits %d ms', (attempt, random, ms) => {
    expect(nextAttempt(attempt, start, random, { firstAttemptAt: start })).toEqual({
      status: 'retry',
      at: after(ms),
    });
  });

  test('obey the service, a little spread, at most a day', () => {
    const at = (retryAfterMs: number, random: number) =>
      nextAttempt(1, start, random, { firstAttemptAt: start, retryAfterMs });
    expect(at(120_000, 0)).toEqual({ status: 'retry', at: after(120_000) });
    expect(at(120_000, 1)).toEqual({ status: 'retry', at: after(135_000) });
    expect(at(0, 0)).toEqual({ status: 'retry', at: after(5_000) });
    expect(at(400 * 24 * HOUR, 0)).toEqual({ status: 'retry', at: after(24 * HOUR) });
  });

  test('continue for three days, the last one at their end, then stop', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.infiniteStream(random), (randoms) => {
        let now = start;
        for (let attempt = 1; ; attempt++) {
          const next = nextAttempt(attempt, now, randoms.next().value, { firstAttemptAt: start });
          if (next.status === 'dead') {
            expect(now.getTime() - start.getTime()).toBe(GIVE_UP_AFTER_MS);
            expect(attempt).toBeGreaterThan(70);
            expect(attempt).toBeLessThan(200);
            expect(next.reason).toBe(`not delivered in three days and ${attempt} attempts`);
            return;
          }
          expect(next.at > now).toBe(true);
          expect(next.at.getTime() - now.getTime()).toBeLessThanOrEqual(HOUR);
          now = next.at;
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('breaker', () => {
  const retry = { status: 'retry' } as const;
  const closed = breakerSchema.parse({});
  const fail = (breaker: Breaker, times: number, now = start) =>
    Array.from({ length: times }).reduce<Breaker>((state) => afterOutcome(state, retry, now), breaker);

  test('opens after five failures in a row, and not before', () => {
    expect(admit(fail(closed, 4), start)).toMatchObject({ admitted: true, probe: false });
    const open = fail(closed, 5);
    expect(open).toMatchObject({ state: 'open', openings: 1 });
    expect(admit(open, after(29_999))).toEqual({ admitted: false, retryAt: after(30_000) });
  });

  test.each([
    [{ status: 'delivered' }],
    [{ status: 'refused' }],
    [{ status: 'retry', retryAfterMs: 1000 }],
  ] as const)('%j says that the service is there', (outcome) => {
    expect(fail(afterOutcome(fail(closed, 4), outcome, start), 4).state).toBe('closed');
  });

  test('lets one probe through after the pause, and a second only when the first is lost', () => {
    const open = fail(closed, 5);
    const probe = admit(open, after(30_000));
    if (!probe.admitted) throw new Error('a probe should go');
    expect(probe.probe).toBe(true);
    expect(admit(probe.breaker, after(30_001))).toEqual({ admitted: false, retryAt: after(35_001) });
    expect(admit(probe.breaker, after(30_000 + 360_000))).toMatchObject({ admitted: true, probe: true });
    expect(afterOutcome(probe.breaker, { status: 'delivered' }, after(31_000))).toEqual(closed);
  });

  test('pauses twice as long each time, up to a quarter of an hour', () => {
    let breaker = fail(closed, 5);
    const pauses: number[] = [];
    for (let i = 0; i < 8; i++) {
      const now = new Date(breaker.until);
      const probe = admit(breaker, now);
      if (!probe.admitted) throw new Error('a probe should go');
      breaker = afterOutcome(probe.breaker, retry, now);
      pauses.push((breaker.until - now.getTime()) / 1000);
    }
    expect(pauses).toEqual([60, 120, 240, 480, 900, 900, 900, 900]);
  });

  test('ignores the results of sends that were running when it opened', () => {
    const open = fail(closed, 5);
    expect(fail(open, 3, after(1000))).toMatchObject({ state: 'open', until: open.until, openings: 1 });
  });

  test('is stored, so that a restart keeps it', () => {
    const open = fail(closed, 5);
    expect(breakerSchema.parse(JSON.parse(JSON.stringify(open)))).toEqual(open);
  });
});

describe('pacing', () => {
  test('grants a burst, then one at a time, and never more than the pace over any stretch', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 20, maxLength: 200 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 100, max: 2000 }),
        (gaps, burst, everyMs) => {
          let pacing = pacingSchema.parse({});
          let now = start.getTime();
          const granted: number[] = [];
          for (const gap of gaps) {
            now += gap;
            const slot = takeSlot(pacing, new Date(now), { burst, everyMs });
            if (slot.granted) {
              pacing = pacingSchema.parse(JSON.parse(JSON.stringify(slot.pacing)));
              granted.push(now);
            } else {
              expect(slot.at.getTime()).toBeGreaterThan(now);
              expect(takeSlot(pacing, slot.at, { burst, everyMs }).granted).toBe(true);
            }
          }
          for (const [i, time] of granted.entries()) {
            for (const [j, later] of granted.slice(i).entries()) {
              expect(j + 1).toBeLessThanOrEqual(burst + (later - time) / everyMs);
            }
          }
          expect(granted.length).toBeGreaterThanOrEqual(Math.min(burst, gaps.length));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('rests for as long as the service asked, whatever the pace', () => {
    const rested = pausePacing(pacingSchema.parse({}), start, 60_000);
    expect(takeSlot(rested, after(59_999), undefined)).toEqual({ granted: false, at: after(60_000) });
    expect(takeSlot(rested, after(60_000), undefined)).toMatchObject({ granted: true });
    expect(pausePacing(rested, start, 1000)).toEqual(rested);
    expect(takeSlot(pausePacing(rested, start, 1e12), after(24 * HOUR), undefined).granted).toBe(true);
  });

  test.each([
    [{ kind: 'slack' }, { burst: 3, everyMs: 1000 }],
    [
      { kind: 'slack', pace: { burst: 1, everySeconds: 2.5 } },
      { burst: 1, everyMs: 2500 },
    ],
    [{ kind: 'console' }, undefined],
  ])('%j', (channel, pace) => expect(paceOf(channel)).toEqual(pace));
});

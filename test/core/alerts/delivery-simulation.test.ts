import { describe, expect, test } from 'vitest';
import {
  admit,
  afterOutcome,
  type Breaker,
  breakerSchema,
} from '../../../src/core/alerts/circuit-breaker.ts';
import {
  type Pace,
  type Pacing,
  pacingSchema,
  pausePacing,
  takeSlot,
} from '../../../src/core/alerts/pacing.ts';
import { nextAttempt } from '../../../src/core/alerts/retry-policy.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const start = Date.parse('2026-11-22T07:00:00Z');

interface Service {
  /** The response to a request at this time (milliseconds since the start); `nth` counts all requests. */
  (time: number, nth: number): { status: 'delivered' | 'retry' | 'refused'; retryAfterMs?: number };
}

interface Run {
  readonly requests: readonly number[];
  readonly delivered: ReadonlyMap<number, number>;
  readonly dead: ReadonlySet<number>;
  readonly attempts: ReadonlyMap<number, number>;
}

/** Simulates one channel's deliveries by the workers' rules: circuit breaker, pace, attempt, back-off. */
function simulate(due: readonly number[], service: Service, pace: Pace | undefined): Run {
  let seed = 42;
  const random = () => {
    // A linear congruential generator (Numerical Recipes): the same run every time.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  let breaker: Breaker = breakerSchema.parse({});
  let pacing: Pacing = pacingSchema.parse({});
  const waiting = new Map(due.map((time, id) => [id, time]));
  const first = new Map<number, number>();
  const attempts = new Map<number, number>();
  const requests: number[] = [];
  const delivered = new Map<number, number>();
  const dead = new Set<number>();
  while (waiting.size > 0) {
    const [id, time] = [...waiting].reduce((a, b) => (b[1] < a[1] ? b : a));
    const now = new Date(start + time);
    const admission = admit(breaker, now);
    if (!admission.admitted) {
      waiting.set(id, admission.retryAt.getTime() - start);
      continue;
    }
    const slot = takeSlot(pacing, now, pace);
    if (!slot.granted) {
      waiting.set(id, slot.at.getTime() - start);
      continue;
    }
    breaker = admission.breaker;
    pacing = slot.pacing;
    requests.push(time);
    const outcome = service(time, requests.length);
    breaker = afterOutcome(breaker, outcome, now);
    if (outcome.retryAfterMs !== undefined) pacing = pausePacing(pacing, now, outcome.retryAfterMs);
    const attempt = (attempts.get(id) ?? 0) + 1;
    attempts.set(id, attempt);
    first.set(id, first.get(id) ?? time);
    const firstAttemptAt = new Date(start + (first.get(id) ?? time));
    const next =
      outcome.status === 'retry'
        ? nextAttempt(attempt, now, random(), { firstAttemptAt, retryAfterMs: outcome.retryAfterMs })
        : undefined;
    if (next?.status === 'retry') {
      waiting.set(id, next.at.getTime() - start);
      continue;
    }
    waiting.delete(id);
    if (outcome.status === 'delivered') delivered.set(id, time);
    else dead.add(id);
  }
  return { requests, delivered, dead, attempts };
}

const hundred = Array.from({ length: 100 }, (_, i) => i * 5000);

describe('a channel over time', () => {
  test('gets few requests during an hour of status 500, and loses nothing', () => {
    const run = simulate(hundred, (time) => ({ status: time < HOUR ? 'retry' : 'delivered' }), {
      burst: 3,
      everyMs: 1000,
    });
    expect(run.delivered.size).toBe(100);
    // Five failures, then a probe after 30 seconds, after 1, 2, 4 and 8 minutes, and then every 15 minutes.
    expect(run.requests.filter((time) => time < HOUR).length).toBeLessThan(20);
    // The next probe succeeds; the waiting deliveries then go out at the channel's pace.
    expect(Math.max(...run.delivered.values())).toBeLessThan(HOUR + 15 * MINUTE + 100 * 1000 + HOUR);
    expect(Math.max(...run.attempts.values())).toBeLessThan(12);
  });

  test('obeys 429: no request of any delivery before the time asked for', () => {
    const forbidden: [number, number][] = [];
    const run = simulate(
      hundred,
      (time, nth) => {
        if (nth % 7 !== 0) return { status: 'delivered' };
        forbidden.push([time, time + 30_000]);
        return { status: 'retry', retryAfterMs: 30_000 };
      },
      undefined,
    );
    expect(run.delivered.size).toBe(100);
    expect(forbidden.length).toBeGreaterThan(10);
    for (const [from, to] of forbidden) {
      expect(run.requests.filter((time) => time > from && time < to)).toEqual([]);
    }
  });

  test('survives a service that fails three requests in ten', () => {
    const run = simulate(
      hundred,
      (_, nth) => ({ status: (nth * 7) % 10 < 3 ? 'retry' : 'delivered' }),
      undefined,
    );
    expect(run.delivered.size).toBe(100);
    expect(run.requests.length).toBeLessThan(160);
  });

  test('gives up on a service that never comes back, after three days, and no sooner', () => {
    const run = simulate([0, 1000], () => ({ status: 'retry' }), undefined);
    expect(run.dead).toEqual(new Set([0, 1]));
    expect(Math.max(...run.requests)).toBeGreaterThanOrEqual(72 * HOUR);
    // The last attempt of one delivery may have to wait for the pause after the last attempt of the other.
    expect(Math.max(...run.requests)).toBeLessThan(72 * HOUR + 45 * MINUTE);
  });

  test('stops a refused message at once and continues with the others', () => {
    const run = simulate(
      [0, 10, 20],
      (_, nth) => ({ status: nth === 2 ? 'refused' : 'delivered' }),
      undefined,
    );
    expect(run.dead).toEqual(new Set([1]));
    expect([...run.attempts.values()]).toEqual([1, 1, 1]);
    expect([...run.delivered.values()]).toEqual([0, 20]);
  });
});

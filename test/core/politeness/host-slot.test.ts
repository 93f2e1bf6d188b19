import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FRESH_HOST, type HostState, nextSlot, releaseSlot } from '../../../src/core/politeness/host-slot.ts';

const limits = { concurrency: 2, spacingMs: 1000, leaseMs: 60_000 };
const NOW = 1_000_000;
const host = (state: Partial<HostState> = {}): HostState => ({ ...FRESH_HOST, ...state });

describe('a slot', () => {
  test.each<[string, Partial<HostState>, boolean]>([
    ['on a host never seen', {}, true],
    ['one spacing after the last', { nextAt: NOW }, true],
    ['too soon after the last', { nextAt: NOW + 1 }, false],
    ['while the host wants to be left alone', { blockedUntil: NOW + 1 }, false],
    ['beside another', { leases: { a: NOW + 1 } }, true],
    ['beside as many as are allowed', { leases: { a: NOW + 1, b: NOW + 1 } }, false],
    ['beside some whose workers died', { leases: { a: NOW - 1, b: NOW } }, true],
  ])('%s', (_, state, granted) => {
    expect(nextSlot(host(state), 'x', NOW, limits).granted).toBe(granted);
  });

  test('that is granted moves the next one off by the spacing and is on lease', () => {
    expect(nextSlot(host({ leases: { dead: 5 } }), 'x', NOW, limits).state).toEqual(
      host({ nextAt: NOW + 1000, leases: { x: NOW + 60_000 } }),
    );
  });

  test.each([
    [500, 1000],
    [5000, 5000],
    [3_600_000, 60_000],
  ])('keeps the site’s own delay of %i ms as %i ms', (crawlDelayMs, gap) => {
    expect(nextSlot(host({ crawlDelayMs }), 'x', NOW, limits).state.nextAt).toBe(NOW + gap);
  });

  test('that is refused names a time, each time a later one', () => {
    let state = host({ nextAt: NOW + 400, blockedUntil: NOW + 300 });
    const times = [];
    for (const lease of 'abc') {
      const slot = nextSlot(state, lease, NOW, limits);
      state = slot.state;
      if (!slot.granted) times.push(slot.retryAt - NOW);
    }
    expect(times).toEqual([1400, 2400, 3400]);
  });

  test('is given back, and Retry-After holds the host', () => {
    const { state } = nextSlot(host(), 'x', NOW, limits);
    expect(releaseSlot(state, 'x')).toEqual(host({ nextAt: NOW + 1000 }));
    expect(releaseSlot(state, 'x', NOW + 9000).blockedUntil).toBe(NOW + 9000);
    expect(releaseSlot(host({ blockedUntil: NOW + 99_000 }), 'x', NOW + 9000).blockedUntil).toBe(
      NOW + 99_000,
    );
  });
});

test('whatever the order of claims and releases, neither limit is broken', () => {
  const step = fc.record({ wait: fc.nat(1500), release: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 3 }), (steps, concurrency) => {
      let state = host();
      let now = NOW;
      let lastStart = -Infinity;
      const open: string[] = [];
      steps.forEach(({ wait, release }, index) => {
        now += wait;
        if (release && open.length > 0) state = releaseSlot(state, open.shift()!);
        const slot = nextSlot(state, `r${index}`, now, { ...limits, concurrency });
        state = slot.state;
        if (!slot.granted) return;
        open.push(`r${index}`);
        expect(now - lastStart).toBeGreaterThanOrEqual(1000);
        lastStart = now;
        // No lease runs out within these steps' time unless it is old enough.
        expect(Object.keys(state.leases).length).toBeLessThanOrEqual(concurrency);
      });
    }),
  );
});

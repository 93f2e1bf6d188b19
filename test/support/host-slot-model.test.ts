import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FRESH_HOST, type HostState, nextSlot, releaseSlot } from './host-slot-model.ts';

const limits = { concurrency: 2, spacingMs: 1000, leaseMs: 60_000, patienceMs: 2000 };
const NOW = 1_000_000;
const host = (state: Partial<HostState> = {}): HostState => ({ ...FRESH_HOST, ...state });

describe('a slot', () => {
  test.each<[string, Partial<HostState>, number]>([
    ['on a host never seen', {}, 0],
    ['one spacing after the last', { nextAt: NOW }, 0],
    ['soon after the last', { nextAt: NOW + 2000 }, 2000],
    ['beside another', { leases: { a: NOW + 1 } }, 0],
    ['beside some whose workers died', { leases: { a: NOW - 1, b: NOW } }, 0],
  ])('%s is granted', (_, state, wait) => {
    expect(nextSlot(host(state), 'x', NOW, limits)).toMatchObject({ granted: true, at: NOW + wait });
  });

  test.each<[string, Partial<HostState>, number]>([
    ['too long after the last', { nextAt: NOW + 2001 }, 3001],
    ['beside as many as are allowed', { leases: { a: NOW + 1, b: NOW + 1 } }, 1000],
  ])('%s is for later', (_, state, wait) => {
    expect(nextSlot(host(state), 'x', NOW, limits)).toMatchObject({ granted: false, at: NOW + wait });
  });

  test('that is granted moves the next one off by the spacing and is on lease', () => {
    expect(nextSlot(host({ nextAt: NOW + 500, leases: { dead: 5 } }), 'x', NOW, limits).state).toEqual(
      host({ nextAt: NOW + 1500, leases: { x: NOW + 60_500 } }),
    );
  });

  test.each([
    [500, 1000],
    [5000, 5000],
    [3_600_000, 60_000],
  ])('keeps the site’s own delay of %i ms as %i ms', (crawlDelayMs, gap) => {
    expect(nextSlot(host({ crawlDelayMs }), 'x', NOW, limits).state.nextAt).toBe(NOW + gap);
  });

  test('that is not free yet is given to each request at a later time than the one before', () => {
    let state = host({ nextAt: NOW + 2400 });
    const times = [...'abc'].map((lease) => {
      const slot = nextSlot(state, lease, NOW, limits);
      state = slot.state;
      return slot.at - NOW;
    });
    expect(times).toEqual([3400, 4400, 5400]);
  });

  test('is given back', () => {
    const { state } = nextSlot(host(), 'x', NOW, limits);
    expect(releaseSlot(state, 'x')).toEqual(host({ nextAt: NOW + 1000 }));
    expect(releaseSlot(state, 'never given')).toEqual(state);
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
        expect(slot.at).toBeGreaterThanOrEqual(lastStart + 1000);
        expect(slot.at).toBeLessThanOrEqual(now + 2000);
        lastStart = slot.at;
        expect(Object.keys(state.leases).length).toBeLessThanOrEqual(concurrency);
      });
    }),
  );
});

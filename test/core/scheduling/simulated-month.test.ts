import { expect, test } from 'vitest';
import { makeFeed } from '../../../bench/schedule/habits.ts';
import { mulberry32 } from '../../../bench/support/random.ts';
import {
  emptyTally,
  everyQuarterOfAnHour,
  ours,
  quantile,
  simulate,
} from '../../../bench/schedule/simulate.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const END = START + 30 * 86_400_000;

/** A small version; `npm run bench:schedule` simulates a thousand feeds for a year. */
test('a month of a hundred feeds costs no more polls than every fifteen minutes, and shows items in half the time', () => {
  const fixed = emptyTally();
  const adaptive = emptyTally();
  for (let index = 0; index < 100; index += 1) {
    const feed = makeFeed(index, START, END, mulberry32(77_000 + index));
    simulate(feed, START, END, everyQuarterOfAnHour, fixed);
    simulate(feed, START, END, ours(mulberry32(index)), adaptive);
  }
  const quantiles = (delays: number[]) => {
    const sorted = delays.toSorted((a, b) => a - b);
    return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
  };
  expect(adaptive.polls).toBeLessThanOrEqual(fixed.polls);
  expect(quantiles(adaptive.delays).median).toBeLessThan(quantiles(fixed.delays).median / 2);
  expect(quantiles(adaptive.delays).p95).toBeLessThan(quantiles(fixed.delays).p95);
});

/**
 * Simulates a year of feeds with various habits, polled by our schedule and every fifteen minutes. Prints the number
 * of polls and the delay until an item was found. Everything follows from a fixed seed.
 *
 *   npm run bench:schedule [-- --feeds 1000 --days 365 --seed 1]
 */
import { parseArgs } from 'node:util';
import { type Habit, habitNames, makeFeed } from './schedule/habits.ts';
import { mulberry32 } from './support/random.ts';
import {
  emptyTally,
  everyQuarterOfAnHour,
  ours,
  quantile,
  simulate,
  type Tally,
} from './schedule/simulate.ts';

const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '1000' },
    days: { type: 'string', default: '365' },
    seed: { type: 'string', default: '1' },
  },
});
const FEEDS = Number(values.feeds);
const DAYS = Number(values.days);
const SEED = Number(values.seed);

const START = Date.parse('2026-01-05T00:00:00Z');
const END = START + DAYS * 86_400_000;

const fixed = new Map<Habit, Tally>(habitNames.map((habit) => [habit, emptyTally()]));
const adaptive = new Map<Habit, Tally>(habitNames.map((habit) => [habit, emptyTally()]));
const counts = new Map(habitNames.map((habit) => [habit, 0]));

const began = performance.now();
for (let index = 0; index < FEEDS; index += 1) {
  // One generator for each feed, so that the feeds are the same with any schedule.
  const feed = makeFeed(index, START, END, mulberry32(SEED * 100_003 + index));
  counts.set(feed.habit, counts.get(feed.habit)! + 1);
  simulate(feed, START, END, everyQuarterOfAnHour, fixed.get(feed.habit)!);
  simulate(feed, START, END, ours(mulberry32(~index)), adaptive.get(feed.habit)!);
}

console.log(`${FEEDS} feeds, ${DAYS} days, seed ${SEED}; fixed: every 15 minutes`);
const groups = ['', '', 'polls/feed/day', 'median delay, min', 'p95 delay, min', 'items lost'];
console.log(groups.map((title, group) => title.padStart(group === 0 ? 14 : group === 1 ? 20 : 19)).join(' '));
console.log(line('habit', ['feeds', 'items', ...Array.from({ length: 4 }, () => ['fixed', 'ours']).flat()]));

function line(name: string, cells: readonly (string | number)[]): string {
  return [name.padEnd(14), ...cells.map((cell) => String(cell).padStart(9))].join(' ');
}

function row(name: string, feeds: number, baseline: Tally, tally: Tally): void {
  const [before, after] = [baseline, tally].map(({ delays }) => delays.toSorted((a, b) => a - b));
  const perDay = (polls: number) => (polls / feeds / DAYS).toFixed(1);
  const cells = [
    feeds,
    after!.length,
    perDay(baseline.polls),
    perDay(tally.polls),
    quantile(before!, 0.5).toFixed(1),
    quantile(after!, 0.5).toFixed(1),
    quantile(before!, 0.95).toFixed(1),
    quantile(after!, 0.95).toFixed(1),
    baseline.lost,
    tally.lost,
  ];
  console.log(line(name, cells));
}

function summed(tallies: Iterable<Tally>): Tally {
  const total = emptyTally();
  for (const { polls, lost, delays } of tallies) {
    total.polls += polls;
    total.lost += lost;
    for (const delay of delays) total.delays.push(delay);
  }
  return total;
}

for (const habit of habitNames) row(habit, counts.get(habit)!, fixed.get(habit)!, adaptive.get(habit)!);
const [before, after] = [summed(fixed.values()), summed(adaptive.values())];
row('all', FEEDS, before, after);

const median = ({ delays }: Tally) =>
  quantile(
    delays.toSorted((a, b) => a - b),
    0.5,
  );
console.log(
  `ours / fixed: polls ${(after.polls / before.polls).toFixed(2)}, median delay ${(median(after) / median(before)).toFixed(2)}`,
);
// A fixed interval with as many polls as ours: its delays scale with the interval.
const sameBudget = (15 * before.polls) / after.polls;
console.log(
  `a fixed interval of the same cost is ${sameBudget.toFixed(1)} min, so its median delay about ${(sameBudget / 2).toFixed(1)} min`,
);
console.log(`(${((performance.now() - began) / 1000).toFixed(1)} s)`);

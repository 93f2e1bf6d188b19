/** Simulated feeds, each with a habit seen among real ones. */
export interface SimulatedFeed {
  readonly habit: Habit;
  /** When its items appear, in order; milliseconds since the epoch. */
  readonly items: readonly number[];
  /** The number of items in the feed at a time. */
  readonly window: number;
  /** Periods in which every request fails. */
  readonly failing: readonly (readonly [from: number, to: number])[];
  /** The delay of its first poll after the start. */
  readonly offset: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Relative frequency of each habit among the feeds. */
const SHARES = {
  wire: 0.08,
  'office hours': 0.27,
  'round the clock': 0.1,
  bursty: 0.15,
  'daily digest': 0.12,
  weekly: 0.12,
  rare: 0.1,
  dying: 0.06,
} as const;

export type Habit = keyof typeof SHARES;
export const habitNames = Object.keys(SHARES) as Habit[];

/** Whether local time, `zone` hours from UTC, is within office hours. */
function officeShare(time: number, zone: number, weekend: number): number {
  const local = new Date(time + zone * HOUR);
  const hour = local.getUTCHours();
  const day = local.getUTCDay();
  const byHour = hour >= 8 && hour < 19 ? 1 : hour >= 6 && hour < 23 ? 0.25 : 0.02;
  return byHour * (day === 0 || day === 6 ? weekend : 1);
}

/** A Poisson process of at most `perDay`, thinned at each time to the given share. */
function poisson(
  from: number,
  to: number,
  perDay: number,
  random: () => number,
  share: (time: number) => number = () => 1,
): number[] {
  const items: number[] = [];
  let time = from;
  for (;;) {
    time += (-Math.log(1 - random()) / perDay) * DAY;
    if (time >= to) return items;
    if (random() < share(time)) items.push(Math.round(time));
  }
}

function itemsOf(habit: Habit, start: number, end: number, random: () => number): number[] {
  const between = (low: number, high: number) => low + (high - low) * random();
  const zone = [-8, -5, 0, 1, 2, 5.5, 8, 9][Math.floor(random() * 8)]!;
  switch (habit) {
    case 'wire':
      return poisson(
        start,
        end,
        between(150, 400),
        random,
        (time) => officeShare(time, zone, 0.4) * 0.7 + 0.3,
      );
    case 'office hours':
      return poisson(start, end, between(5, 50), random, (time) => officeShare(time, zone, 0.1));
    case 'round the clock':
      return poisson(start, end, between(8, 60), random);
    case 'bursty': {
      const starts = poisson(
        start,
        end,
        between(0.1, 0.8),
        random,
        (time) => officeShare(time, zone, 0.5) + 0.2,
      );
      return starts.flatMap((at) => poisson(at, at + between(1, 4) * HOUR, between(40, 150), random));
    }
    case 'daily digest': {
      const hour = between(0, 24);
      const count = 1 + Math.floor(random() * 8);
      const days = Array.from({ length: Math.floor((end - start) / DAY) }, (_, day) => start + day * DAY);
      return days.flatMap((day) =>
        Array.from({ length: count }, () => Math.round(day + hour * HOUR + between(0, 20 * 60_000))),
      );
    }
    case 'weekly':
      return poisson(start, end, between(0.8, 4), random, (time) => officeShare(time, zone, 0.05));
    case 'rare':
      return poisson(start, end, between(0.03, 0.15), random);
    case 'dying':
      return poisson(start, between(start + 30 * DAY, end), between(4, 30), random, (time) =>
        officeShare(time, zone, 0.1),
      );
  }
}

/** One feed in six has periods of failure, of an hour to four days, about once in two months. */
function spells(start: number, end: number, random: () => number): [number, number][] {
  if (random() > 1 / 6) return [];
  return poisson(start, end, 1 / 60, random).map((from) => [from, from + HOUR * 96 ** random()]);
}

export function makeFeed(index: number, start: number, end: number, random: () => number): SimulatedFeed {
  let pick = ((index * 0.618_033_988_75) % 1) * Object.values(SHARES).reduce((sum, share) => sum + share, 0);
  const habit = habitNames.find((name) => (pick -= SHARES[name]) < 0) ?? 'rare';
  return {
    habit,
    items: itemsOf(habit, start - 3 * DAY, end, random).toSorted((a, b) => a - b),
    window: [10, 15, 20, 30, 50][Math.floor(random() * 5)]!,
    failing: spells(start, end, random),
    offset: Math.floor(random() * 15 * 60_000),
  };
}

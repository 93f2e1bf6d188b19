/**
 * The index of an article's words also contains its periods, so that a search can ask for a word within some days.
 * `=20541` is a day, counted from 1970 in UTC; `=641+` is a block of 32 days. No word of a text begins with `=`. The
 * database function `chipwatch_periods` makes the same periods.
 */
const BLOCK_BITS = 5;
const BLOCK = 1 << BLOCK_BITS;
const MS_PER_DAY = 86_400_000;

/** Days since 1970, in UTC. */
export function dayOf(at: Date): number {
  return Math.floor(at.getTime() / MS_PER_DAY);
}

/** The fewest periods that cover the days, both included: blocks where they fit, days elsewhere. */
export function coverDays(from: number, to: number): string[] {
  const periods: string[] = [];
  for (let day = from; day <= to; ) {
    const isBlock = day % BLOCK === 0 && day + BLOCK - 1 <= to;
    periods.push(isBlock ? `=${day >> BLOCK_BITS}+` : `=${day}`);
    day += isBlock ? BLOCK : 1;
  }
  return periods;
}

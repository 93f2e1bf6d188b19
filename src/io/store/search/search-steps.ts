import { type RawBuilder, sql } from 'kysely';
import { coverDays, dayOf } from './search-periods.ts';
import type { Database } from '../database.ts';

/** How many of the newest articles are searched one by one. A frequent word is found there at once. */
export const NEWEST = 2_000;
/** The first step covers the time in which about so many articles appeared. */
const FIRST_STEP = 16_000;
/** The longest and shortest step, as a multiple of the time that was searched before it. */
const LONGEST = 8;
const SHORTEST = 0.5;
/** The next step is this many times longer than the results so far make necessary. */
const MARGIN = 1.5;

/** Days since 1970, in UTC. */
interface Span {
  readonly newest: number;
  /** The day of the oldest article among the newest ones. */
  readonly looked: number;
  readonly oldest: number;
}

/** The days of the articles within the bounds; undefined where there are so few that all were searched one by one. */
export async function spanOf(db: Database, bounded: RawBuilder<unknown>): Promise<Span | undefined> {
  const at = (order: RawBuilder<unknown>, offset: number) => sql`
    (SELECT s.reported_at FROM article_search s ${bounded} ORDER BY s.reported_at ${order}, s.article_id ${order} OFFSET ${sql.lit(offset)} LIMIT 1)`;
  const { rows } = await sql<Record<keyof Span, Date | null>>`
    SELECT ${at(sql`DESC`, 0)} AS newest, ${at(sql`DESC`, NEWEST)} AS looked, ${at(sql`ASC`, 0)} AS oldest`.execute(
    db,
  );
  const { newest, looked, oldest } = rows[0] ?? {};
  if (!newest || !looked || !oldest) return undefined;
  return { newest: dayOf(newest), looked: dayOf(looked), oldest: dayOf(oldest) };
}

/**
 * Searches backwards in steps until `least` results are found. `ask` gets the periods of each step. When a step would
 * reach the oldest article, `ask` is called without periods and searches everything. So a frequent word is not read
 * for a whole year, and a rare one not day by day.
 */
export async function stepBack<T>(
  { newest, looked, oldest }: Span,
  least: number,
  ask: (periods: readonly string[] | undefined) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  let to = newest;
  let days = Math.ceil((newest - looked + 1) * (FIRST_STEP / NEWEST));
  while (to - days >= oldest) {
    found.push(...(await ask(coverDays(to - days + 1, to))));
    if (found.length >= least) return found;
    to -= days;
    const likely = (MARGIN * (least - found.length)) / Math.max(found.length, MARGIN);
    days = Math.ceil((newest - to) * Math.max(SHORTEST, Math.min(LONGEST, likely)));
  }
  return ask(undefined);
}

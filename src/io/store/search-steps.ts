import { type RawBuilder, sql } from 'kysely';
import { coverDays, dayOf } from './search-periods.ts';
import type { Database } from './database.ts';

/** Of the newest articles so many are looked through one by one: what is frequent is found there at once. */
export const NEWEST = 2_000;
/** The first step back is as long as so many articles took. */
const FIRST_STEP = 16_000;
/** How long a step is, against all before it. */
const LONGEST = 8;
const SHORTEST = 0.5;
/** A step is longer than what was found until then makes likely to be enough. */
const MARGIN = 1.5;

/** Days since 1970, in UTC. */
interface Span {
  readonly newest: number;
  /** Of the last of the newest articles. */
  readonly looked: number;
  readonly oldest: number;
}

/** Where the articles within the bounds lie; undefined where all of them were looked through. */
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
 * Goes back in time until enough is found, and asks for each step with its periods; with none for all that there is, where
 * the next step would reach the oldest. What is frequent is so not read for a whole year, and what is rare not day by day.
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

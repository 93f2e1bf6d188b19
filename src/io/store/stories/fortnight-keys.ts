import { type RawBuilder, sql } from 'kysely';

const FORTNIGHT = 14 * 86_400_000;
/** A fortnight's number times this, modulo 2 ** 32, changes all bits of a key. */
const SPREAD = 2_654_435_761;

/**
 * Keys combined with the fortnight of this instant, in ascending order. A story is looked up by its keys combined with the
 * fortnight of its latest report, so that old stories on the same subjects cost nothing.
 */
export function keysOfFortnight(keys: readonly number[], at: Date): number[] {
  const fortnight = Math.imul(Math.floor(at.getTime() / FORTNIGHT), SPREAD);
  return keys.map((key) => key ^ fortnight).sort((a, b) => a - b);
}

/** The same in SQL, in any order, for each fortnight from `since` to `until`. */
export function keysOfFortnights(
  keys: RawBuilder<unknown>,
  since: RawBuilder<unknown>,
  until: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const numberOf = (at: RawBuilder<unknown>) => sql`floor(extract(epoch FROM ${at}) / 1209600)::bigint`;
  return sql`ARRAY(
    SELECT key # (fortnight * ${sql.lit(SPREAD)})::bit(32)::integer
      FROM generate_series(${numberOf(since)}, ${numberOf(until)}) AS fortnight, unnest(${keys}) AS key)`;
}

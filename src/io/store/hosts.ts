import { type RawBuilder, sql } from 'kysely';
import type { HostLimits } from '../../core/politeness/host-limits.ts';
import type { RobotsState } from '../../core/politeness/robots-cache.ts';
import type { Database } from './database.ts';
import { toJson } from './clean-values.ts';

/** Times are relative, in milliseconds, so that our clock and the database's need not agree. */
export interface Claim {
  readonly granted: boolean;
  /** Until the request may begin, or until it is worth asking again. */
  readonly waitMs: number;
  /** Of that, until the host may be asked at all; the rest is the line of those who asked before. */
  readonly restMs: number;
}

/** The database's clock; one instant for the whole statement. */
const DATABASE_CLOCK = sql<Date>`statement_timestamp()`;

/** No host rests for longer; no line before one is longer, for nobody would stand in it. */
const LONGEST_LINE = sql`interval '1 hour'`;
/** No request holds its place for longer without a sign of life. Seconds. */
const LONGEST_HOLD = 600;

/** When the host may be asked next, now at the earliest. Later than it ever rests was set by a clock that ran ahead. */
function believed(next: RawBuilder<unknown>, now: RawBuilder<Date>): RawBuilder<Date> {
  return sql<Date>`CASE WHEN ${next} > ${now} + ${LONGEST_LINE} THEN ${now} ELSE greatest(${next}, ${now}) END`;
}

/**
 * `nextSlot` of test/support/host-slot-model.ts in one statement: the row is locked by ON CONFLICT, so the limits hold
 * over all workers on all machines. A crawl delay that the host's robots.txt asks for counts as spacing.
 *
 * @param lease a UUID; give it to `releaseSlot`
 * @param now the database's clock, unless a test holds it still
 */
export async function claimSlot(
  db: Database,
  host: string,
  lease: string,
  limits: HostLimits,
  now: RawBuilder<Date> = DATABASE_CLOCK,
): Promise<Claim> {
  const spacing = limits.spacingMs / 1000;
  const leaseSeconds = limits.leaseMs / 1000;
  const { rows } = await sql<Claim>`
    INSERT INTO hosts AS h (host, next_slot_at, leases)
    VALUES (${host}, ${now} + make_interval(secs => ${spacing}::float8),
            jsonb_build_object(${lease}::text, extract(epoch FROM ${now}) + ${leaseSeconds}::float8))
    ON CONFLICT (host) DO UPDATE SET (next_slot_at, tail_at, leases) = (
      SELECT CASE WHEN granted THEN slot + gap ELSE h.next_slot_at END,
             CASE WHEN granted THEN h.tail_at
               ELSE least(greatest(CASE WHEN h.tail_at > ${now} + ${LONGEST_LINE} THEN slot ELSE h.tail_at END, slot) + gap, ${now} + ${LONGEST_LINE}) END,
             CASE WHEN granted
               THEN live || jsonb_build_object(${lease}::text, extract(epoch FROM slot) + ${leaseSeconds}::float8)
               ELSE live END
      FROM (
        SELECT slot, gap, live,
               slot <= ${now} + make_interval(secs => ${limits.patienceMs / 1000}::float8)
               AND (SELECT count(*) FROM jsonb_object_keys(live)) < ${limits.concurrency}::int AS granted
        FROM (
          SELECT ${believed(sql`h.next_slot_at`, now)} AS slot,
                 make_interval(secs => greatest(${spacing}::float8,
                   least(60, coalesce((h.robots #>> '{rules,crawlDelaySeconds}')::float8, 0)))) AS gap,
                 (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(h.leases)
                  WHERE value::float8 > extract(epoch FROM ${now})
                    AND value::float8 <= extract(epoch FROM ${now}) + ${LONGEST_HOLD}) AS live
        ) AS seen
      ) AS decided
    )
    RETURNING h.leases ? ${lease}::text AS granted,
      1000 * extract(epoch FROM
        CASE WHEN h.leases ? ${lease}::text
          THEN to_timestamp((h.leases ->> ${lease}::text)::float8 - ${leaseSeconds}::float8)
          ELSE h.tail_at END - ${now})::float8 AS "waitMs",
      1000 * extract(epoch FROM greatest(h.next_slot_at, ${now}) - ${now})::float8 AS "restMs"
  `.execute(db);
  const { granted, waitMs, restMs } = rows[0]!;
  return { granted, waitMs: Math.max(0, Math.round(waitMs)), restMs };
}

/** Holds on to a slot while the answer comes in. */
export async function renewSlot(db: Database, host: string, lease: string, seconds: number): Promise<void> {
  await sql`
    UPDATE hosts SET leases = leases
      || jsonb_build_object(${lease}::text, extract(epoch FROM ${DATABASE_CLOCK}) + ${seconds}::float8)
     WHERE host = ${host} AND leases ? ${lease}::text`.execute(db);
}

/** Gives the slot back when the answer is there. */
export async function releaseSlot(db: Database, host: string, lease: string): Promise<void> {
  await sql`UPDATE hosts SET leases = leases - ${lease}::text WHERE host = ${host}`.execute(db);
}

/**
 * Whether a slot that was granted for later still holds; a rest that the host has asked for meanwhile takes it back.
 * @returns milliseconds until the host may be asked again, where it does not hold
 */
export async function restInstead(db: Database, host: string, lease: string): Promise<number | undefined> {
  const { rows } = await sql<{ held: boolean; waitMs: number }>`
    SELECT leases ? ${lease}::text AS held,
           1000 * extract(epoch FROM next_slot_at - ${DATABASE_CLOCK})::float8 AS "waitMs"
    FROM hosts WHERE host = ${host}
  `.execute(db);
  const [row] = rows;
  return row === undefined || row.held ? undefined : Math.max(0, Math.round(row.waitMs));
}

/**
 * Lets a host rest: no request of any worker begins before so many milliseconds have passed. Slots that were granted
 * and have not begun are taken back.
 */
export async function restHost(db: Database, host: string, restMs: number): Promise<void> {
  const rest = sql`make_interval(secs => ${restMs / 1000}::float8)`;
  await sql`
    UPDATE hosts SET next_slot_at = greatest(${believed(sql`next_slot_at`, DATABASE_CLOCK)}, ${DATABASE_CLOCK} + ${rest}), leases = '{}' WHERE host = ${host}
  `.execute(db);
}

/** What is known of a site's robots.txt; its instants are read as dates. */
export async function readRobots(db: Database, host: string): Promise<RobotsState | undefined> {
  const row = await db.selectFrom('hosts').select('robots').where('host', '=', host).executeTakeFirst();
  if (row === undefined || row.robots === null) return undefined;
  const { rules, expiresAt, unreachableSince } = row.robots;
  return {
    rules,
    expiresAt: new Date(expiresAt),
    unreachableSince: unreachableSince === undefined ? undefined : new Date(unreachableSince),
  };
}

export async function writeRobots(db: Database, host: string, robots: RobotsState): Promise<void> {
  const values = { robots: toJson(robots), robots_expires_at: robots.expiresAt };
  await db
    .insertInto('hosts')
    .values({ host, ...values })
    .onConflict((conflict) => conflict.column('host').doUpdateSet(values))
    .execute();
}

/**
 * Takes a place in the host's line for a request that a redirect has led to.
 * @returns milliseconds until it may begin
 */
export async function claimHop(db: Database, host: string, spacingMs: number): Promise<number> {
  const gap = sql`make_interval(secs => ${spacingMs / 1000}::float8)`;
  const { rows } = await sql<{ waitMs: number }>`
    INSERT INTO hosts AS h (host, next_slot_at) VALUES (${host}, ${DATABASE_CLOCK} + ${gap})
    ON CONFLICT (host) DO UPDATE SET next_slot_at = ${believed(sql`h.next_slot_at`, DATABASE_CLOCK)} + ${gap}
    RETURNING 1000 * extract(epoch FROM h.next_slot_at - ${gap} - ${DATABASE_CLOCK})::float8 AS "waitMs"
  `.execute(db);
  return Math.max(0, Math.round(rows[0]?.waitMs ?? 0));
}

import { type RawBuilder, sql } from 'kysely';
import type { HostLimits } from '../../core/politeness/host-limits.ts';
import type { Database } from './database.ts';
import { type Columns, NOT_FLUSHED, rowsOf } from './rows.ts';

/**
 * When a request to a host may begin. Times are relative, in milliseconds, so that our clock and the database's need
 * not agree.
 */
export interface Claim {
  readonly granted: boolean;
  /** Milliseconds until the request may begin, or until the next time to ask. */
  readonly waitMs: number;
  /** The part of `waitMs` during which the host rests; the remainder is waiting behind earlier requests. */
  readonly restMs: number;
  /** Milliseconds that must lie between two requests to the host. */
  readonly gapMs: number;
  /** Whether the host was reserved for this request: after `restMs` it is to ask again, and meets no pages. */
  readonly reserved: boolean;
  /** How often in a row the host has refused requests. */
  readonly refusals: number;
}

/** The database's clock; one instant for the whole statement. */
export const DATABASE_CLOCK = sql<Date>`statement_timestamp()`;

/** The longest time that a host rests or a request waits for its slot. */
export const LONGEST_LINE = sql`interval '1 hour'`;

/** The longest lease of a slot without renewal. Seconds. */
const LONGEST_HOLD = 600;

/**
 * When the next request to the host may begin, now at the earliest. An instant further ahead than `LONGEST_LINE` was
 * set by a clock that ran ahead, and is ignored.
 */
export function plausibleSlot(next: RawBuilder<unknown>, now: RawBuilder<Date>): RawBuilder<Date> {
  return sql<Date>`CASE WHEN ${next} > ${now} + ${LONGEST_LINE} THEN ${now} ELSE greatest(${next}, ${now}) END`;
}

/** A request for a slot. */
export interface SlotRequest {
  readonly host: string;
  /** A UUID; give it to `releaseSlots`. */
  readonly lease: string;
  readonly limits: HostLimits;
  /** Whether the host is reserved for it where it gets no slot: feeds would seldom find one beside thousands of pages. */
  readonly reserves?: boolean;
}

const SLOT_REQUEST: Columns = {
  host: 'text',
  lease: 'text',
  spacing: 'float8',
  lease_seconds: 'float8',
  patience: 'float8',
  concurrency: 'integer',
  reserves: 'boolean',
};

/**
 * A reservation is kept among the leases as `feed` and the lease. For the first seconds from the next slot it keeps
 * pages away; until it ends there is no other, so that pages get the remaining time.
 */
const RESERVATION = { keepsPagesAway: 6, whole: 30 };
const RESERVED_UNTIL = sql`(SELECT max(value::float8) FROM jsonb_each(live) WHERE key LIKE 'feed %')`;

/** Seconds between two requests to the host `h`. */
const gapOf = (spacing: RawBuilder<unknown>) =>
  sql`greatest(${spacing}, least(60, coalesce((h.robots #>> '{rules,crawlDelaySeconds}')::float8, 0)))`;
const GAP = gapOf(sql`spacing`);

/** Claims one slot; see `claimSlots`. */
export async function claimSlot(
  db: Database,
  host: string,
  lease: string,
  limits: HostLimits,
  now: RawBuilder<Date> = DATABASE_CLOCK,
): Promise<Claim> {
  const claims = await claimSlots(db, [{ host, lease, limits }], now);
  return claims[0] as Claim;
}

/**
 * `nextSlot` of test/support/host-slot-model.ts in one statement, for several hosts, each at most once. ON CONFLICT
 * locks the rows, so the limits hold across all workers and machines. A crawl delay in the host's robots.txt counts
 * as spacing. The answers come in the order of the requests.
 *
 * @param now the database's clock, unless a test sets it
 */
export async function claimSlots(
  db: Database,
  requests: readonly SlotRequest[],
  now: RawBuilder<Date> = DATABASE_CLOCK,
): Promise<Claim[]> {
  const wanted = requests.map(({ host, lease, limits, reserves = false }) => ({
    host,
    lease,
    spacing: limits.spacingMs / 1_000,
    lease_seconds: limits.leaseMs / 1_000,
    patience: limits.patienceMs / 1_000,
    concurrency: limits.concurrency,
    reserves,
  }));
  const { keepsPagesAway, whole } = RESERVATION;
  // Locked in the order of names, as in `releaseSlots`, so there are no deadlocks.
  const { rows } = await sql<{ readonly host: string; readonly claim: Claim }>`
    WITH wanted AS MATERIALIZED (SELECT * FROM ${rowsOf(SLOT_REQUEST, wanted, 'request')} ORDER BY host)
    INSERT INTO hosts AS h (host, next_slot_at, leases)
    SELECT host, ${now} + make_interval(secs => spacing),
           jsonb_build_object(lease, extract(epoch FROM ${now}) + lease_seconds)
      FROM wanted WHERE ${NOT_FLUSHED} ORDER BY host
    ON CONFLICT (host) DO UPDATE SET (next_slot_at, tail_at, leases) = (
      SELECT CASE WHEN granted THEN slot + gap ELSE h.next_slot_at END,
             CASE WHEN granted THEN h.tail_at
               ELSE least(greatest(CASE WHEN h.tail_at > ${now} + ${LONGEST_LINE} THEN slot ELSE h.tail_at END, slot) + gap, ${now} + ${LONGEST_LINE}) END,
             CASE WHEN granted
               THEN live || jsonb_build_object(lease, extract(epoch FROM slot) + lease_seconds)
               WHEN reserves AND reserved_until IS NULL AND slot <= ${now} + gap + make_interval(secs => patience)
               THEN live || jsonb_build_object('feed ' || lease, extract(epoch FROM slot) + ${whole}::float8)
               ELSE live END
      FROM (
        SELECT lease, lease_seconds, patience, reserves, slot, gap, live, ${RESERVED_UNTIL} AS reserved_until,
               slot <= ${now} + make_interval(secs => patience)
               AND (SELECT count(*) FROM jsonb_object_keys(live) AS key WHERE key NOT LIKE 'feed %') < concurrency
               AND (reserves OR coalesce(${RESERVED_UNTIL} - ${whole - keepsPagesAway}::float8 <= extract(epoch FROM ${now}), true)) AS granted
        FROM (
          SELECT wanted.*, ${plausibleSlot(sql`h.next_slot_at`, now)} AS slot,
                 make_interval(secs => ${GAP}) AS gap,
                 (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(h.leases)
                  WHERE value::float8 > extract(epoch FROM ${now})
                    AND value::float8 <= extract(epoch FROM ${now}) + ${LONGEST_HOLD}) AS live
            FROM wanted WHERE wanted.host = h.host
        ) AS seen
      ) AS decided
    )
    RETURNING h.host, (
      SELECT row_to_json(answer) FROM (
        SELECT h.leases ? lease AS granted,
          1000 * extract(epoch FROM
            CASE WHEN h.leases ? lease THEN to_timestamp((h.leases ->> lease)::float8 - lease_seconds)
              ELSE h.tail_at END - ${now})::float8 AS "waitMs",
          1000 * extract(epoch FROM greatest(h.next_slot_at, ${now}) - ${now})::float8 AS "restMs",
          1000 * ${GAP} AS "gapMs", h.leases ? ('feed ' || lease) AS reserved, h.refusals
        FROM wanted WHERE wanted.host = h.host
      ) AS answer
    ) AS claim
  `.execute(db);
  const claims = new Map(rows.map(({ host, claim }) => [host, claim]));
  return requests.map(({ host }) => {
    const claim = claims.get(host)!;
    return { ...claim, waitMs: Math.max(0, Math.round(claim.waitMs)) };
  });
}

/** Extends the lease of a slot while the answer is received. */
export async function renewSlot(db: Database, host: string, lease: string, seconds: number): Promise<void> {
  await sql`
    UPDATE hosts SET leases = leases
      || jsonb_build_object(${lease}::text, extract(epoch FROM ${DATABASE_CLOCK}) + ${seconds}::float8)
     WHERE host = ${host} AND leases ? ${lease}::text`.execute(db);
}

/** A slot that is given back. */
export interface UsedSlot extends Pick<SlotRequest, 'host' | 'lease'> {
  /** Whether the host took the request: then it counts half as many refusals. */
  readonly isTaken?: boolean;
}

const USED_SLOT: Columns = { host: 'text', done: 'text[]', taken: 'boolean' };

/** Gives a slot back after the answer. */
export async function releaseSlot(db: Database, host: string, lease: string): Promise<void> {
  await releaseSlots(db, [{ host, lease }]);
}

/** Gives several slots back. */
export async function releaseSlots(db: Database, slots: readonly UsedSlot[]): Promise<void> {
  const rows = [...Map.groupBy(slots, ({ host }) => host)].map(([host, used]) => ({
    host,
    done: used.map(({ lease }) => lease),
    taken: used.some(({ isTaken }) => isTaken === true),
  }));
  await sql`
    UPDATE hosts SET leases = leases - held.done, refusals = CASE WHEN held.taken THEN refusals / 2 ELSE refusals END
    FROM (
      SELECT slot.* FROM (SELECT * FROM ${rowsOf(USED_SLOT, rows, 'each')} ORDER BY host) AS slot
      CROSS JOIN LATERAL (SELECT FROM hosts WHERE hosts.host = slot.host FOR UPDATE) AS locked
    ) AS held WHERE hosts.host = held.host AND ${NOT_FLUSHED}`.execute(db);
}

/**
 * Whether a slot that was granted for later is still valid. A rest that the host has asked for since then revokes it.
 * @returns milliseconds until the host may be asked again, where the slot is revoked
 */
export async function remainingRest(db: Database, host: string, lease: string): Promise<number | undefined> {
  const { rows } = await sql<{ held: boolean; waitMs: number }>`
    SELECT leases ? ${lease}::text AS held,
           1000 * extract(epoch FROM next_slot_at - ${DATABASE_CLOCK})::float8 AS "waitMs"
    FROM hosts WHERE host = ${host}
  `.execute(db);
  const [row] = rows;
  return row === undefined || row.held ? undefined : Math.max(0, Math.round(row.waitMs));
}

/** The turn of a request that a redirect has led to. */
export interface HopTurn {
  /** False if the host is further away than one distance between requests and the patience. */
  readonly granted: boolean;
  /** Milliseconds until the request may begin. */
  readonly waitMs: number;
  /** Milliseconds that must lie between two requests to the host. */
  readonly gapMs: number;
}

/**
 * Takes a turn at a host for a request that a redirect has led to. A turn that is not granted moves nobody's turn. The
 * chain itself may have asked the host just now, so a whole distance is waited for, or no chain would come to its end.
 * @param patienceMs how much longer than one distance between requests the caller waits
 * @param longestMs the longest that it waits in any case
 */
export async function claimHop(
  db: Database,
  host: string,
  {
    spacingMs,
    patienceMs,
    longestMs,
  }: { readonly spacingMs: number; readonly patienceMs: number; readonly longestMs: number },
): Promise<HopTurn> {
  const seconds = gapOf(sql`${spacingMs / 1000}::float8`);
  const gap = sql`make_interval(secs => ${seconds})`;
  const slot = plausibleSlot(sql`h.next_slot_at`, DATABASE_CLOCK);
  const { rows } = await sql<Omit<HopTurn, 'granted'>>`
    INSERT INTO hosts AS h (host, next_slot_at)
    VALUES (${host}, ${DATABASE_CLOCK} + make_interval(secs => ${spacingMs / 1000}::float8))
    ON CONFLICT (host) DO UPDATE SET next_slot_at = ${slot} + ${gap}
      WHERE ${slot} <= ${DATABASE_CLOCK} + least(${gap} + make_interval(secs => ${patienceMs / 1000}::float8),
                                                  make_interval(secs => ${longestMs / 1000}::float8))
    RETURNING 1000 * extract(epoch FROM h.next_slot_at - ${gap} - ${DATABASE_CLOCK})::float8 AS "waitMs",
              1000 * ${seconds} AS "gapMs"
  `.execute(db);
  const [turn] = rows;
  if (turn !== undefined) return { granted: true, waitMs: wholeMs(turn.waitMs), gapMs: turn.gapMs };
  const away = await sql<Omit<HopTurn, 'granted'>>`
    SELECT 1000 * extract(epoch FROM ${slot} - ${DATABASE_CLOCK})::float8 AS "waitMs", 1000 * ${seconds} AS "gapMs"
      FROM hosts AS h WHERE host = ${host}`.execute(db);
  return {
    granted: false,
    waitMs: wholeMs(away.rows[0]?.waitMs ?? 0),
    gapMs: away.rows[0]?.gapMs ?? spacingMs,
  };
}

function wholeMs(ms: number): number {
  return Math.max(0, Math.round(ms));
}

import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';
import { arrayRowsOfFirst, arraysOf } from '../array-rows.ts';
import { runFixed } from '../fixed-statement.ts';
import { NOT_FLUSHED_TEXT } from '../rows.ts';

/** The database's clock; one instant for the whole statement. */
export const DATABASE_CLOCK = sql<Date>`statement_timestamp()`;

/** The longest time that a host rests or a request waits for its slot. */
export const LONGEST_LINE_TEXT = `interval '1 hour'`;
export const LONGEST_LINE = sql.raw<unknown>(LONGEST_LINE_TEXT);

/**
 * When the next request to the host may begin, now at the earliest. An instant further ahead than `LONGEST_LINE` was
 * set by a clock that ran ahead, and is ignored.
 */
export function plausibleSlot(next: RawBuilder<unknown>, now: RawBuilder<Date>): RawBuilder<Date> {
  return sql<Date>`CASE WHEN ${next} > ${now} + ${LONGEST_LINE} THEN ${now} ELSE greatest(${next}, ${now}) END`;
}

/** The crawl delay of the robots.txt of the host `h`, in seconds. */
export const CRAWL_DELAY = `least(60, coalesce((h.robots #>> '{rules,crawlDelaySeconds}')::float8, 0))`;

/** Seconds between two requests to the host `h`. */
export const gapOf = (spacing: RawBuilder<unknown>) => sql`greatest(${spacing}, ${sql.raw(CRAWL_DELAY)})`;

/** Extends the lease of a slot while the answer is received. */
export async function renewSlot(db: Database, host: string, lease: string, seconds: number): Promise<void> {
  await sql`
    UPDATE hosts SET leases = leases
      || jsonb_build_object(${lease}::text, extract(epoch FROM ${DATABASE_CLOCK}) + ${seconds}::float8)
     WHERE host = ${host} AND leases ? ${lease}::text`.execute(db);
}

/** A slot that is given back. */
export interface UsedSlot {
  readonly host: string;
  readonly lease: string;
  /** Whether the host took the request: then it counts half as many refusals. */
  readonly isTaken?: boolean;
}

/** The slots of one host together. */
export function usedUp(slots: readonly UsedSlot[]): { readonly done: string[]; readonly taken: boolean } {
  return {
    done: slots.map(({ lease }) => lease),
    taken: slots.some(({ isTaken }) => isTaken === true),
  };
}

/** Gives a slot back after the answer. */
export async function releaseSlot(db: Database, host: string, lease: string): Promise<void> {
  await releaseSlots(db, [{ host, lease }]);
}

/** Gives several slots back. */
export async function releaseSlots(db: Database, slots: readonly UsedSlot[]): Promise<void> {
  const rows = slots.map(({ host, lease, isTaken = false }) => ({ host, lease, taken: isTaken }));
  await runFixed(db, RELEASE, arraysOf(USED_SLOT, rows));
}

const USED_SLOT = { host: 'text', lease: 'text', taken: 'boolean' } as const;

const RELEASE = `
  UPDATE hosts SET leases = leases - held.done, refusals = CASE WHEN held.taken THEN refusals / 2 ELSE refusals END
  FROM (
    SELECT slot.* FROM (
      SELECT host, array_agg(lease) AS done, bool_or(taken) AS taken FROM ${arrayRowsOfFirst(USED_SLOT, 'each')}
      GROUP BY host ORDER BY host
    ) AS slot
    CROSS JOIN LATERAL (SELECT FROM hosts WHERE hosts.host = slot.host FOR UPDATE) AS locked
  ) AS held WHERE hosts.host = held.host AND ${NOT_FLUSHED_TEXT}`;

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

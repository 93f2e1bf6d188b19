import type { Claim, SlotRequest } from './slot-request.ts';
import { type RawBuilder, sql } from 'kysely';
import type { HostLimits } from '../../../core/politeness/host-limits.ts';
import type { Database } from '../database.ts';
import { claimFreeSlots } from './claim-free-slots.ts';
import { DATABASE_CLOCK, gapOf, LONGEST_LINE, plausibleSlot, type UsedSlot, usedUp } from './hosts.ts';
import { type Columns, NOT_FLUSHED, rowsOf } from '../rows.ts';

/** The requests for one host. */
const ASKED: Columns = {
  host: 'text',
  asked: 'text[]',
  spacing: 'float8',
  lease_seconds: 'float8',
  patience: 'float8',
  concurrency: 'integer',
  reserves: 'boolean',
  done: 'text[]',
  taken: 'boolean',
};

/** The longest lease of a slot without renewal. Seconds. */
const LONGEST_HOLD = 600;

/**
 * A reservation is kept among the leases as `feed` and the lease. For the first seconds from the next slot it keeps
 * pages away; until it ends there is no other, so that pages get the remaining time.
 */
const RESERVATION = { keepsPagesAway: 6, whole: 30 };
const RESERVED_UNTIL = sql`(SELECT max(value::float8) FROM jsonb_each(live) WHERE key LIKE 'feed %')`;

const GAP = gapOf(sql`spacing`);

/** Whether two requests for a host can be answered by one `claimSlots`. */
export function canShare(a: SlotRequest, b: SlotRequest): boolean {
  return (
    a.reserves !== true &&
    b.reserves !== true &&
    a.limits.concurrency === b.limits.concurrency &&
    a.limits.spacingMs === b.limits.spacingMs &&
    a.limits.leaseMs === b.limits.leaseMs &&
    a.limits.patienceMs === b.limits.patienceMs
  );
}

/** Claims one slot; see `claimSlots`. */
export async function claimSlot(
  db: Database,
  host: string,
  lease: string,
  limits: HostLimits,
  now?: Date,
): Promise<Claim> {
  const claims = await claimSlots(db, [{ host, lease, limits }], [], now);
  return claims[0] as Claim;
}

/** How many of the requests get a slot, if they may from `slot` on and `free` are left. */
const grantedFrom = (slot: RawBuilder<unknown>, free: RawBuilder<unknown>, now: RawBuilder<Date>) => sql`
  greatest(0, least(cardinality(asked), ${free},
    CASE WHEN ${slot} > ${now} + make_interval(secs => patience) THEN 0
      WHEN gap = 0 THEN cardinality(asked)
      ELSE 1 + floor(extract(epoch FROM ${now} + make_interval(secs => patience) - ${slot})::float8 / gap) END))::integer`;

/** The leases of the first requests, each from its slot on. */
const leasesFrom = (slot: RawBuilder<unknown>) => sql`
  (SELECT coalesce(jsonb_object_agg(lease, extract(epoch FROM ${slot}) + (nth - 1) * gap + lease_seconds), '{}')
     FROM unnest(asked) WITH ORDINALITY AS each(lease, nth) WHERE nth <= granted)`;

/** Beside a statement for other hosts, one for fewer free hosts than this costs more than it saves. */
const WORTHWHILE = 3;

/**
 * Claims slots for several hosts, with one statement for those that are free and one for the others. All requests for a
 * host must be able to share (`canShare`). The answers come in the order of the requests.
 *
 * @param used slots of the same hosts that are given back before
 * @param now the database's clock, unless a test sets it
 */
export async function claimSlots(
  db: Database,
  requests: readonly SlotRequest[],
  used: readonly UsedSlot[] = [],
  now?: Date,
): Promise<Claim[]> {
  const others = new Set(used.map(({ host }) => host));
  const first = new Map<string, SlotRequest>();
  for (const request of requests) {
    if (first.has(request.host) || !haveSameTimes(request, requests[0]!)) others.add(request.host);
    first.set(request.host, request);
  }
  const single = requests.filter(({ host }) => !others.has(host));
  const claims =
    single.length < (others.size === 0 ? 1 : WORTHWHILE)
      ? new Map<SlotRequest, Claim>()
      : await claimFreeSlots(db, single, single[0]!.limits, now);
  const left = requests.filter((request) => !claims.has(request));
  if (left.length > 0)
    for (const [at, claim] of (await claimBusySlots(db, left, used, now)).entries())
      claims.set(left[at]!, claim);
  return requests.map((request) => claims.get(request)!);
}

function haveSameTimes({ limits: a }: SlotRequest, { limits: b }: SlotRequest): boolean {
  return a.spacingMs === b.spacingMs && a.leaseMs === b.leaseMs;
}

/**
 * `nextSlot` of test/support/host-slot-model.ts in one statement, for several hosts. Requests for the same host are
 * answered as if they came one after the other. ON CONFLICT locks the rows, so the limits hold across all workers and
 * machines. A crawl delay in the host's robots.txt counts as spacing.
 */
async function claimBusySlots(
  db: Database,
  requests: readonly SlotRequest[],
  used: readonly UsedSlot[],
  instant: Date | undefined,
): Promise<Claim[]> {
  const now = instant === undefined ? DATABASE_CLOCK : sql<Date>`${instant}::timestamptz`;
  const usedByHost = Map.groupBy(used, ({ host }) => host);
  const wanted = [...Map.groupBy(requests, ({ host }) => host)].map(([host, asking]) => {
    const { limits, reserves = false } = asking[0]!;
    return {
      host,
      asked: asking.map(({ lease }) => lease),
      spacing: limits.spacingMs / 1_000,
      lease_seconds: limits.leaseMs / 1_000,
      patience: limits.patienceMs / 1_000,
      concurrency: limits.concurrency,
      reserves,
      ...usedUp(usedByHost.get(host) ?? []),
    };
  });
  const { keepsPagesAway, whole } = RESERVATION;
  const gap = sql`make_interval(secs => gap)`;
  // Those who wait have a time each, one gap after the other.
  const tailAfter = (tail: RawBuilder<unknown>) => sql`
    CASE WHEN granted = cardinality(asked) THEN ${tail}
      ELSE least(greatest(${tail}, slot + granted * ${gap}) + (cardinality(asked) - granted) * ${gap}, ${now} + ${LONGEST_LINE}) END`;
  // Locked in the order of names, as in `releaseSlots`, so there are no deadlocks.
  const { rows } = await sql<{ readonly host: string; readonly claims: Record<string, Claim> }>`
    WITH wanted AS MATERIALIZED (SELECT * FROM ${rowsOf(ASKED, wanted, 'request')} ORDER BY host)
    INSERT INTO hosts AS h (host, next_slot_at, tail_at, leases)
    SELECT host, slot + granted * ${gap}, ${tailAfter(sql`'-infinity'::timestamptz`)}, ${leasesFrom(sql`slot`)}
      FROM (
        SELECT *, ${grantedFrom(sql`slot`, sql`concurrency`, now)} AS granted
          FROM (SELECT *, ${now} AS slot, spacing AS gap FROM wanted) AS fresh
      ) AS decided
     WHERE ${NOT_FLUSHED} ORDER BY host
    ON CONFLICT (host) DO UPDATE SET (next_slot_at, tail_at, leases, refusals) = (
      SELECT CASE WHEN granted > 0 THEN slot + granted * ${gap} ELSE h.next_slot_at END,
             ${tailAfter(sql`CASE WHEN h.tail_at > ${now} + ${LONGEST_LINE} THEN slot ELSE h.tail_at END`)},
             live || CASE WHEN granted = 0 AND reserves AND reserved_until IS NULL
                            AND slot <= ${now} + ${gap} + make_interval(secs => patience)
               THEN jsonb_build_object('feed ' || asked[1], extract(epoch FROM slot) + ${whole}::float8)
               ELSE ${leasesFrom(sql`slot`)} END,
             CASE WHEN taken THEN h.refusals / 2 ELSE h.refusals END
      FROM (
        SELECT *, CASE
            WHEN NOT reserves AND reserved_until - ${whole - keepsPagesAway}::float8 > extract(epoch FROM ${now}) THEN 0
            ELSE ${grantedFrom(
              sql`slot`,
              sql`concurrency - (SELECT count(*) FROM jsonb_object_keys(live) AS key WHERE key NOT LIKE 'feed %')::integer`,
              now,
            )} END AS granted
        FROM (
          SELECT *, ${RESERVED_UNTIL} AS reserved_until
          FROM (
            SELECT wanted.*, ${plausibleSlot(sql`h.next_slot_at`, now)} AS slot, ${GAP} AS gap,
                   (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(h.leases - wanted.done)
                    WHERE value::float8 > extract(epoch FROM ${now})
                      AND value::float8 <= extract(epoch FROM ${now}) + ${LONGEST_HOLD}) AS live
              FROM wanted WHERE wanted.host = h.host
          ) AS seen
        ) AS reserved
      ) AS decided
    )
    RETURNING h.host, (
      SELECT json_object_agg(lease, row_to_json(answer)) FROM wanted
       CROSS JOIN unnest(asked) WITH ORDINALITY AS each(lease, nth)
       CROSS JOIN LATERAL (
        SELECT h.leases ? lease AS granted,
          1000 * extract(epoch FROM
            CASE WHEN h.leases ? lease THEN to_timestamp((h.leases ->> lease)::float8 - lease_seconds)
              ELSE h.tail_at - (cardinality(asked) - nth) * make_interval(secs => ${GAP}) END - ${now})::float8 AS "waitMs",
          1000 * extract(epoch FROM greatest(h.next_slot_at, ${now}) - ${now})::float8 AS "restMs",
          1000 * ${GAP} AS "gapMs", h.leases ? ('feed ' || lease) AS reserved, h.refusals
      ) AS answer
      WHERE wanted.host = h.host
    ) AS claims
  `.execute(db);
  const claims = new Map(rows.map((row) => [row.host, new Map(Object.entries(row.claims))]));
  return requests.map(({ host, lease }) => {
    const claim = claims.get(host)!.get(lease)!;
    return { ...claim, waitMs: Math.max(0, Math.round(claim.waitMs)) };
  });
}

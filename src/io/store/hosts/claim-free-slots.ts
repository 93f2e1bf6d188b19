import type { HostLimits } from '../../../core/politeness/host-limits.ts';
import { arrayRowsOfFirst, arraysOf } from '../array-rows.ts';
import type { Claim, SlotRequest } from './slot-request.ts';
import type { Database } from '../database.ts';
import { runFixed } from '../fixed-statement.ts';
import { CRAWL_DELAY, LONGEST_LINE_TEXT } from './hosts.ts';
import { NOT_FLUSHED_TEXT } from '../rows.ts';

/** A slot that was given at once. */
interface FreeSlot {
  readonly host: string;
  readonly gapMs: number;
  readonly refusals: number;
}

const WANTED = { host: 'text', lease: 'text' } as const;

/**
 * A host is free if nobody has a slot or a reservation, and its next slot is not in the future. Locked in the order of
 * names, as in `claimSlots`, so there are no deadlocks.
 */
const NOW = `coalesce($6::timestamptz, statement_timestamp())`;
const CLAIM = `
  INSERT INTO hosts AS h (host, next_slot_at, leases)
  SELECT host, ${NOW} + make_interval(secs => $4::float8), jsonb_build_object(lease, extract(epoch FROM ${NOW}) + $5::float8)
    FROM (SELECT * FROM ${arrayRowsOfFirst(WANTED, 'request')} ORDER BY host) AS wanted
   WHERE ${NOT_FLUSHED_TEXT} ORDER BY host
  ON CONFLICT (host) DO UPDATE
     SET next_slot_at = ${NOW} + make_interval(secs => greatest($4::float8, ${CRAWL_DELAY})),
         leases = excluded.leases
   WHERE h.leases = '{}' AND h.next_slot_at <= ${NOW}
     AND h.tail_at <= ${NOW} + ${LONGEST_LINE_TEXT}
  RETURNING h.host, 1000 * greatest($4::float8, ${CRAWL_DELAY}) AS "gapMs", h.refusals`;

/**
 * Claims slots of hosts that are free, which most are. The statement is a fifth of the work of `claimSlots`, which
 * decides for the others.
 * @param requests each for a host of its own, with the same limits
 * @param now the database's clock where undefined
 * @returns the requests that have a slot, which begins at once
 */
export async function claimFreeSlots(
  db: Database,
  requests: readonly SlotRequest[],
  { spacingMs, leaseMs }: Pick<HostLimits, 'spacingMs' | 'leaseMs'>,
  now: Date | undefined,
): Promise<Map<SlotRequest, Claim>> {
  const rows = await runFixed<FreeSlot>(db, CLAIM, [
    ...arraysOf(
      WANTED,
      requests.map(({ host, lease }) => ({ host, lease })),
    ),
    spacingMs / 1_000,
    leaseMs / 1_000,
    now ?? null,
  ]);
  const byHost = new Map(requests.map((request) => [request.host, request]));
  return new Map(
    rows.map(({ host, gapMs, refusals }) => [
      byHost.get(host)!,
      { granted: true, waitMs: 0, restMs: gapMs, gapMs, reserved: false, refusals },
    ]),
  );
}

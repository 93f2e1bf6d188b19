import { sql } from 'kysely';
import type { RobotsState } from '../../core/politeness/robots-cache.ts';
import type { Database } from './database.ts';

export interface HostLimits {
  /** Requests under way at a time, over all workers. */
  readonly concurrency: number;
  /** Seconds between the starts of two requests. */
  readonly spacing: number;
  /** Seconds after which a request that has not come back (its worker was killed) holds nobody up any more. */
  readonly lease: number;
}

export type Slot =
  | { readonly status: 'granted'; readonly at: Date; readonly lease: string }
  /** Nothing is free soon; worth another try then. */
  | { readonly status: 'later'; readonly at: Date };

/** A slot further away than this is not reserved: the job gives way to those for other hosts. Seconds. */
const PATIENCE = 2;

/**
 * Reserves the right to send one request to a host, in one statement, so that the limits hold over all workers on
 * all machines. A granted slot may lie up to two seconds ahead: wait until then. The database's clock counts, so
 * that machines need not agree on the time.
 */
export async function claimSlot(db: Database, host: string, limits: HostLimits): Promise<Slot> {
  const { rows } = await sql<{ at: Date; lease: string }>`
    INSERT INTO hosts AS h (host, next_slot_at, leases)
    VALUES (${host}, clock_timestamp() + make_interval(secs => ${limits.spacing}),
            ARRAY[clock_timestamp() + make_interval(secs => ${limits.lease})])
    ON CONFLICT (host) DO UPDATE SET
      next_slot_at = greatest(h.next_slot_at, clock_timestamp()) + make_interval(secs => ${limits.spacing}),
      leases = ARRAY(SELECT l FROM unnest(h.leases) AS l WHERE l > clock_timestamp())
               || (clock_timestamp() + make_interval(secs => ${limits.lease}))
    WHERE h.next_slot_at <= clock_timestamp() + make_interval(secs => ${PATIENCE})
      AND (SELECT count(*) FROM unnest(h.leases) AS l WHERE l > clock_timestamp()) < ${limits.concurrency}
    RETURNING h.next_slot_at - make_interval(secs => ${limits.spacing}) AS at, h.leases[cardinality(h.leases)]::text AS lease
  `.execute(db);
  const granted = rows[0];
  if (granted !== undefined) return { status: 'granted', ...granted };
  const waiting = await sql<{ at: Date }>`
    SELECT greatest(next_slot_at, clock_timestamp() + interval '1 second') AS at FROM hosts WHERE host = ${host}
  `.execute(db);
  return { status: 'later', at: waiting.rows[0]?.at ?? new Date() };
}

/** Gives the slot back when the answer is there. */
export async function releaseSlot(db: Database, host: string, lease: string): Promise<void> {
  await sql`UPDATE hosts SET leases = array_remove(leases, ${lease}::timestamptz) WHERE host = ${host}`.execute(
    db,
  );
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
  const values = { robots: JSON.stringify(robots), robots_expires_at: robots.expiresAt };
  await db
    .insertInto('hosts')
    .values({ host, ...values })
    .onConflict((conflict) => conflict.column('host').doUpdateSet(values))
    .execute();
}

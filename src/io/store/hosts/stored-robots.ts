import { sql } from 'kysely';
import type { RobotsState } from '../../../core/politeness/robots-cache.ts';
import type { Database } from '../database.ts';
import { type Columns, NOT_FLUSHED, rowsOf } from '../rows.ts';

/** The stored robots.txt of several sites, by host, with instants as dates. */
export async function getRobots(db: Database, hosts: readonly string[]): Promise<Map<string, RobotsState>> {
  const rows = await db
    .selectFrom('hosts')
    .select(['host', 'robots'])
    .where(sql<boolean>`host = ANY (${hosts}::text[])`)
    .where('robots', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ host, robots }) => {
      if (robots === null) return [];
      const { rules, expiresAt, unreachableSince } = robots;
      const since = unreachableSince === undefined ? undefined : new Date(unreachableSince);
      return [[host, { rules, expiresAt: new Date(expiresAt), unreachableSince: since }] as const];
    }),
  );
}

/** Stores the robots.txt of a host in place of an earlier one. */
export async function writeRobots(db: Database, host: string, robots: RobotsState): Promise<void> {
  await writeAllRobots(db, [{ host, robots }]);
}

const KNOWN_ROBOTS: Columns = { host: 'text', robots: 'jsonb', robots_expires_at: 'timestamptz' };

/** The same for several hosts, each of which may occur once. What a crash of the server loses is fetched again. */
export async function writeAllRobots(
  db: Database,
  known: readonly { readonly host: string; readonly robots: RobotsState }[],
): Promise<void> {
  const rows = known.map(({ host, robots }) => ({ host, robots, robots_expires_at: robots.expiresAt }));
  await sql`
    INSERT INTO hosts (host, robots, robots_expires_at)
    SELECT host, robots, robots_expires_at FROM ${rowsOf(KNOWN_ROBOTS, rows, 'known')}
     WHERE ${NOT_FLUSHED} ORDER BY host
    ON CONFLICT (host) DO UPDATE
      SET robots = excluded.robots, robots_expires_at = excluded.robots_expires_at`.execute(db);
}

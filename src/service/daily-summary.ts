import { sql } from 'kysely';
import { count } from '../core/messages/phrases.ts';
import type { Database } from '../io/store/database.ts';
import type { Finding } from './doctor/finding.ts';

interface Day {
  readonly items: number;
  readonly matched: number;
  readonly alerts: number;
  readonly delivered: number;
}

/** A line with the numbers of the last 24 hours, and what is wrong now. */
export async function dailySummary(db: Database, findings: readonly Finding[], now: Date): Promise<string> {
  const since = new Date(now.getTime() - 86_400_000);
  const { rows } = await sql<Day>`
    SELECT (SELECT count(*) FROM articles WHERE fetched_at >= ${since})::int AS items,
           (SELECT count(*) FROM articles WHERE fetched_at >= ${since} AND story_id IS NOT NULL)::int AS matched,
           (SELECT count(*) FROM alerts WHERE created_at >= ${since})::int AS alerts,
           (SELECT count(*) FROM deliveries WHERE state = 'delivered' AND delivered_at >= ${since})::int AS delivered`.execute(
    db,
  );
  const { items = 0, matched = 0, alerts = 0, delivered = 0 } = rows[0] ?? {};
  const bad = findings.filter(({ state }) => state === 'bad').map(({ what, says }) => `${what}: ${says}`);
  const day = `${count(items, 'article')} read, ${matched} matched, ${count(alerts, 'alert')}, ${delivered} delivered`;
  return `${day}. ${bad.length === 0 ? 'Nothing is wrong.' : bad.join('; ')}`;
}

import { type Kysely, sql } from 'kysely';

/**
 * Feeds that answered 410 were not asked again before; now they are, at least once a week. Those that rest are asked
 * again within six hours.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    UPDATE feeds
    SET status = 'active', failures = greatest(failures, 1), next_poll_at = now() + random() * interval '6 hours'
    WHERE status = 'gone'`.execute(db);
}

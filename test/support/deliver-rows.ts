import { sql } from 'kysely';
import type { Database } from '../../src/io/store/database.ts';

export interface AlertRows {
  readonly count: number;
  readonly channels?: readonly string[];
  readonly route?: string;
  /** Distinguishes these alerts from others in the same database. */
  readonly name?: string;
  readonly dueAt?: Date;
  /** All alerts in one delivery for each channel. */
  readonly bundle?: 'digest' | 'quiet hours' | 'hourly cap';
}

/** Writes alerts with their stories, articles, matches and deliveries, as the pipeline leaves them in the outbox. */
export async function insertAlerts(db: Database, rows: AlertRows): Promise<void> {
  const { count, channels = ['hook'], route = 'all', name = 'story', bundle } = rows;
  const { dueAt = new Date() } = rows;
  await sql`
    WITH new_stories AS (
      INSERT INTO stories (title, link, outlets, languages, article_count, state, first_report_at, last_report_at)
      SELECT ${name}::text || ' ' || n, 'https://outlet.example/' || ${name}::text || '/' || n, '{Example Daily}', '{en}', 1,
             '{}', ${dueAt}::timestamptz, ${dueAt}::timestamptz
        FROM generate_series(1, ${count}::int) AS n
      RETURNING id, title, link
    ), new_articles AS (
      INSERT INTO articles (canonical_url, url, outlet, title, text, content_hash, language, language_tag,
                            language_confidence, confidence, via, reported_at, fetched_at, story_id)
      SELECT link, link, 'Example Daily', title, 'The ministry widened its export ban on AI chips.', 'hash', 'eng', 'en',
             0.99, 0.9, 'dom', ${dueAt}::timestamptz, ${dueAt}::timestamptz, id
        FROM new_stories
      RETURNING id, story_id
    ), new_matches AS (
      INSERT INTO matches (article_id, topic, label, level, confidence, stance, rules, passages, version, matched_at)
      SELECT id, 'chip_ban', 'Chip ban', 'sure', 92, 'in force', '[{"id":"export-ban","weight":12}]',
             '[{"rule":"export-ban","field":"text","start":0,"end":48,"text":"The ministry widened its export ban on AI chips.","terms":[{"start":25,"end":35,"concept":"export_ban"}]}]',
             'test', ${dueAt}::timestamptz
        FROM new_articles
    ), new_alerts AS (
      INSERT INTO alerts (story_id, article_id, route, development, kind, created_at)
      SELECT story_id, id, ${route}, 'first', 'alert', ${dueAt}::timestamptz FROM new_articles
      RETURNING id, story_id
    ), new_alert_topics AS (
      INSERT INTO alert_topics (alert_id, story_id, route, topic)
      SELECT id, story_id, ${route}, 'chip_ban' FROM new_alerts
    ), addressed AS (
      SELECT new_alerts.id, channel,
             ${bundle === undefined ? sql`'alert-' || new_alerts.id` : sql`${`${bundle}@${name}`}::text`} AS subject
        FROM new_alerts CROSS JOIN unnest(${channels}::text[]) AS channel
    ), new_deliveries AS (
      INSERT INTO deliveries (id, route, channel, kind, subject, planned_at, due_at, held_for, created_at)
      SELECT DISTINCT ON (channel, subject) gen_random_uuid(), ${route}, channel, 'alert', subject,
             ${dueAt}::timestamptz, ${dueAt}::timestamptz, ${bundle ?? null}::text, ${dueAt}::timestamptz
        FROM addressed
      RETURNING id, channel, subject
    )
    INSERT INTO delivery_alerts (delivery_id, alert_id)
    SELECT new_deliveries.id, addressed.id FROM addressed JOIN new_deliveries USING (channel, subject)`.execute(
    db,
  );
}

/** How many deliveries are in each state. */
export async function deliveryCounts(
  db: Database,
): Promise<{ pending: number; delivered: number; dead: number }> {
  const { rows } = await sql<{ state: string; count: number }>`
    SELECT state, count(*)::int AS count FROM deliveries GROUP BY state`.execute(db);
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { pending: of('pending'), delivered: of('delivered'), dead: of('dead') };
}

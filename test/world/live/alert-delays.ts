import { sql } from 'kysely';
import type { Database } from '../../../src/io/store/database.ts';
import { quantile } from '../../support/quantile.ts';
import type { WatchedWorld } from './watched-world.ts';

/** Delays in seconds, over the alerted events. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

export interface AlertDelays {
  /** The number of events counted: those that began after the service had polled all feeds once. */
  readonly events: number;
  /** From the publication of an event's first report that is surely on a topic to the first message. */
  readonly whole: Spread;
  /** The same for each step: until it is an item, an alert, and a message that the receiver accepted. */
  readonly toItem: Spread;
  readonly toAlert: Spread;
  readonly toMessage: Spread;
}

const spreadOf = (seconds: readonly number[]): Spread => ({
  p50: quantile(seconds, 0.5),
  p95: quantile(seconds, 0.95),
  p99: quantile(seconds, 0.99),
  longest: Math.max(...seconds),
});

/**
 * How long readers waited. A report on no topic is not alerted, so the time of an event starts with its first report
 * that is on one.
 * @param told events with an alert, each with the instant of the first message
 * @param sure ids of the reports that are surely on a topic
 * @param settledAt milliseconds after the start; events before that are not counted, because the service was starting
 */
export async function alertDelays(
  { life, web }: Pick<WatchedWorld, 'life' | 'web'>,
  db: Database,
  {
    told,
    sure,
    settledAt,
  }: {
    readonly told: ReadonlyMap<number, number>;
    readonly sure: ReadonlySet<string>;
    readonly settledAt: number;
  },
): Promise<AlertDelays> {
  const { rows } = await sql<{ id: string; seen: Date; alerted: Date | null }>`
    SELECT substring(items.url FROM '/([a-z0-9]+)[.]html') AS id, first_seen_at AS seen,
           (SELECT min(alerts.created_at) FROM alerts WHERE alerts.story_id = articles.story_id) AS alerted
      FROM items JOIN articles ON articles.id = items.article_id`.execute(db);
  const items = new Map(rows.map((row) => [row.id, row]));
  const delays = [...told].flatMap(([event, at]) => {
    const first = life.find((report) => report.event === event && sure.has(report.id));
    const item = first === undefined ? undefined : items.get(first.id);
    if (first === undefined || first.at < settledAt || item === undefined || item.alerted === null) return [];
    const published = web.begunAt + first.at;
    const [seen, alerted] = [item.seen.getTime(), item.alerted.getTime()];
    return [
      { whole: at - published, toItem: seen - published, toAlert: alerted - seen, toMessage: at - alerted },
    ];
  });
  const spread = (part: 'whole' | 'toItem' | 'toAlert' | 'toMessage') =>
    spreadOf(delays.map((delay) => delay[part] / 1_000));
  return {
    events: delays.length,
    whole: spread('whole'),
    toItem: spread('toItem'),
    toAlert: spread('toAlert'),
    toMessage: spread('toMessage'),
  };
}

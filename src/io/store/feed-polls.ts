import { sql, type Updateable } from 'kysely';
import type { Database } from './database.ts';
import { type FeedRow, updateFeed } from './feeds.ts';
import { type Columns, NOT_FLUSHED, rowsOf } from './rows.ts';
import type { FeedsTable } from './schema.ts';

/** A feed that is about to be polled. */
export interface PollStart {
  readonly id: string;
  readonly now: Date;
}

/**
 * Begins the polls of due feeds. Each start is counted before the poll: if a poll ends the process, its count
 * remains. Leaves out feeds that another worker has begun to poll, and feeds that are no longer watched.
 */
export async function startPolls(db: Database, starts: readonly PollStart[]): Promise<Map<string, FeedRow>> {
  const rows = await db
    .updateTable('feeds')
    .from(
      // Locked in the order of ids, so there are no deadlocks. With the conditions inside, or with a plain join, the server
      // would read all due feeds.
      sql<{ readonly id: string }>`(
        SELECT held.id
        FROM (SELECT * FROM ${rowsOf({ id: 'bigint', now: 'timestamptz' }, starts, 'start')} ORDER BY id) AS begun
        CROSS JOIN LATERAL (
          SELECT id, status, next_poll_at FROM feeds WHERE feeds.id = begun.id OFFSET 0 FOR UPDATE
        ) AS held WHERE held.status = 'active' AND held.next_poll_at <= begun.now)`.as('due'),
    )
    .set((eb) => ({ started: eb('feeds.started', '+', 1) }))
    .whereRef('feeds.id', '=', 'due.id')
    .where(NOT_FLUSHED)
    .returningAll('feeds')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The columns that a poll writes, with their types; JSON as text. */
const OUTCOME: Columns = {
  polled_at: 'timestamptz',
  failures: 'integer',
  next_poll_at: 'timestamptz',
  schedule: 'text',
  schedule_reason: 'text',
  last_status: 'integer',
  last_error: 'text',
  fetch_error: 'text',
  etag: 'text',
  last_modified: 'text',
  succeeded_at: 'timestamptz',
  unconditional_at: 'timestamptz',
  move: 'text',
  content_hash: 'text',
  habits: 'text',
  title: 'text',
  site_url: 'text',
  language: 'text',
  hub_url: 'text',
  topic_url: 'text',
  hub_token: 'text',
  hub_secret: 'text',
  hub_since: 'timestamptz',
  hub_lease_until: 'timestamptz',
  hub_due_at: 'timestamptz',
  gaps: 'integer',
  last_gap_at: 'timestamptz',
  gap: 'text',
};
const JSON_COLUMNS = new Set(['schedule', 'move', 'habits', 'gap']);

/** The columns that a poll changes in its feed. */
export interface PollEnd {
  readonly id: string;
  readonly change: Updateable<FeedsTable>;
}

/** The names of the changed columns, where the change can be written together with others of the same columns. */
export function plainColumns(change: PollEnd['change']): string | undefined {
  const columns = Object.entries(change).flatMap(([column, value]) => (value === undefined ? [] : [column]));
  const isPlain = columns.length > 0 && columns.every((column) => Object.hasOwn(OUTCOME, column));
  return isPlain ? columns.toSorted().join() : undefined;
}

/** Writes the results of polls and ends their leases, in one statement for all that change the same columns. */
export async function endAllPolls(db: Database, ends: readonly PollEnd[]): Promise<void> {
  for (const [columns, group] of Map.groupBy(ends, ({ change }) => plainColumns(change))) {
    if (columns !== undefined) await endPolls(db, group);
    else for (const { id, change } of group) await updateFeed(db, id, change);
  }
}

/** The same where all changes are of the same columns. */
export async function endPolls(db: Database, ends: readonly PollEnd[]): Promise<void> {
  const columns = (plainColumns(ends[0]?.change ?? {}) ?? '').split(',');
  const types = Object.fromEntries(columns.map((column) => [column, OUTCOME[column] as string]));
  const values = sql.raw(
    columns
      .map((column) => `${column} = ended.${column}${JSON_COLUMNS.has(column) ? '::jsonb' : ''}`)
      .join(', '),
  );
  const rows = ends.map(({ id, change }) => ({ id, ...change }));
  await sql`
    UPDATE feeds SET started = 0, leased_until = NULL, ${values} FROM (
      SELECT result.* FROM (SELECT * FROM ${rowsOf({ id: 'bigint', ...types }, rows, 'each')} ORDER BY id) AS result
      CROSS JOIN LATERAL (SELECT FROM feeds WHERE feeds.id = result.id FOR UPDATE) AS held
    ) AS ended WHERE feeds.id = ended.id AND ${NOT_FLUSHED}`.execute(db);
}

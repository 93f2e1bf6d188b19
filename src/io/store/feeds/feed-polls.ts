import type { Updateable } from 'kysely';
import { type ArrayColumns, arrayRowsOfFirst, arraysOf } from '../array-rows.ts';
import type { Database } from '../database.ts';
import { type FeedRow, updateFeed } from './feeds.ts';
import { runFixed } from '../fixed-statement.ts';
import { NOT_FLUSHED_TEXT } from '../rows.ts';
import type { FeedsTable } from '../schema.ts';

/** What a poll reads of its feed. Each further column costs each poll. */
const POLLED = [
  'id',
  'url',
  'title',
  'site_url',
  'language',
  'backfill_age_seconds',
  'etag',
  'last_modified',
  'content_hash',
  'polled_at',
  'succeeded_at',
  'unconditional_at',
  'failures',
  'started',
  'status',
  'last_status',
  'fetch_error',
  'schedule',
  'schedule_reason',
  'move',
  'gaps',
  'habits',
  'gap',
  'hub_url',
  'topic_url',
  'hub_token',
  'hub_secret',
  'hub_since',
  'hub_lease_until',
  'hub_due_at',
] as const satisfies readonly (keyof FeedRow)[];

/** A feed as a poll sees it. */
export type PolledFeed = Pick<FeedRow, (typeof POLLED)[number]>;

/** A feed that is about to be polled. */
export interface PollStart {
  readonly id: string;
  readonly now: Date;
}

/**
 * Begins the polls of due feeds. Each start is counted before the poll: if a poll ends the process, its count
 * remains. Leaves out feeds that another worker has begun to poll, and feeds that are no longer watched.
 */
export async function startPolls(
  db: Database,
  starts: readonly PollStart[],
): Promise<Map<string, PolledFeed>> {
  const rows = await runFixed<PolledFeed>(
    db,
    START,
    arraysOf(
      STARTS,
      starts.map(({ id, now }) => ({ id, now })),
    ),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const STARTS = { id: 'bigint', now: 'timestamptz' } as const;

// Locked in the order of ids, so there are no deadlocks. With the conditions inside, or with a plain join, the server
// would read all due feeds.
const START = `
  UPDATE feeds SET started = feeds.started + 1
  FROM (
    SELECT held.id
    FROM (SELECT * FROM ${arrayRowsOfFirst(STARTS, 'start')} ORDER BY id) AS begun
    CROSS JOIN LATERAL (
      SELECT id, status, next_poll_at FROM feeds WHERE feeds.id = begun.id OFFSET 0 FOR UPDATE
    ) AS held WHERE held.status = 'active' AND held.next_poll_at <= begun.now
  ) AS due
  WHERE feeds.id = due.id AND ${NOT_FLUSHED_TEXT}
  RETURNING ${POLLED.map((column) => `feeds.${column}`).join(', ')}`;

/** The columns that a poll writes, with their types; JSON as text. */
const OUTCOME: ArrayColumns = {
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
  const columns = plainColumns(ends[0]?.change ?? {}) ?? '';
  let end = STATEMENTS.get(columns);
  if (end === undefined) STATEMENTS.set(columns, (end = endStatement(columns.split(','))));
  const rows = ends.map(({ id, change }) => ({ ...(change as Readonly<Record<string, Date>>), id }));
  await runFixed(db, end.text, arraysOf(end.rows, rows));
}

interface EndStatement {
  readonly text: string;
  readonly rows: ArrayColumns;
}

/** By the changed columns, of which polls have a few sets. */
const STATEMENTS = new Map<string, EndStatement>();

function endStatement(columns: readonly string[]): EndStatement {
  const rows: ArrayColumns = {
    id: 'bigint',
    ...Object.fromEntries(columns.map((column) => [column, OUTCOME[column]!])),
  };
  const values = columns
    .map((column) => `${column} = ended.${column}${JSON_COLUMNS.has(column) ? '::jsonb' : ''}`)
    .join(', ');
  const text = `
    UPDATE feeds SET started = 0, leased_until = NULL, ${values} FROM (
      SELECT result.* FROM (SELECT * FROM ${arrayRowsOfFirst(rows, 'each')} ORDER BY id) AS result
      CROSS JOIN LATERAL (SELECT FROM feeds WHERE feeds.id = result.id FOR UPDATE) AS held
    ) AS ended WHERE feeds.id = ended.id AND ${NOT_FLUSHED_TEXT}`;
  return { text, rows };
}

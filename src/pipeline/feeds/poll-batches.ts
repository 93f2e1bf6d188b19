import type { Database } from '../../io/store/database.ts';
import {
  endPolls,
  plainColumns,
  type PolledFeed,
  type PollEnd,
  type PollStart,
  startPolls,
} from '../../io/store/feeds/feed-polls.ts';
import { updateFeed } from '../../io/store/feeds/feeds.ts';
import { batchTasks, perDatabase } from '../batch-tasks.ts';

/** How long a poll that begins or has ended waits for others while many do. Milliseconds. */
const BUSY_LINGER = { start: 10, end: 20 };

/** Begins the polls that start together, in one statement. Undefined for a feed that is no longer due. */
export const startPoll = perDatabase((db: Database) =>
  batchTasks<PollStart, PolledFeed | undefined>(
    async (starts) => {
      const started = await startPolls(db, starts);
      return starts.map(({ id }) => started.get(id));
    },
    { apart: ({ id }) => [id], busyLinger: BUSY_LINGER.start },
  ),
);

/** Records the polls that end together, in one statement if they change the same columns. */
export async function endPoll(db: Database, end: PollEnd): Promise<void> {
  const columns = plainColumns(end.change);
  if (columns === undefined) return updateFeed(db, end.id, end.change);
  const groups = ending(db);
  let group = groups.get(columns);
  if (group === undefined) {
    group = batchTasks(
      async (ends) => {
        await endPolls(db, ends);
        return [];
      },
      { apart: ({ id }) => [id], busyLinger: BUSY_LINGER.end },
    );
    groups.set(columns, group);
  }
  return group(end);
}

/** One group for each set of columns; there are only a few. */
const ending = perDatabase((_db: Database) => new Map<string, (end: PollEnd) => Promise<void>>());

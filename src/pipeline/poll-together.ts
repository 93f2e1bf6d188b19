import type { Database } from '../io/store/database.ts';
import { endPolls, plainColumns, type PollEnd, type PollStart, startPolls } from '../io/store/feed-polls.ts';
import { type FeedRow, updateFeed } from '../io/store/feeds.ts';
import { gather, perDatabase } from './gather.ts';

/** Polls that begin together are taken in hand in one statement. Undefined for a feed that is not due any more. */
export const startPoll = perDatabase((db: Database) =>
  gather<PollStart, FeedRow | undefined>(
    async (starts) => {
      const started = await startPolls(db, starts);
      return starts.map(({ id }) => started.get(id));
    },
    { apart: ({ id }) => [id] },
  ),
);

/** Polls that end together are written down together, where they change the same columns. */
export async function endPoll(db: Database, end: PollEnd): Promise<void> {
  const columns = db.isTransaction ? undefined : plainColumns(end.change);
  if (columns === undefined) return updateFeed(db, end.id, end.change);
  const groups = ending(db);
  let group = groups.get(columns);
  if (group === undefined) {
    group = gather(
      async (ends) => {
        await endPolls(db, ends);
        return [];
      },
      { apart: ({ id }) => [id] },
    );
    groups.set(columns, group);
  }
  return group(end);
}

/** By the columns: what polls write has a handful of forms. */
const ending = perDatabase((_db: Database) => new Map<string, (end: PollEnd) => Promise<void>>());

import type { Database } from '../database.ts';

/** Marks a story read or starred for one reader, or takes the mark away. */
export async function markStory(
  db: Database,
  reader: string,
  storyId: string,
  mark: 'read' | 'starred',
  on: boolean,
  now: Date,
): Promise<void> {
  const column = mark === 'read' ? 'read_at' : 'starred_at';
  const value = on ? now : null;
  await db
    .insertInto('story_marks')
    .values({ reader, story_id: storyId, [column]: value })
    .onConflict((conflict) => conflict.columns(['reader', 'story_id']).doUpdateSet({ [column]: value }))
    .execute();
}

/** The marks that a reader set on a story. */
export async function marksOf(
  db: Database,
  reader: string,
  storyId: string,
): Promise<{ readonly read: boolean; readonly starred: boolean }> {
  const row = await db
    .selectFrom('story_marks')
    .select(['read_at', 'starred_at'])
    .where('reader', '=', reader)
    .where('story_id', '=', storyId)
    .executeTakeFirst();
  return { read: (row?.read_at ?? null) !== null, starred: (row?.starred_at ?? null) !== null };
}

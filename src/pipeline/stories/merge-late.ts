import type { FoundMerge } from '../../core/stories/find-merge.ts';
import type { Database } from '../../io/store/database.ts';
import { articlesOf, tryLockArticles } from '../../io/store/stories/story-articles.ts';
import { getStory, type StoryRow } from '../../io/store/stories/stories.ts';
import { wereSplit } from '../../io/store/stories/story-splits.ts';
import { absorbStory } from './move-articles.ts';

/**
 * Merges two stories that a report has just shown to be one, in the transaction that publishes the report, under the
 * publishing lock. The alerts of both move with their articles, so that from now on only one story continues.
 * Undefined, and the stories stay two, where a person or the nightly check decided otherwise before, or where an
 * article is being read again right now.
 */
export async function mergeLate(tx: Database, merge: FoundMerge, now: Date): Promise<StoryRow | undefined> {
  const [intoId, fromId] = [merge.into.storyId, merge.from.storyId];
  // A worker that reads an article again holds its row and waits for our publishing lock. Waiting for the row would
  // be a deadlock.
  if (!(await tryLockArticles(tx, fromId))) return undefined;
  const articles = [...(await articlesOf(tx, intoId)), ...(await articlesOf(tx, fromId))];
  if (articles.some(({ story_pinned: pinned }) => pinned) || (await wereSplit(tx, intoId, fromId)))
    return undefined;
  const into = (await getStory(tx, intoId)) as StoryRow;
  const says = `a later report showed that story ${fromId} and this one are one`;
  const moved = { reasons: [{ says, weight: 0 }, ...merge.reasons], score: merge.score, pinned: false };
  const { story } = await absorbStory(tx, into, fromId, { by: 'a later report', moved }, now);
  return story;
}

import type { Database } from '../../io/store/database.ts';
import { articlesOf, type Moved } from '../../io/store/stories/story-articles.ts';
import { getStory, type StoryRow } from '../../io/store/stories/stories.ts';
import { absorbStory, divideStory, holdingStories } from './move-articles.ts';

export type Rearranged =
  | {
      readonly status: 'done';
      readonly stories: readonly StoryRow[];
      /** Articles that are in another story now. */
      readonly moved: number;
    }
  | { readonly status: 'refused'; readonly reason: string };

/**
 * Merges several stories by a person's decision. All their articles stay in the story from now on, later reports find
 * it, and the ids of the others lead to it.
 */
export async function mergeIntoStory(
  db: Database,
  intoId: string,
  fromIds: readonly string[],
  now: Date,
): Promise<Rearranged> {
  return holdingStories(db, [intoId, ...fromIds], async (tx) => {
    const refusal = await findRefusal(tx, [intoId, ...fromIds]);
    if (refusal !== undefined) return { status: 'refused', reason: refusal };
    let into = (await getStory(tx, intoId)) as StoryRow;
    let moved = 0;
    for (const fromId of fromIds) {
      const says = `a person merged story ${fromId} into this one`;
      const done = await absorbStory(tx, into, fromId, { by: 'a person', moved: byPerson(says) }, now);
      into = done.story;
      moved += done.moved;
    }
    return { status: 'done', stories: [into], moved };
  });
}

/**
 * Moves articles of a story into a new one by a person's decision. Both halves stay as they are from now on; later
 * reports go to the half they resemble more.
 */
export async function splitFromStory(
  db: Database,
  storyId: string,
  articleIds: readonly string[],
  now: Date,
): Promise<Rearranged> {
  return holdingStories(db, [storyId], async (tx) => {
    const refusal = await findRefusal(tx, [storyId]);
    if (refusal !== undefined) return { status: 'refused', reason: refusal };
    const articles = await articlesOf(tx, storyId);
    const leaving = new Set(articleIds);
    const stranger = articleIds.find((id) => !articles.some((article) => article.id === id));
    if (stranger !== undefined)
      return { status: 'refused', reason: `article ${stranger} is not in story ${storyId}` };
    if (leaving.size === articles.length)
      return { status: 'refused', reason: 'a split has to leave an article in the story' };
    const moved = byPerson(`a person took it out of story ${storyId}`);
    return divideStory(tx, { storyId, articles, leaving, by: 'a person', moved }, now);
  });
}

function byPerson(says: string): Moved {
  return { reasons: [{ says, weight: 0 }], score: null, pinned: true };
}

async function findRefusal(tx: Database, storyIds: readonly string[]): Promise<string | undefined> {
  const twice = storyIds.find((id, index) => storyIds.indexOf(id) !== index);
  if (twice !== undefined) return `story ${twice} is named twice`;
  for (const id of storyIds) {
    const story = await getStory(tx, id);
    if (story === undefined) return `there is no story ${id}`;
    if (story.merged_into !== null) return `story ${id} was merged into story ${story.merged_into}`;
  }
  return undefined;
}

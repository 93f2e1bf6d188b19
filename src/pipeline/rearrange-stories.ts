import { storyKeys } from '../core/stories/keys.ts';
import { mergeStories, splitStory, type StoredArticle } from '../core/stories/rearrange-stories.ts';
import type { StoryRecord } from '../core/stories/story.ts';
import type { Database } from '../io/store/database.ts';
import { type LedgerEntry, record } from '../io/store/ledger.ts';
import {
  articlesOf,
  closeStory,
  lockArticles,
  moveAlerts,
  moveArticles,
  pinArticles,
  type PlacedArticle,
} from '../io/store/rearranged.ts';
import { extendSilences } from '../io/store/silences.ts';
import {
  getStory,
  insertStory,
  lockPublishing,
  type StoryRow,
  type StoryWrite,
  toRecord,
  updateStory,
} from '../io/store/stories.ts';

// Neither merging nor splitting alerts anybody. An alert says that something happened; here only our own filing
// changed, and every report concerned has been through the routes already. What they were told moves with the
// articles, so that the next report is news exactly where it is news.

export type Rearranged =
  | {
      readonly status: 'done';
      readonly stories: readonly StoryRow[];
      /** Articles that are in another story now. */
      readonly moved: number;
    }
  | { readonly status: 'refused'; readonly reason: string };

/** Stands for the story that a split is about to make. */
const NEW_STORY = 'new';

/**
 * Makes one story of several because a person said so. All their articles stay in it from now on, later reports of
 * either find it, and the ids of the others lead to it.
 */
export async function mergeIntoStory(
  db: Database,
  intoId: string,
  fromIds: readonly string[],
  now: Date,
): Promise<Rearranged> {
  return rearranging(db, [intoId, ...fromIds], async (tx) => {
    const refusal = await findRefusal(tx, [intoId, ...fromIds]);
    if (refusal !== undefined) return { status: 'refused', reason: refusal };
    let into = (await getStory(tx, intoId)) as StoryRow;
    let moved = 0;
    for (const fromId of fromIds) {
      const from = (await getStory(tx, fromId)) as StoryRow;
      const staying = await articlesOf(tx, intoId);
      const coming = await articlesOf(tx, fromId);
      const plan = mergeStories(toRecord(into), toRecord(from), [...staying, ...coming].map(stored));
      into = await updateStory(tx, intoId, written(plan.stories[0] as StoryRecord, [...staying, ...coming]));
      await pinArticles(tx, ids(staying));
      await moveArticles(tx, ids(coming), intoId, `a person merged story ${fromId} into this one`);
      await moveAlerts(tx, ids(coming), intoId);
      await closeStory(tx, fromId, intoId);
      await extendSilences(tx, fromId, intoId);
      moved += coming.length;
      await record(tx, now, [
        { event: 'story.merged', storyId: intoId, detail: { from: fromId, articles: coming.length } },
        { event: 'story.closed', storyId: fromId, detail: { into: intoId, articles: coming.length } },
        ...movedEntries(coming, fromId, intoId),
      ]);
    }
    return { status: 'done', stories: [into], moved };
  });
}

/**
 * Takes articles out of a story into one of their own because a person said so. Both halves stay as they are from
 * now on; later reports go to the half that they are most like.
 */
export async function splitFromStory(
  db: Database,
  storyId: string,
  articleIds: readonly string[],
  now: Date,
): Promise<Rearranged> {
  return rearranging(db, [storyId], async (tx) => {
    const refusal = await findRefusal(tx, [storyId]);
    if (refusal !== undefined) return { status: 'refused', reason: refusal };
    const articles = await articlesOf(tx, storyId);
    const leaving = new Set(articleIds);
    const stranger = articleIds.find((id) => !articles.some((article) => article.id === id));
    if (stranger !== undefined)
      return { status: 'refused', reason: `article ${stranger} is not in story ${storyId}` };
    if (leaving.size === articles.length)
      return { status: 'refused', reason: 'a split has to leave an article in the story' };

    const story = (await getStory(tx, storyId)) as StoryRow;
    const plan = splitStory(toRecord(story), articles.map(stored), leaving, NEW_STORY);
    const [stays, goes] = plan.stories as [StoryRecord, StoryRecord];
    const left = articles.filter((article) => leaving.has(article.id));
    const rest = articles.filter((article) => !leaving.has(article.id));
    const remaining = await updateStory(tx, storyId, written(stays, rest));
    const created = await insertStory(tx, written(goes, left));
    await pinArticles(tx, ids(rest));
    await moveArticles(tx, ids(left), created.id, `a person took it out of story ${storyId}`);
    await moveAlerts(tx, ids(left), created.id);
    await record(tx, now, [
      { event: 'story.split', storyId, detail: { into: created.id, articles: left.length } },
      { event: 'story.split', storyId: created.id, detail: { from: storyId, articles: left.length } },
      ...movedEntries(left, storyId, created.id),
    ]);
    return { status: 'done', stories: [remaining, created], moved: left.length };
  });
}

/** No report joins, and none is read again, while stories change hands. */
async function rearranging(
  db: Database,
  storyIds: readonly string[],
  work: (tx: Database) => Promise<Rearranged>,
): Promise<Rearranged> {
  return db.transaction().execute(async (tx) => {
    // In the order in which publishing takes them, an article's row and then the lock: the other way round, each
    // could wait for the other.
    await lockArticles(tx, storyIds);
    await lockPublishing(tx);
    return work(tx);
  });
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

function stored({ id, features, story_pinned: pinned }: PlacedArticle): StoredArticle {
  if (features === null) throw new Error(`article ${id} is in a story and has no features`);
  return { articleId: id, features, keys: storyKeys(features), pinned };
}

/** What people see of a story, from all its articles; it is called after its first report. */
function written(story: StoryRecord, articles: readonly PlacedArticle[]): StoryWrite {
  const inTime = articles.toSorted((a, b) => (a.features?.at ?? 0) - (b.features?.at ?? 0));
  const first = inTime[0] as PlacedArticle;
  return {
    ...story,
    title: first.title,
    link: first.canonical_url,
    sample: first.sample,
    outlets: [...new Set(inTime.map((article) => article.outlet))],
    languages: [...new Set(inTime.map((article) => article.language_tag))],
  };
}

function movedEntries(articles: readonly PlacedArticle[], from: string, storyId: string): LedgerEntry[] {
  return articles.map(({ id }) => ({ event: 'story.moved', articleId: id, storyId, detail: { from } }));
}

function ids(articles: readonly PlacedArticle[]): string[] {
  return articles.map(({ id }) => id);
}

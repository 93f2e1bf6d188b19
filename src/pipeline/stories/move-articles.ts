import { storyKeys } from '../../core/stories/keys.ts';
import { mergeStories, splitStory, type ArrangedArticle } from '../../core/stories/rearrange-stories.ts';
import type { StoryRecord } from '../../core/stories/story.ts';
import type { Database } from '../../io/store/database.ts';
import { type NewLedgerLine, record } from '../../io/store/ledger.ts';
import {
  articlesOf,
  closeStory,
  lockArticles,
  type Moved,
  moveAlerts,
  moveArticles,
  pinArticles,
  type PlacedArticle,
} from '../../io/store/stories/story-articles.ts';
import { extendSilences } from '../../io/store/silences.ts';
import {
  insertStory,
  lockPublishing,
  type StoryRow,
  type StoryWrite,
  updateStory,
} from '../../io/store/stories/stories.ts';

// Merging and splitting send no alerts. An alert says that something happened; here only our grouping changes, and
// every report has been through the routes already. The alerts move with their articles, so that the next report
// alerts exactly where it is news.

/** Who changes the stories, and what `why` says about the articles that move. */
interface Change {
  readonly by: 'a person' | 'a later report' | 'the nightly check';
  readonly moved: Moved;
}

/** Runs `work` while no report can join these stories and none of their articles is read again. */
export async function holdingStories<Result>(
  db: Database,
  storyIds: readonly string[],
  work: (tx: Database) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    // Locks are taken in the order of publishing: rows of articles, then the lock. The other order could cause a
    // deadlock.
    await lockArticles(tx, storyIds);
    await lockPublishing(tx);
    return work(tx);
  });
}

/** Moves all articles of a story into another one, with their alerts. Both must be held. */
export async function absorbStory(
  tx: Database,
  into: StoryRow,
  fromId: string,
  { by, moved }: Change,
  now: Date,
): Promise<{ story: StoryRow; moved: number }> {
  const staying = await articlesOf(tx, into.id);
  const coming = await articlesOf(tx, fromId);
  const plan = mergeStories(into.id, fromId, [...staying, ...coming].map(stored));
  const story = await updateStory(
    tx,
    into.id,
    written(plan.stories[0] as StoryRecord, [...staying, ...coming]),
  );
  if (moved.pinned) await pinArticles(tx, ids(staying));
  await moveArticles(tx, ids(coming), into.id, moved);
  await moveAlerts(tx, ids(coming), into.id);
  await closeStory(tx, fromId, into.id);
  await extendSilences(tx, fromId, into.id);
  await record(tx, now, [
    { event: 'story.merged', storyId: into.id, detail: { from: fromId, articles: coming.length, by } },
    { event: 'story.closed', storyId: fromId, detail: { into: into.id, articles: coming.length, by } },
    ...movedEntries(coming, fromId, into.id, by),
  ]);
  return { story, moved: coming.length };
}

export interface Division extends Change {
  readonly storyId: string;
  /** All articles of the story. */
  readonly articles: readonly PlacedArticle[];
  readonly leaving: ReadonlySet<string>;
}

/** A placeholder for the id of the new story. */
const NEW_STORY = 'new';

/** Moves some articles of a story into a new one, with their alerts. The story must be held. */
export async function divideStory(
  tx: Database,
  { storyId, articles, leaving, by, moved }: Division,
  now: Date,
): Promise<{ status: 'done'; stories: readonly [StoryRow, StoryRow]; moved: number }> {
  const plan = splitStory(storyId, articles.map(stored), leaving, NEW_STORY);
  const [stays, goes] = plan.stories as [StoryRecord, StoryRecord];
  const left = articles.filter((article) => leaving.has(article.id));
  const rest = articles.filter((article) => !leaving.has(article.id));
  const remaining = await updateStory(tx, storyId, written(stays, rest));
  const created = await insertStory(tx, written(goes, left));
  if (moved.pinned) await pinArticles(tx, ids(rest));
  await moveArticles(tx, ids(left), created.id, moved);
  await moveAlerts(tx, ids(left), created.id);
  await record(tx, now, [
    { event: 'story.split', storyId, detail: { into: created.id, articles: left.length, by } },
    { event: 'story.split', storyId: created.id, detail: { from: storyId, articles: left.length, by } },
    ...movedEntries(left, storyId, created.id, by),
  ]);
  return { status: 'done', stories: [remaining, created], moved: left.length };
}

/** A stored article in the form of the story rules. */
export function stored({ id, features, story_pinned: pinned }: PlacedArticle): ArrangedArticle {
  if (features === null) throw new Error(`article ${id} is in a story and has no features`);
  return { articleId: id, features, keys: storyKeys(features), pinned };
}

/** The stored fields of a story, from all its articles; the title is its first report's. */
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

function movedEntries(
  articles: readonly PlacedArticle[],
  from: string,
  storyId: string,
  by: string,
): NewLedgerLine[] {
  return articles.map(({ id }) => ({ event: 'story.moved', articleId: id, storyId, detail: { from, by } }));
}

function ids(articles: readonly PlacedArticle[]): string[] {
  return articles.map(({ id }) => id);
}

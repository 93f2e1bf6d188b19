import { boundedUnion, representatives } from './story-record.ts';
import { stateAfter } from './story-state.ts';
import type { FeaturedArticle, StoryRecord, StoryState } from './story.ts';

/** An article of a story as stored, with whether a person placed it. */
export interface ArrangedArticle extends FeaturedArticle {
  readonly articleId: string;
  /** A person placed it; no later decision moves it. */
  readonly pinned: boolean;
}

/** The changes of a merge or split, to be written in one transaction. */
export interface StoryRearrangement {
  readonly stories: readonly StoryRecord[];
  /** Articles that are pinned from now on, with their stories. */
  readonly pinned: readonly { readonly articleId: string; readonly storyId: string }[];
  /** The story whose id leads to another from now on. */
  readonly merged: { readonly from: string; readonly into: string } | undefined;
}

/** Merges `from` into `into` by a person's decision. Every article of both is pinned to `into`. */
export function mergeStories(
  into: string,
  from: string,
  articles: readonly ArrangedArticle[],
): StoryRearrangement {
  return {
    stories: [storyOf(into, articles)],
    pinned: articles.map(({ articleId }) => ({ articleId, storyId: into })),
    merged: { from, into },
  };
}

/**
 * Moves some articles of a story into a new one. Both halves are pinned; later reports go to the half they resemble
 * more.
 *
 * @throws {StorySplitError} when the split would leave a story without articles
 */
export function splitStory(
  storyId: string,
  articles: readonly ArrangedArticle[],
  leaving: ReadonlySet<string>,
  newStoryId: string,
): StoryRearrangement {
  const left = articles.filter(({ articleId }) => leaving.has(articleId));
  const stay = articles.filter(({ articleId }) => !leaving.has(articleId));
  if (left.length === 0 || stay.length === 0) {
    throw new StorySplitError(`story ${storyId}: a split needs articles on both sides`);
  }
  return {
    stories: [storyOf(storyId, stay), storyOf(newStoryId, left)],
    pinned: [
      ...stay.map(({ articleId }) => ({ articleId, storyId })),
      ...left.map(({ articleId }) => ({ articleId, storyId: newStoryId })),
    ],
    merged: undefined,
  };
}

export class StorySplitError extends Error {
  override name = 'StorySplitError';
}

/** The record of a story, computed from all its articles. */
export function storyOf(storyId: string, articles: readonly ArrangedArticle[]): StoryRecord {
  const inTime = articles.toSorted((a, b) => a.features.at - b.features.at);
  let state: StoryState = { topics: [], stances: [], official: false };
  let keys: number[] = [];
  for (const article of inTime) {
    state = stateAfter(state, article.features);
    keys = boundedUnion(article.keys, keys);
  }
  return {
    storyId,
    firstReport: inTime[0]!.features.at,
    lastReport: inTime.at(-1)!.features.at,
    articleCount: inTime.length,
    keys,
    members: representatives(inTime.map(({ articleId, features }) => ({ articleId, features }))),
    state,
  };
}

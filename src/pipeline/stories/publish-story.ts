import { decideStory } from '../../core/stories/decide-story.ts';
import {
  detectDevelopments,
  heldBackStances,
  rereadDevelopments,
} from '../../core/stories/detect-development.ts';
import { findMerge } from '../../core/stories/find-merge.ts';
import type { FeaturedArticle, StoryDecision, StoryRecord } from '../../core/stories/story.ts';
import { joinStory, openStory, rereadInStory } from '../../core/stories/story-record.ts';
import { placeArticles, type ArticlePlace } from '../../io/store/articles/articles.ts';
import type { Database } from '../../io/store/database.ts';
import { type NewLedgerLine, record } from '../../io/store/ledger.ts';
import { lockPublishing, type CachedStory, type StoryWrite } from '../../io/store/stories/stories.ts';
import { listSilences, type StoredSilence } from '../../io/store/silences.ts';
import { AlertedRoutes } from './alerted-routes.ts';
import { alertRoutes } from './alert-routes.ts';
import { mergeLate } from './merge-late.ts';
import type { Publication, Publishing } from './publication.ts';
import { StoryCache } from './story-cache.ts';

/**
 * Adds a matched article to its story and writes the resulting alerts, all in the transaction that stored the match.
 * Returns the deliveries that are due now.
 */
export async function publishArticle(
  pipeline: Publishing,
  tx: Database,
  publication: Publication,
): Promise<string[]> {
  return publishArticles(pipeline, tx, [publication]);
}

/** The same for several articles, one after the other, under one lock. */
export async function publishArticles(
  pipeline: Publishing,
  tx: Database,
  publications: readonly Publication[],
): Promise<string[]> {
  if (publications.length === 0) return [];
  await lockPublishing(tx);
  const lookups = publications.map(({ article, story }) => ({ storyId: article.story_id, featured: story }));
  const stories = await StoryCache.open(tx, lookups);
  const round: Round = {
    tx,
    stories,
    alerted: await AlertedRoutes.open(tx, stories.ids),
    silences: await listSilences(tx, pipeline.now()),
    places: [],
    entries: [],
  };
  const due: string[] = [];
  for (const publication of publications) due.push(...(await publish(pipeline, round, publication)));
  await stories.write();
  await placeArticles(tx, round.places);
  await record(tx, pipeline.now(), round.entries);
  return due;
}

/** State shared by the publications of one transaction; `places` and `entries` are written at its end. */
interface Round {
  readonly tx: Database;
  readonly stories: StoryCache;
  readonly alerted: AlertedRoutes;
  readonly silences: readonly StoredSilence[];
  readonly places: ArticlePlace[];
  readonly entries: NewLedgerLine[];
}

async function publish(pipeline: Publishing, round: Round, publication: Publication): Promise<string[]> {
  const { article, story: featured } = publication;
  const { stories, places, entries } = round;
  const current = article.story_id === null ? undefined : stories.get(article.story_id);
  const decision = current === undefined ? await place(round, featured, pipeline.now()) : undefined;
  const joined = current ?? (decision?.kind === 'join' ? stories.get(decision.storyId) : undefined);
  const detect = current === undefined ? detectDevelopments : rereadDevelopments;
  const developments = joined === undefined ? [] : detect(joined.record.state, featured.features);
  const heldBack =
    joined === undefined || current !== undefined
      ? []
      : heldBackStances(joined.record.state, featured.features);
  const storyId = await stories.put(joined?.record.storyId, after(publication, joined));
  const names = { articleId: article.id, storyId };
  if (decision !== undefined) {
    const isJoined = decision.kind === 'join';
    places.push({
      ...names,
      score: isJoined ? decision.score : null,
      reasons: isJoined ? decision.reasons : [],
    });
    entries.push({
      event: isJoined ? 'story.joined' : 'story.opened',
      ...names,
      detail: describe(decision),
    });
  }
  (publication.log ?? pipeline.log).info(
    {
      event: 'article.matched',
      title: article.title,
      article: article.id,
      story: storyId,
      new_story: joined === undefined,
      topics: publication.matches.map((match) => match.topic),
      language: article.language,
      outlet: article.outlet,
      sample: article.sample,
    },
    'article matched',
  );
  if (publication.backlog || publication.reapplied === true) {
    entries.push({ event: publication.backlog ? 'backlog' : 'reapplied', ...names });
    return [];
  }
  const story = { id: storyId, isNew: joined === undefined };
  const { due, entry } = await alertRoutes(
    pipeline,
    round.tx,
    { ...publication, story, developments, heldBack },
    round,
  );
  entries.push(entry);
  return due;
}

/** Decides which story the article belongs to. If it shows that two young stories are one, they are merged here. */
async function place(round: Round, { features, keys }: FeaturedArticle, now: Date): Promise<StoryDecision> {
  const candidates = round.stories.candidates({ features, keys });
  const decision = decideStory(features, candidates);
  if (decision.kind === 'new') return decision;
  const merge = findMerge(features, candidates);
  if (merge === undefined) return decision;
  // Decisions of this transaction are written first, so that they move with their story.
  await round.stories.write();
  await placeArticles(round.tx, round.places.splice(0));
  const merged = await mergeLate(round.tx, merge, now);
  if (merged === undefined) return decision;
  await round.stories.merge(merge.from.storyId, merged);
  await round.alerted.read([merged.id]);
  return decision.storyId === merge.from.storyId ? { ...decision, storyId: merged.id } : decision;
}

/** The stored stories that the article may belong to. */
export async function findCandidates(db: Database, featured: FeaturedArticle): Promise<StoryRecord[]> {
  const stories = await StoryCache.open(db, [{ storyId: null, featured }]);
  return stories.candidates(featured);
}

function after({ article, story: featured }: Publication, joined: CachedStory | undefined): StoryWrite {
  const place = article.story_id === null ? joinStory : rereadInStory;
  const record =
    joined === undefined ? openStory('', article.id, featured) : place(joined.record, article.id, featured);
  return {
    ...record,
    title: joined?.title ?? article.title,
    link: joined?.link ?? article.canonical_url,
    sample: joined?.sample ?? article.sample,
    outlets: union(joined?.outlets ?? [], article.outlet),
    languages: union(joined?.languages ?? [], article.language_tag),
  };
}

function union(known: readonly string[], one: string): string[] {
  return known.includes(one) ? [...known] : [...known, one];
}

function describe(decision: StoryDecision): Record<string, unknown> {
  if (decision.kind === 'join') return { score: decision.score, reasons: decision.reasons };
  return decision.nearest === undefined ? {} : { nearest: decision.nearest };
}

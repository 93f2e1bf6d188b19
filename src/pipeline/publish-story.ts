import { decideStory } from '../core/stories/decide-story.ts';
import { detectDevelopments, rereadDevelopments } from '../core/stories/detect-development.ts';
import { findMerge } from '../core/stories/find-merge.ts';
import { MAX_CANDIDATES, STORY_WINDOW_MS } from '../core/stories/limits.ts';
import type { FeaturedArticle, StoryDecision, StoryRecord } from '../core/stories/story.ts';
import { joinStory, openStory, rereadInStory } from '../core/stories/story-record.ts';
import type { Database } from '../io/store/database.ts';
import { record } from '../io/store/ledger.ts';
import {
  candidateStories,
  getStory,
  insertStory,
  lockPublishing,
  type StoryRow,
  toRecord,
  updateStory,
} from '../io/store/stories.ts';
import { alertRoutes } from './alert-routes.ts';
import { mergeLate } from './merge-late.ts';
import type { Publication, Publishing } from './publication.ts';
import { toJson } from '../io/store/clean-values.ts';

/**
 * Puts a matched article into its story and writes the alerts that follow from it, all in the transaction that
 * stored the match. Returns the deliveries that are due now.
 */
export async function publishArticle(
  pipeline: Publishing,
  tx: Database,
  publication: Publication,
): Promise<string[]> {
  const { article, story: featured } = publication;
  const now = pipeline.now();
  await lockPublishing(tx);
  const current = article.story_id === null ? undefined : await getStory(tx, article.story_id);
  const { decision, joined = current } = current === undefined ? await place(tx, featured, now) : {};
  const detect = current === undefined ? detectDevelopments : rereadDevelopments;
  const developments = joined === undefined ? [] : detect(joined.state, featured.features);
  const story = await write(tx, publication, joined);
  await tx
    .updateTable('articles')
    .set({
      story_id: story.id,
      ...(decision === undefined
        ? {}
        : {
            story_score: decision.kind === 'join' ? decision.score : null,
            story_reasons: toJson(decision.kind === 'join' ? decision.reasons : []),
          }),
    })
    .where('id', '=', article.id)
    .execute();
  if (decision !== undefined)
    await record(tx, now, [
      {
        event: decision.kind === 'join' ? 'story.joined' : 'story.opened',
        articleId: article.id,
        storyId: story.id,
        detail: describe(decision),
      },
    ]);
  pipeline.log.info(
    {
      event: 'article.matched',
      article: article.id,
      story: story.id,
      new_story: joined === undefined,
      topics: publication.matches.map((match) => match.topic),
      language: article.language,
      outlet: article.outlet,
      sample: article.sample,
    },
    'article matched',
  );
  if (publication.backlog || publication.reapplied === true) {
    const event = publication.backlog ? 'backlog' : 'reapplied';
    await record(tx, now, [{ event, articleId: article.id, storyId: story.id, detail: {} }]);
    return [];
  }
  return alertRoutes(pipeline, tx, { ...publication, story, developments });
}

/** Says which story the article belongs to; where it shows that two young ones are one, they are one from here on. */
async function place(
  tx: Database,
  article: FeaturedArticle,
  now: Date,
): Promise<{ decision: StoryDecision; joined: StoryRow | undefined }> {
  const candidates = await findCandidates(tx, article);
  const decision = decideStory(article.features, candidates);
  if (decision.kind === 'new') return { decision, joined: undefined };
  const merge = findMerge(article.features, candidates);
  const merged = merge === undefined ? undefined : await mergeLate(tx, merge, now);
  if (merged === undefined) return { decision, joined: await getStory(tx, decision.storyId) };
  const { storyId } = decision;
  return {
    decision: storyId === merge?.from.storyId ? { ...decision, storyId: merged.id } : decision,
    joined: merged,
  };
}

/** The stored stories that the article may belong to. */
export async function findCandidates(
  db: Database,
  { features, keys }: FeaturedArticle,
): Promise<StoryRecord[]> {
  return candidateStories(db, keys, new Date(features.at - STORY_WINDOW_MS), MAX_CANDIDATES);
}

async function write(
  tx: Database,
  { article, story: featured }: Publication,
  joined: StoryRow | undefined,
): Promise<StoryRow> {
  const before: StoryRecord | undefined = joined && toRecord(joined);
  const add = article.story_id === null ? joinStory : rereadInStory;
  const after =
    before === undefined ? openStory('', article.id, featured) : add(before, article.id, featured);
  const values = {
    ...after,
    title: joined?.title ?? article.title,
    link: joined?.link ?? article.canonical_url,
    sample: joined?.sample ?? article.sample,
    outlets: union(joined?.outlets ?? [], article.outlet),
    languages: union(joined?.languages ?? [], article.language_tag),
  };
  return joined === undefined ? insertStory(tx, values) : updateStory(tx, joined.id, values);
}

function union(known: readonly string[], one: string): string[] {
  return known.includes(one) ? [...known] : [...known, one];
}

function describe(decision: StoryDecision): Record<string, unknown> {
  if (decision.kind === 'join') return { score: decision.score, reasons: decision.reasons };
  return decision.nearest === undefined ? {} : { nearest: decision.nearest };
}

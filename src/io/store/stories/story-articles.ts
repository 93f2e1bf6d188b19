import { sql } from 'kysely';
import type { StoryFeatures, StoryReason } from '../../../core/stories/story.ts';
import type { Database } from '../database.ts';
import { toJson } from '../clean-values.ts';

/** An article as its story needs it. */
export interface PlacedArticle {
  readonly id: string;
  readonly title: string;
  readonly canonical_url: string;
  readonly outlet: string;
  readonly language_tag: string;
  readonly sample: boolean;
  readonly story_pinned: boolean;
  readonly features: StoryFeatures | null;
}

/** The articles of a story, the earliest report first. */
export async function articlesOf(tx: Database, storyId: string): Promise<PlacedArticle[]> {
  return tx
    .selectFrom('articles')
    .select(['id', 'title', 'canonical_url', 'outlet', 'language_tag', 'sample', 'story_pinned', 'features'])
    .where('story_id', '=', storyId)
    .orderBy('reported_at')
    .orderBy('id')
    .execute();
}

/** Locks the articles of these stories until the transaction ends. A new reading of one waits. */
export async function lockArticles(tx: Database, storyIds: readonly string[]): Promise<void> {
  await tx
    .selectFrom('articles')
    .select('id')
    .where('story_id', 'in', storyIds as string[])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * Locks the articles of a story without waiting; false where another transaction holds one of them. Only a worker
 * that holds the publishing lock may call it.
 */
export async function tryLockArticles(tx: Database, storyId: string): Promise<boolean> {
  const locked = await tx
    .selectFrom('articles')
    .select('id')
    .where('story_id', '=', storyId)
    .forUpdate()
    .skipLocked()
    .execute();
  const { count } = await tx
    .selectFrom('articles')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('story_id', '=', storyId)
    .executeTakeFirstOrThrow();
  return locked.length === Number(count);
}

/** Marks articles as placed by a person. */
export async function pinArticles(tx: Database, articleIds: readonly string[]): Promise<void> {
  await tx
    .updateTable('articles')
    .set({ story_pinned: true })
    .where('id', 'in', articleIds as string[])
    .execute();
}

/** What `why` says from now on about an article that changed its story. */
export interface Moved {
  readonly reasons: readonly StoryReason[];
  /** The sum of the reasons where they are evidence; else null. */
  readonly score: number | null;
  /** A person placed it: no later decision moves it. */
  readonly pinned: boolean;
}

/** Puts articles into another story. */
export async function moveArticles(
  tx: Database,
  articleIds: readonly string[],
  storyId: string,
  { reasons, score, pinned }: Moved,
): Promise<void> {
  await tx
    .updateTable('articles')
    .set({
      story_id: storyId,
      ...(pinned ? { story_pinned: true } : {}),
      story_score: score,
      story_reasons: toJson(reasons),
    })
    .where('id', 'in', articleIds as string[])
    .execute();
}

/**
 * Lets the story's id lead to another story, and with it the ids of stories that were merged into it. New reports no
 * longer find it.
 */
export async function closeStory(tx: Database, id: string, into: string): Promise<void> {
  await tx
    .updateTable('stories')
    .set({ merged_into: into, article_count: 0, keys: [], members: [] })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('story_keys').where('story_id', '=', id).execute();
  await tx.updateTable('stories').set({ merged_into: into }).where('merged_into', '=', id).execute();
}

/**
 * Moves the alerts of these articles to the story that the articles now belong to, so that they are not sent again.
 * Where a route has the same alert of both stories, the moved one gets a development of its own.
 */
export async function moveAlerts(
  tx: Database,
  articleIds: readonly string[],
  storyId: string,
): Promise<void> {
  const articles = sql`${articleIds as string[]}::bigint[]`;
  await sql`
    UPDATE alerts SET story_id = ${storyId},
      development = CASE WHEN EXISTS (SELECT 1 FROM alerts AS other WHERE other.story_id = ${storyId}
                                        AND other.route = alerts.route AND other.development = alerts.development)
                         THEN alerts.development || ' of story ' || alerts.story_id ELSE alerts.development END
    WHERE article_id = ANY (${articles}) AND story_id <> ${storyId}`.execute(tx);
  const moved = sql`(SELECT id FROM alerts WHERE article_id = ANY (${articles}) AND story_id = ${storyId})`;
  await sql`
    DELETE FROM alert_topics WHERE alert_id IN ${moved} AND story_id <> ${storyId}
      AND EXISTS (SELECT 1 FROM alert_topics AS other WHERE other.story_id = ${storyId}
                    AND other.route = alert_topics.route AND other.topic = alert_topics.topic)`.execute(tx);
  await sql`UPDATE alert_topics SET story_id = ${storyId} WHERE alert_id IN ${moved}`.execute(tx);
}

import type { ReportedArticle } from '../../../core/stories/summarise-story.ts';
import type { Stance } from '../../../core/topics/match.ts';
import type { Database } from '../database.ts';

/** The reports of a story for a reader, oldest first. */
export async function reportsOf(db: Database, storyId: string): Promise<ReportedArticle[]> {
  const articles = await db
    .selectFrom('articles')
    .select(['id', 'title', 'canonical_url', 'outlet', 'language_tag', 'reported_at', 'features'])
    .where('story_id', '=', storyId)
    .orderBy('reported_at')
    .orderBy('id')
    .execute();
  if (articles.length === 0) return [];
  const matches = await db
    .selectFrom('matches')
    .select(['article_id', 'topic', 'stance', 'level'])
    .where(
      'article_id',
      'in',
      articles.map((article) => article.id),
    )
    .orderBy('confidence', 'desc')
    .execute();
  return articles.map((article) => ({
    articleId: article.id,
    title: article.title,
    url: article.canonical_url,
    outlet: article.outlet,
    language: article.language_tag,
    published: article.reported_at,
    official: article.features?.official ?? false,
    topics: matches
      .filter((match) => match.article_id === article.id)
      .map((match) => {
        const said = article.features?.topics.find(({ topic }) => topic === match.topic);
        return {
          topic: match.topic,
          stance: (match.stance as Stance | null) ?? undefined,
          takesEffect: said?.takesEffect,
          impliedStance: said?.impliedStance,
          aside: said?.aside,
          level: match.level,
        };
      }),
  }));
}

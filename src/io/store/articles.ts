import type { Selectable } from 'kysely';
import type { Article } from '../../core/articles/article.ts';
import type { DetectedLanguage } from '../../core/language/detected-language.ts';
import type { StoryFeatures } from '../../core/stories/story.ts';
import type { EntityMention, Match } from '../../core/topics/match.ts';
import type { Database } from './database.ts';
import type { ArticlesTable, MatchesTable } from './schema.ts';
import { toJson } from './clean-values.ts';

export type ArticleRow = Selectable<ArticlesTable>;
export type MatchRow = Selectable<MatchesTable>;

/** All that one reading of a page yields. */
export interface ReadArticle {
  readonly article: Article;
  /** Where it was fetched from, after redirects. */
  readonly url: string;
  readonly outlet: string;
  readonly sample: boolean;
  /** Of title and text: the same hash needs no second classification. */
  readonly contentHash: string;
  readonly language: DetectedLanguage;
  readonly entities: readonly EntityMention[];
  readonly features: StoryFeatures;
  readonly matches: readonly (Match & { readonly label: string })[];
  readonly reportedAt: Date;
}

/** Stores an article under its canonical URL, or brings the stored one up to date. */
export async function storeArticle(tx: Database, read: ReadArticle, now: Date): Promise<ArticleRow> {
  const { article } = read;
  const values = {
    url: read.url,
    outlet: read.outlet,
    title: article.title,
    lead: article.lead ?? null,
    text: article.text,
    content_hash: read.contentHash,
    authors: [...article.authors],
    site_name: article.siteName ?? null,
    section: article.section ?? null,
    image: article.image ?? null,
    keywords: [...article.keywords],
    free: article.isAccessibleForFree ?? null,
    published_at: article.published ?? null,
    modified_at: article.modified ?? null,
    language: read.language.language,
    language_tag: read.language.tag,
    language_confidence: read.language.confidence,
    confidence: article.confidence,
    via: article.via,
    entities: toJson(read.entities),
    features: toJson(read.features),
    fetched_at: now,
  };
  return tx
    .insertInto('articles')
    .values({
      ...values,
      canonical_url: article.canonicalUrl,
      sample: read.sample,
      reported_at: read.reportedAt,
    })
    .onConflict((conflict) => conflict.column('canonical_url').doUpdateSet(values))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Replaces the article's matches by those of the latest reading. */
export async function storeMatches(
  tx: Database,
  articleId: string,
  matches: ReadArticle['matches'],
  now: Date,
): Promise<void> {
  await tx.deleteFrom('matches').where('article_id', '=', articleId).execute();
  if (matches.length === 0) return;
  await tx
    .insertInto('matches')
    .values(
      matches.map((match) => ({
        article_id: articleId,
        topic: match.topic,
        label: match.label,
        level: match.level,
        confidence: match.confidence,
        stance: match.stance ?? null,
        rules: toJson(match.rules),
        passages: toJson(match.passages),
        version: match.version,
        matched_at: now,
      })),
    )
    .execute();
}

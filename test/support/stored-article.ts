import { openStory } from '../../src/core/stories/story-record.ts';
import { storyFeatures } from '../../src/core/stories/story-features.ts';
import type { Stance } from '../../src/core/topics/match.ts';
import { type ArticleRow, storeArticle, storeMatches } from '../../src/io/store/articles.ts';
import type { Database } from '../../src/io/store/database.ts';
import { insertStory } from '../../src/io/store/stories.ts';

export interface StoredArticleOptions {
  readonly url: string;
  readonly title?: string;
  readonly text?: string;
  readonly outlet?: string;
  readonly reportedAt?: Date;
  readonly topic?: string;
  readonly stance?: Stance | undefined;
}

/** Stores an article that matched, with a story of its own, as the pipeline would. */
export async function storedArticle(
  db: Database,
  options: StoredArticleOptions,
): Promise<{ articleId: string; storyId: string; article: ArticleRow }> {
  const {
    url,
    title = 'Chip export ban widened',
    text = 'The ministry widened its export ban on AI chips.',
    outlet = 'Example Daily',
    reportedAt = new Date('2026-03-04T05:06:07Z'),
    topic = 'chip_ban',
    stance,
  } = options;
  const match = {
    topic,
    label: topic,
    score: 12,
    threshold: 10,
    stance,
    rules: [{ id: 'example', weight: 12 }],
    passages: [{ rule: 'example', field: 'text' as const, start: 0, end: text.length, text, terms: [] }],
    version: 'test',
  };
  const featured = storyFeatures({
    title,
    text,
    language: 'eng',
    topics: [match],
    entities: [],
    published: reportedAt,
    outlet,
    url,
  });
  const article = await storeArticle(
    db,
    {
      article: {
        title,
        text,
        lead: undefined,
        authors: [],
        published: reportedAt,
        modified: undefined,
        canonicalUrl: url,
        siteName: undefined,
        section: undefined,
        image: undefined,
        keywords: [],
        isAccessibleForFree: undefined,
        languageHint: 'en',
        confidence: 0.9,
        via: 'dom',
      },
      url,
      outlet,
      sample: false,
      contentHash: 'test',
      language: { language: 'eng', tag: 'en', confidence: 0.99 },
      entities: [],
      features: featured.features,
      matches: [match],
      reportedAt,
    },
    reportedAt,
  );
  await storeMatches(db, article.id, [match], reportedAt);
  const story = await insertStory(db, {
    ...openStory('', article.id, featured),
    title,
    link: url,
    sample: false,
    outlets: [outlet],
    languages: ['en'],
  });
  await db.updateTable('articles').set({ story_id: story.id }).where('id', '=', article.id).execute();
  return { articleId: article.id, storyId: story.id, article };
}

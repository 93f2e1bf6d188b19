import { pino } from 'pino';
import { findEntities } from '../../src/core/entities/find-entities.ts';
import type { FeaturedArticle } from '../../src/core/stories/story.ts';
import { storyFeatures } from '../../src/core/stories/story-features.ts';
import { openStory } from '../../src/core/stories/story-record.ts';
import type { Level, Stance } from '../../src/core/topics/match.ts';
import { type StoredArticle, storeArticle, storeMatches } from '../../src/io/store/articles/articles.ts';
import type { ReadArticle } from '../../src/io/store/articles/stored-reading.ts';
import type { Database } from '../../src/io/store/database.ts';
import { insertStory } from '../../src/io/store/stories/stories.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { loadGazetteer } from '../../src/pipeline/models/load-gazetteer.ts';
import { publishArticle } from '../../src/pipeline/stories/publish-story.ts';

const gazetteer = await loadGazetteer('config/entities.yaml');

const START = Date.parse('2026-03-04T05:00:00Z');

/** So many hours after the first report. */
export function at(hours: number): Date {
  return new Date(START + hours * 3_600_000);
}

export interface StoredArticleOptions {
  readonly url: string;
  readonly title?: string;
  readonly text?: string;
  readonly outlet?: string;
  readonly reportedAt?: Date;
  readonly topic?: string;
  readonly stance?: Stance | undefined;
  readonly level?: Level | undefined;
}

/** Stores an article that matched, with a story of its own and no word to the routes. */
export async function storedArticle(
  db: Database,
  options: StoredArticleOptions,
): Promise<{ articleId: string; storyId: string }> {
  const { read, story: featured } = readingOf(options);
  const article = await storeRead(db, read);
  const story = await insertStory(db, {
    ...openStory('', article.id, featured),
    title: article.title,
    link: article.canonical_url,
    sample: false,
    outlets: [article.outlet],
    languages: ['en'],
  });
  await db.updateTable('articles').set({ story_id: story.id }).where('id', '=', article.id).execute();
  return { articleId: article.id, storyId: story.id };
}

/** As much of a pipeline as publishing needs, with one route that takes everything, and a clock that stands still. */
export function publishingPipeline(db: Database, now: Date): Pipeline {
  return {
    db,
    settings: { routes: [{ name: 'all', channels: ['terminal'], updates: true, timeZone: 'UTC' }] },
    log: pino({ level: 'silent' }),
    now: () => now,
  } as unknown as Pipeline;
}

/** Stores an article and publishes it, or publishes a stored one again, as the pipeline does. */
export async function publishedArticle(
  pipeline: Pipeline,
  options: StoredArticleOptions,
): Promise<{ articleId: string; storyId: string }> {
  const { read, story } = readingOf(options);
  return pipeline.db.transaction().execute(async (tx) => {
    const article = await storeRead(tx, read);
    await publishArticle(pipeline, tx, { article, matches: read.matches, story, backlog: false });
    const { story_id: storyId } = await tx
      .selectFrom('articles')
      .select('story_id')
      .where('id', '=', article.id)
      .executeTakeFirstOrThrow();
    return { articleId: article.id, storyId: storyId as string };
  });
}

async function storeRead(db: Database, read: ReadArticle): Promise<StoredArticle> {
  const article = await storeArticle(db, read, read.reportedAt);
  await storeMatches(db, article.id, read.matches, read.reportedAt);
  return article;
}

export function readingOf(options: StoredArticleOptions): { read: ReadArticle; story: FeaturedArticle } {
  const {
    url,
    title = 'Chip export ban widened',
    text = 'The ministry widened its export ban on AI chips.',
    outlet = 'Example Daily',
    reportedAt = new Date('2026-03-04T05:06:07Z'),
    topic = 'chip_ban',
    stance,
    level = 'sure',
  } = options;
  const match = {
    topic,
    label: topic,
    level,
    confidence: 92,
    stance,
    rules: [{ id: 'example', weight: 12 }],
    passages: [{ rule: 'example', field: 'text' as const, start: 0, end: text.length, text, terms: [] }],
    version: 'test',
  };
  const entities = findEntities({ title, text }, gazetteer);
  const story = storyFeatures({
    title,
    text,
    language: 'eng',
    topics: [match],
    entities,
    published: reportedAt,
    outlet,
    url,
  });
  const read: ReadArticle = {
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
    entities,
    features: story.features,
    matches: [match],
    reportedAt,
  };
  return { read, story };
}

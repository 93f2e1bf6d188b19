// The public functions. Each works on values alone, without a database or a queue. Modules are loaded on demand, so
// that a caller of one function does not wait for the others.
import type { parseFeed as ParseFeed } from './core/feeds/parse-feed.ts';
import type { loadTopics as LoadTopics } from './pipeline/models/load-topics.ts';

export type { Article } from './core/articles/article.ts';
export { extractArticle } from './core/articles/extract-article.ts';
export type { Feed, FeedEntry } from './core/feeds/feed.ts';
export { NotAFeedError } from './core/feeds/not-a-feed.ts';
export type { ParseFeedOptions } from './core/feeds/parse-feed.ts';
export { detectLanguage } from './core/language/detect-language.ts';
export type { DetectedLanguage, LanguageHints } from './core/language/detected-language.ts';
export { classify } from './core/topics/classify.ts';
export type { ClassifiableArticle, Match, Passage, Stance } from './core/topics/match.ts';
export { TopicFileError } from './core/topics/topic-file-error.ts';
export type { Topics } from './core/topics/topics.ts';

/**
 * Reads a feed, valid or damaged: RSS 0.9x, 1.0 and 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.x.
 * @throws NotAFeedError for anything else; for an HTML page, with the feeds that it announces
 */
export const parseFeed: typeof ParseFeed = async (bytes, options) =>
  (await import('./core/feeds/parse-feed.ts')).parseFeed(bytes, options);

/**
 * Reads and compiles a directory of topic files, or a single file, with the gazetteer whose kinds its rules may name.
 * @throws {TopicFileError} naming file and line if anything in them is wrong, or the file system's error.
 */
export const loadTopics: typeof LoadTopics = async (topics, entities) =>
  (await import('./pipeline/models/load-topics.ts')).loadTopics(topics, entities);

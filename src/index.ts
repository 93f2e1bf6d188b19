// The functions that others may call: each works on values alone, without a database or a queue.
export type { Article } from './core/articles/article.ts';
export { extractArticle } from './core/articles/extract-article.ts';
export type { Feed, FeedEntry } from './core/feeds/feed.ts';
export { NotAFeedError } from './core/feeds/not-a-feed.ts';
export { parseFeed, type ParseFeedOptions } from './core/feeds/parse-feed.ts';
export { detectLanguage } from './core/language/detect-language.ts';
export type { DetectedLanguage, LanguageHints } from './core/language/detected-language.ts';
export { classify } from './core/topics/classify.ts';
export type { ClassifiableArticle, Match, Passage, Stance } from './core/topics/match.ts';
export { TopicFileError } from './core/topics/topic-file-error.ts';
export type { Topics } from './core/topics/topics.ts';
export { loadTopics } from './pipeline/topics/load-topics.ts';

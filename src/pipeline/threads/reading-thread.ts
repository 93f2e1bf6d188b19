import { run as parseFeed, type ParseFeedOutcome, type ParseFeedTask } from './parse-feed.ts';
import { type ReadArticleTask, type ReadPage, readArticle } from './read-article.ts';

/** Feeds and pages share the machine's threads, and so one entry. */
export type ReadingTask =
  | ({ readonly kind: 'feed' } & ParseFeedTask)
  | ({ readonly kind: 'article' } & ReadArticleTask);

/** Runs inside a thread. */
export async function run(task: ReadingTask): Promise<ParseFeedOutcome | ReadPage> {
  return task.kind === 'feed' ? parseFeed(task) : readArticle(task);
}

import type { Config } from '../../config/load-config.ts';
import { createDocumentReader } from '../../pipeline/threads/document-reader.ts';
import { type FeedTest, testFeed } from '../../pipeline/feeds/test-feed.ts';
import { openSource } from '../../service/open-source.ts';

/**
 * Does work that fetches and reads feeds without storing anything, and closes what it needs for that.
 *
 * @param work is given a function that reads one feed. Unless `mayFollow` is false, it follows a page to the feed that it announces.
 */
export async function withFeedReader<T>(
  config: Config,
  work: (read: (url: string, mayFollow?: boolean) => Promise<FeedTest>) => Promise<T>,
): Promise<T> {
  const source = await openSource(config);
  const reader = createDocumentReader({ threads: 1, topics: config.topics, entities: config.entities });
  try {
    return await work((url, mayFollow) => testFeed({ source, reader }, url, mayFollow));
  } finally {
    await reader.close();
    await source.close();
  }
}

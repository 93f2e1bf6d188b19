import type { Config } from '../../config/load-config.ts';
import type { Database } from '../../io/store/database.ts';
import { type FeedRow, listFeeds, type NewFeed } from '../../io/store/feeds/feeds.ts';
import { watchedFeeds } from '../../service/watched-feeds.ts';

/** The stored feeds, and configured ones that the next start will add. */
export interface AllFeeds {
  readonly rows: readonly FeedRow[];
  readonly pending: readonly NewFeed[];
}

/** @throws ConfigError when a list that the configuration names cannot be read */
export async function allFeeds(config: Config, db: Database): Promise<AllFeeds> {
  const { configured, sample } = await watchedFeeds(config);
  const rows = await listFeeds(db);
  const known = new Set(rows.flatMap((row) => [row.url, row.listed_url]));
  return { rows, pending: [...sample, ...configured].filter((feed) => !known.has(feed.url)) };
}

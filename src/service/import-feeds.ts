import type { OpmlFeed } from '../core/opml/opml-feed.ts';
import type { Database } from '../io/store/database.ts';
import { addFeeds, listFeeds, type NewFeed } from '../io/store/feeds/feeds.ts';

/** A feed of a subscription list as one to watch. */
export function feedOfOpml(feed: OpmlFeed, origin: NewFeed['origin']): NewFeed {
  return {
    origin,
    url: feed.url,
    outlet: feed.title ?? hostOutlet(feed.url),
    language: feed.language,
    category: feed.folders.at(-1),
  };
}

/** The name of an outlet whose feed has none. */
export function hostOutlet(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

/**
 * Watches the feeds of a list. Those that are watched already stay as they are, also if they have moved. Returns the URLs that are
 * new, and the number of the others.
 */
export async function importFeeds(
  db: Database,
  feeds: readonly OpmlFeed[],
): Promise<{ readonly added: readonly string[]; readonly known: number }> {
  const known = new Set((await listFeeds(db)).flatMap((row) => [row.url, row.listed_url]));
  const fresh = feeds.filter(({ url }) => !known.has(url)).map((feed) => feedOfOpml(feed, 'import'));
  const added = await addFeeds(db, fresh);
  return { added, known: feeds.length - added.length };
}

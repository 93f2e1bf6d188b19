import type { OpmlFeed } from '../core/opml/opml-feed.ts';
import type { FeedRow, NewFeed } from '../io/store/feeds/feeds.ts';

/** A watched or configured feed as an outline of a subscription list. */
export function opmlOfFeed(feed: FeedRow | NewFeed): OpmlFeed {
  return {
    url: feed.url,
    title: feed.outlet,
    siteUrl: ('site_url' in feed ? feed.site_url : null) ?? undefined,
    language: feed.language ?? undefined,
    folders: typeof feed.category === 'string' ? [feed.category] : [],
    categories: [],
  };
}

import type { Feed, FeedEntry } from './feed.ts';
import type { FeedLimits } from './limits.ts';

/**
 * Keeps a feed small enough to be passed between threads in a few milliseconds. Once its texts, or its enclosures and
 * categories, exceed the limits, the later entries lose theirs. Titles, links and dates stay.
 */
export function limitResultSize(feed: Feed, limits: FeedLimits): Feed {
  let text = limits.maxTotalText;
  let items = limits.maxTotalListItems;
  let cut = false;
  const entries = feed.entries.map((entry): FeedEntry => {
    const ownText = (entry.summary?.length ?? 0) + (entry.content?.length ?? 0);
    const ownItems = entry.enclosures.length + entry.categories.length;
    if (ownText <= text && ownItems <= items) {
      text -= ownText;
      items -= ownItems;
      return entry;
    }
    cut = true;
    const keepsText = ownText <= text;
    const keepsLists = ownItems <= items;
    if (keepsText) text -= ownText;
    if (keepsLists) items -= ownItems;
    return {
      ...entry,
      summary: keepsText ? entry.summary : undefined,
      content: keepsText ? entry.content : undefined,
      enclosures: keepsLists ? entry.enclosures : [],
      categories: keepsLists ? entry.categories : [],
    };
  });
  if (!cut) return feed;
  return {
    ...feed,
    entries,
    problems: [...feed.problems, 'texts or lists were left out to keep the feed small'],
  };
}

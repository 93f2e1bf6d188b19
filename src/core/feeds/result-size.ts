import type { Feed, FeedEntry } from './feed.ts';
import type { FeedLimits } from './limits.ts';
import { newestFirst } from './newest-entries.ts';

/**
 * Keeps a feed small enough to be passed between threads in a few milliseconds. Once its texts, or its enclosures and
 * categories, exceed the limits, the older entries lose theirs. Titles, links and dates stay.
 */
export function limitResultSize(feed: Feed, limits: FeedLimits): Feed {
  const whole = feed.entries.map(sizeOf);
  const isOver = (of: 'text' | 'items', most: number) =>
    whole.reduce((sum, size) => sum + size[of], 0) > most;
  if (!isOver('text', limits.maxTotalText) && !isOver('items', limits.maxTotalListItems)) return feed;
  let text = limits.maxTotalText;
  let items = limits.maxTotalListItems;
  const entries = [...feed.entries];
  for (const at of newestFirst(feed.entries)) {
    const own = whole[at]!;
    const keepsText = own.text <= text;
    const keepsLists = own.items <= items;
    if (keepsText) text -= own.text;
    if (keepsLists) items -= own.items;
    if (keepsText && keepsLists) continue;
    const entry = entries[at]!;
    entries[at] = {
      ...entry,
      summary: keepsText ? entry.summary : undefined,
      content: keepsText ? entry.content : undefined,
      enclosures: keepsLists ? entry.enclosures : [],
      categories: keepsLists ? entry.categories : [],
    };
  }
  return {
    ...feed,
    entries,
    problems: [...feed.problems, 'texts or lists were left out to keep the feed small'],
  };
}

function sizeOf({ summary, content, enclosures, categories }: FeedEntry) {
  return {
    text: (summary?.length ?? 0) + (content?.length ?? 0),
    items: enclosures.length + categories.length,
  };
}

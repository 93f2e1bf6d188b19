import type { Feed, FeedEntry } from './feed.ts';

/**
 * Limits a feed to its newest entries by date, in their order. An entry without a date counts as new as the one
 * before it.
 */
export function keepNewest(feed: Feed, maxEntries: number): Feed {
  const { entries, leftOut = 0 } = feed;
  const total = entries.length + leftOut;
  if (total <= maxEntries) return feed;
  const kept = newestFirst(entries)
    .slice(0, maxEntries)
    .sort((a, b) => a - b);
  const problem = `of ${total} entries only the newest ${kept.length} were kept`;
  return {
    ...feed,
    entries: kept.map((at) => entries[at]!),
    leftOut: total - kept.length,
    problems: [problem, ...feed.problems],
  };
}

/** The places of the entries, the newest first; of entries with the same date in their order. */
export function newestFirst(entries: readonly FeedEntry[]): number[] {
  let latest = Number.MAX_VALUE;
  const times = entries.map((entry) => (latest = timeOf(entry) ?? latest));
  return [...times.keys()].sort((a, b) => times[b]! - times[a]! || a - b);
}

function timeOf({ published, updated }: FeedEntry): number | undefined {
  return (published ?? updated)?.getTime();
}

import type { Feed, FeedEntry } from './feed.ts';

/**
 * Limits a feed to its newest entries by date, in their order. An entry without a date counts as new as the one
 * before it.
 */
export function keepNewest(feed: Feed, maxEntries: number): Feed {
  const { entries } = feed;
  if (entries.length <= maxEntries) return feed;
  let latest = Number.MAX_VALUE;
  const aged = entries.map((entry, at) => {
    latest = timeOf(entry) ?? latest;
    return { entry, at, time: latest };
  });
  const kept = aged
    .toSorted((a, b) => b.time - a.time || a.at - b.at)
    .slice(0, maxEntries)
    .toSorted((a, b) => a.at - b.at);
  const problem = `of ${entries.length} entries only the newest ${maxEntries} were kept`;
  return {
    ...feed,
    entries: kept.map(({ entry }) => entry),
    leftOut: entries.length - maxEntries,
    problems: [problem, ...feed.problems],
  };
}

function timeOf({ published, updated }: FeedEntry): number | undefined {
  return (published ?? updated)?.getTime();
}

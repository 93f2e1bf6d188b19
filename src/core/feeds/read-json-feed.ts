import type { SeenBefore } from './assemble-feed.ts';
import type { Feed } from './feed.ts';
import { asText, feedOfItems, membersOf } from './feed-of-items.ts';
import { type FeedLimits, maxEntriesRead } from './limits.ts';
import { readPosts } from './read-posts.ts';
import { salvageJsonFeed } from './salvage-json.ts';

/**
 * Reads JSON Feed 1.0 and 1.1, and a list of posts as WordPress's REST API answers. Of a damaged document the complete
 * items are read.
 * @returns undefined when the text is neither
 */
export function readJsonFeed(
  text: string,
  url: string,
  limits: FeedLimits,
  seen?: SeenBefore,
): Feed | undefined {
  const problems: string[] = [];
  let root: unknown;
  let broken: ReturnType<typeof salvageJsonFeed>;
  try {
    root = JSON.parse(text);
  } catch {
    broken = salvageJsonFeed(text, maxEntriesRead(limits));
    root = broken?.feed;
    problems.push('the document is not valid JSON');
  }
  if (Array.isArray(root)) return readPosts(root, url, limits, seen);
  const feed = membersOf(root);
  if (feed === undefined || !isJsonFeed(feed)) return undefined;
  const read = feedOfItems(feed, { url, limits, seen, format: 'json' });
  const leftOut = (read.leftOut ?? 0) + (broken?.leftOut ?? 0);
  return {
    ...read,
    problems: [...new Set([...problems, ...read.problems])],
    ...(leftOut === 0 ? {} : { leftOut }),
  };
}

/**
 * Whether a document is a JSON Feed: by its version, or by its items and another member of the format, because some
 * publishers forget the version.
 */
function isJsonFeed(feed: Readonly<Record<string, unknown>>): boolean {
  if (!Array.isArray(feed['items'])) return false;
  const version = asText(feed['version']) ?? '';
  return (
    version.includes('jsonfeed.org') ||
    /^1(?:\.\d)?$/.test(version) ||
    ['home_page_url', 'feed_url', 'title'].some((name) => asText(feed[name]) !== undefined)
  );
}

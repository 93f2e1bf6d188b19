import type { SeenBefore } from './assemble-feed.ts';
import type { Feed } from './feed.ts';
import type { FeedLimits } from './limits.ts';
import { feedOfItems } from './feed-of-items.ts';

/** The members of one post in the answers of WordPress's REST API (`/wp-json/wp/v2/posts`) that are read. */
interface Post {
  readonly link: string;
  readonly title: unknown;
  readonly guid?: unknown;
  readonly date?: unknown;
  readonly date_gmt?: unknown;
  readonly modified_gmt?: unknown;
  readonly content?: unknown;
  readonly excerpt?: unknown;
}

/**
 * Reads a list of posts as WordPress's REST API answers. The list has no title and no authors' names.
 * @returns undefined when the list is of something else
 */
export function readPosts(
  list: readonly unknown[],
  url: string,
  limits: FeedLimits,
  seen?: SeenBefore,
): Feed | undefined {
  const posts = list.filter(isPost);
  if (posts.length === 0 || posts.length < list.length / 2) return undefined;
  const items = posts.map((post) => ({
    id: post.guid ?? post.link,
    url: post.link,
    title: post.title,
    content_html: post.content,
    summary: post.excerpt,
    date_published: utc(post.date_gmt) ?? post.date,
    date_modified: utc(post.modified_gmt),
  }));
  const home = URL.canParse('/', url) ? new URL('/', url).href : undefined;
  return feedOfItems({ items, home_page_url: home }, { url, limits, seen, format: 'json' });
}

function isPost(value: unknown): value is Post {
  if (typeof value !== 'object' || value === null) return false;
  const { link, title, date, date_gmt: gmt } = value as Partial<Post>;
  return (
    typeof link === 'string' &&
    (typeof title === 'string' || (typeof title === 'object' && title !== null && 'rendered' in title)) &&
    (typeof date === 'string' || typeof gmt === 'string')
  );
}

/** WordPress writes these times without their zone, which is UTC. */
function utc(date: unknown): string | undefined {
  if (typeof date !== 'string' || date === '') return undefined;
  return /[zZ]|[+-]\d\d:?\d\d$/.test(date) ? date : `${date}Z`;
}

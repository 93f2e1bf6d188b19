import path from 'node:path';
import { z } from 'zod';
import type { Database } from '../io/store/database.ts';
import { pollNow } from '../io/store/feeds/feed-page.ts';
import { type FeedRow, setFeedStatus } from '../io/store/feeds/feeds.ts';
import type { Service } from '../service/open-service.ts';
import type { Problem } from './problem.ts';

export const feedAction = z.object({ action: z.enum(['poll', 'pause', 'resume', 'remove']) });

type FeedAction = z.output<typeof feedAction>['action'];

/**
 * Pauses, resumes, polls or removes a feed. False when a feed to remove belongs to the configuration: the next start
 * would add it again.
 */
export async function actOnFeed(
  db: Database,
  feed: FeedRow,
  action: FeedAction,
  now: Date,
): Promise<boolean> {
  if (action === 'remove' && (feed.origin === 'config' || feed.origin === 'sample')) return false;
  if (action === 'poll') await pollNow(db, feed.id, now);
  else
    await setFeedStatus(
      db,
      feed.url,
      ({ pause: 'paused', resume: 'active', remove: 'removed' } as const)[action],
    );
  return true;
}

/** The refusal for such a feed; it names the line of the configuration to delete. */
export function ownedByConfiguration(config: Service['config'], feed: FeedRow): Problem {
  const file = path.basename(config.file);
  const index = config.feeds?.urls.findIndex(({ url }) => url === feed.listed_url) ?? -1;
  const line = config.lineOf?.(['feeds', 'urls', index]);
  const where =
    feed.origin === 'sample'
      ? `take "sample:" out of ${file}`
      : index >= 0
        ? `take it out of feeds.urls in ${file}${line === undefined ? '' : `, line ${line}`}`
        : `take the outline with xmlUrl="${feed.listed_url}" out of ${(config.feeds?.opml ?? []).map((one) => path.basename(one)).join(' or ') || 'the OPML file'}`;
  return {
    status: 409,
    title: 'The configuration owns this feed',
    detail: `Removed here, it would come back with the next start. To be rid of it, ${where}. Until then it can be paused.`,
  };
}

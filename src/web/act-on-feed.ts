import { z } from 'zod';
import type { Database } from '../io/store/database.ts';
import { pollNow } from '../io/store/feed-page.ts';
import { type FeedRow, setFeedStatus } from '../io/store/feeds.ts';

export const feedAction = z.object({ action: z.enum(['poll', 'pause', 'resume', 'remove']) });

type FeedAction = z.output<typeof feedAction>['action'];

/** False for a feed to remove that the configuration owns: the next start would watch it again. */
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

import { rereadPageAt, SETTLED } from '../../core/scheduling/reread-page.ts';
import type { ItemWithFeed } from '../../io/store/items/item-attempts.ts';
import { pageHistory } from '../../io/store/items/page-history.ts';
import type { Pipeline } from '../context.ts';
import type { PageOutcome } from './fetch-page.ts';
import type { ReadPage } from '../threads/read-article.ts';

/**
 * When the item's page is to be read again, because this time the feed entry had to do. Its own words are stored and
 * told without waiting for that. Undefined where the page was read, or will stay as it is.
 */
export async function whenToReread(
  pipeline: Pipeline,
  item: ItemWithFeed,
  outcome: PageOutcome,
  { article, claim }: ReadPage,
): Promise<Date | undefined> {
  const isUnread =
    outcome.status === 'page'
      ? claim?.refusal !== undefined || article.via === 'feed'
      : outcome.status === 'none' && outcome.isPassing === true;
  // What was in the feed before it was watched is not alerted, and may be much.
  if (!isUnread || item.backlog) return undefined;
  const now = pipeline.now();
  // Most items that come here are too old; they need no look at the history.
  if (rereadPageAt(item.first_seen_at, now, { pages: 0, unread: 0 }) === undefined) return undefined;
  const history = await pageHistory(pipeline.db, item, new Date(now.getTime() - SETTLED));
  return rereadPageAt(item.first_seen_at, now, history);
}

import { isOwnNetworkDown, type RecentPoll } from '../../core/scheduling/own-network.ts';
import { recentPolls } from '../../io/store/feeds/feeds.ts';
import type { Pipeline } from '../context.ts';

/**
 * The polls by which a failure of our own network is recognised: the latest `RECENT_POLLS` of the last `RECENT`
 * milliseconds.
 */
const RECENT = 15 * 60_000;
const RECENT_POLLS = 100;

/**
 * Whether our own network is down, as far as the latest polls of all feeds tell.
 * @param also polls that are not recorded yet
 */
export async function seemsOwnNetworkDown(
  pipeline: Pipeline,
  also: readonly RecentPoll[] = [],
): Promise<boolean> {
  const since = new Date(pipeline.now().getTime() - RECENT);
  return isOwnNetworkDown([...(await recentPolls(pipeline.db, since, RECENT_POLLS)), ...also]);
}

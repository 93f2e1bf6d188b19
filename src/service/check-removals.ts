import { ConfigError } from '../config/config-error.ts';
import { shownPath } from '../config/shown-path.ts';
import type { Config } from '../config/load-config.ts';
import { count } from '../core/messages/phrases.ts';
import type { Database } from '../io/store/database.ts';
import { type NewFeed, watchedOf } from '../io/store/feeds/feeds.ts';
import type { RunningProcess } from '../io/store/processes.ts';

/** Removing more than this share of the feeds is probably a mistake. */
const MOST = 1 / 3;
const SHOWN = 3;

/**
 * Refuses a start that would remove more than a third of the configured feeds: a list that was emptied or moved by
 * mistake would silently stop the watch.
 *
 * @param others processes that use the database with another configuration
 * @throws ConfigError that names the feeds and the flag
 */
export async function checkRemovals(
  db: Database,
  config: Pick<Config, 'file' | 'feeds'>,
  wanted: readonly NewFeed[],
  others: readonly RunningProcess[],
): Promise<void> {
  if (config.feeds.allowRemoval) return;
  const listed = new Set(wanted.map((feed) => feed.url));
  const watched = await watchedOf(db, 'config');
  const leaving = watched.filter((feed) => !listed.has(feed.listed_url) && !listed.has(feed.url));
  if (leaving.length <= watched.length * MOST) return;
  const named = leaving.slice(0, SHOWN).map((feed) => feed.listed_url);
  const other =
    others[0] === undefined
      ? ''
      : ` They are watched by ${others[0].id}, which runs with ${others[0].file}: to watch other feeds beside it, give this service a database of its own (DATABASE_URL, database.directory).`;
  const more = leaving.length > SHOWN ? ` and ${leaving.length - SHOWN} more` : '';
  throw new ConfigError([
    {
      file: shownPath(config.file),
      field: 'feeds',
      message: `this would remove ${leaving.length} of ${count(watched.length, 'watched feed')} (${named.join(', ')}${more}). If that is meant, start once with --remove-feeds, or with CHIPWATCH_FEEDS_ALLOW_REMOVAL=true.${other}`,
    },
  ]);
}

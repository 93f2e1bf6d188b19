import { habitRemarks } from '../../core/items/habit-remarks.ts';
import { pageHabits } from '../../core/plausibility/page-habits.ts';
import type { Database } from '../../io/store/database.ts';
import { listFeeds } from '../../io/store/feeds/feeds.ts';
import { tallyPages } from '../../io/store/items/shared-pages.ts';
import type { Finding } from './finding.ts';

/** The time for which habits are reported. Milliseconds. */
const HABIT = 14 * 86_400_000;

/** The maximum number of feeds listed; more would hide other findings. */
const MAX_FEEDS = 100;

/** A finding for each feed with unusual habits. */
export async function* examineHabits(db: Database, now: Date): AsyncGenerator<Finding> {
  const habits = (await listFeeds(db)).flatMap((feed) => {
    const says = [
      ...habitRemarks(feed.habits, now),
      ...(feed.listed_url === feed.url ? [] : [`has moved here from ${feed.listed_url}`]),
    ];
    return says.length === 0 ? [] : [`${feed.outlet} (${feed.url}): ${says.join('; ')}`];
  });
  for (const says of habits.slice(0, MAX_FEEDS)) yield { what: 'feed', state: 'note', says };
  if (habits.length > MAX_FEEDS)
    yield {
      what: 'feed',
      state: 'note',
      says: `${habits.length - MAX_FEEDS} more feeds have habits of their own`,
      todo: 'npx chipwatch feeds list',
    };
}

/** A finding for each host whose pages are not about their entries. */
export async function* examinePages(db: Database, now: Date): AsyncGenerator<Finding> {
  const tallies = await tallyPages(db, new Date(now.getTime() - HABIT));
  for (const own of Map.groupBy(tallies, ({ feedId }) => feedId).values())
    for (const says of pageHabits(own))
      yield {
        what: 'pages',
        state: 'note',
        says,
        todo: 'no report is lost by it; npx chipwatch why URL tells of one article',
      };
}

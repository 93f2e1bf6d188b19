import { pageHabits } from '../core/plausibility/page-habit.ts';
import type { Database } from '../io/store/database.ts';
import { tallyPages } from '../io/store/shared-pages.ts';
import type { Finding } from './doctor.ts';

/** Milliseconds. */
const HABIT = 14 * 86_400_000;

/** Feeds whose pages do not stand for their entries, a finding for each host. */
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

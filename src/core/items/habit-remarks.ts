import { IDLE_UPDATES } from './entry-change.ts';
import type { FeedHabits } from './feed-habits.ts';

/** What a feed does that others do not, and what is done about it: a few words each, for `feeds list`. */
export function habitRemarks(habits: FeedHabits): string[] {
  const {
    sharedLinks = 0,
    withoutLink = 0,
    leftOut = 0,
    impossibleDates = 0,
    dates,
    idleUpdates = 0,
  } = habits;
  const remarks: [boolean, string][] = [
    [sharedLinks > 0, `${sharedLinks} entries share a page: read in the feed’s own words`],
    [withoutLink > 0, `${withoutLink} entries have no link: read in the feed’s own words`],
    [habits.guidsChangedAt !== undefined, 'guids change: entries are known by link, title and date'],
    [habits.linksChangedAt !== undefined, 'links change: entries are known by guid, title and date'],
    [idleUpdates >= IDLE_UPDATES, 'calls every entry updated at each poll: not believed'],
    [dates?.dayFirst === true, 'dates are read with the day first'],
    [dates?.zone !== undefined, `times without a zone are read in ${dates?.zone}`],
    [impossibleDates > 0, `${impossibleDates} entries are dated ahead or at the epoch: taken for undated`],
    [habits.stuckValidator === true, 'its validators stay while it changes: none are sent'],
    [leftOut > 0, `${leftOut} entries are left out: only the newest are kept`],
  ];
  return remarks.flatMap(([holds, remark]) => (holds ? [remark] : []));
}

import { IDLE_UPDATES } from './entry-change.ts';
import type { FeedHabits } from './feed-habits.ts';

const FORTNIGHT = 14 * 86_400_000;
const MAX_PROBLEMS = 3;
/** Fewer entries, a smaller share of them, or fewer breakdowns in a fortnight may be chance. */
const FEWEST = 3;
const FEWEST_BREAKDOWNS = 3;

const ODDITIES = {
  irregular: 'answers in HTTP that only browsers read: asked twice and read as they read it',
  packed: 'its answers are packed without saying so: unpacked',
  cookie: 'answers only who brings back the cookie that it sets: kept for one chain of redirects',
  cut: 'its connection breaks off before the end: the entries before that are read',
  damaged: 'its compressed answers have a wrong check sum: read as browsers do',
} as const;

/** Unusual habits of a feed and how they are handled, a few words each, for `feeds list`. */
export function habitRemarks(habits: FeedHabits, now: Date): string[] {
  const { sharedLinks = 0, withoutLink = 0, leftOut = 0, impossibleDates = 0, undated = 0 } = habits;
  const { untitled = 0, sharedGuids = 0, redirectors = 0, dates, idleUpdates = 0, status = 200 } = habits;
  const { countedTitles = 0, countedTexts = 0, lateDates = 0 } = habits;
  const breakdowns = (habits.breakdowns ?? []).filter((at) => now.getTime() - at < FORTNIGHT).length;
  const isLate = (at: number | undefined) => at !== undefined && now.getTime() - at < FORTNIGHT;
  const remarks: [boolean, string][] = [
    [sharedLinks > 0, `${sharedLinks} entries share a page: read in the feed’s own words`],
    [withoutLink > 0, `${withoutLink} entries have no link: read in the feed’s own words`],
    [redirectors > 0, `${redirectors} links lead through an aggregator: followed to the article`],
    [
      sharedGuids > 0,
      `${sharedGuids} entries have a guid that others have too: known by link, title and date`,
    ],
    [isLate(habits.guidsChangedAt), 'guids change: entries are known by link, title and date'],
    [isLate(habits.linksChangedAt), 'links change: entries are known by guid, title and date'],
    [isLate(habits.editedAt), 'entries are edited after they have appeared: read again'],
    [idleUpdates >= IDLE_UPDATES, 'calls every entry updated at each poll: not believed'],
    [
      countedTitles >= FEWEST,
      `${countedTitles} entries count comments or readers in their titles: no change, and no other name`,
    ],
    [countedTexts >= FEWEST, `${countedTexts} entries count comments or readers in their texts: no change`],
    [dates?.dayFirst === true, 'dates are read with the day first'],
    [dates?.calendar === 'ethiopic', 'dates in numbers are read in the calendar of Ethiopia'],
    [
      dates?.zone !== undefined,
      dates?.falseUtcUntil === undefined
        ? `times without a zone are read in ${dates?.zone}`
        : `times that say UTC are ahead of the clock: read in ${dates.zone}`,
    ],
    [impossibleDates > 0, `${impossibleDates} entries are dated ahead or at the epoch: taken for undated`],
    [
      lateDates >= FEWEST,
      `${lateDates} entries are dated later than they were first seen, as by the poll: the first sight stands`,
    ],
    [undated > 0, `${undated} entries have no date: news only if they come after the first poll`],
    [untitled > 0, `${untitled} entries have no title: their text or their page gives it`],
    [habits.stuckValidator === true, 'its validators stay while it changes: none are sent'],
    [isLate(habits.unasked304At), 'has answered 304 though nothing was asked of that kind: a failure'],
    [isLate(habits.blankAt), 'answers with nothing in the place of 304 (not modified): taken for unchanged'],
    [
      breakdowns >= FEWEST_BREAKDOWNS,
      `has broken down ${breakdowns} times in a fortnight and come back: asked again soon each time`,
    ],
    [isLate(habits.restedAt), 'has asked to be left alone: its whole host was'],
    [status !== 200, `comes with status ${status}: read all the same`],
    [leftOut > 0, `${leftOut} entries are left out: only the newest are kept`],
  ];
  return [
    ...remarks.flatMap(([holds, remark]) => (holds ? [remark] : [])),
    ...(habits.oddities ?? []).map((oddity) => ODDITIES[oddity]),
    ...(habits.problems ?? []).slice(0, MAX_PROBLEMS).map((problem) => `made up for: ${problem}`),
  ];
}

/**
 * When a feed publishes: its rate, the share of each hour of the day and day of the week (UTC), and recent items. All
 * counts decay, so that new habits are learned. Stored with the feed.
 */
export interface PublishingProfile {
  /** When the counts were last updated; epoch milliseconds. */
  readonly at: number;
  /** Items, decayed. */
  readonly items: number;
  /** Days observed, decayed in the same way: items / days is the rate. */
  readonly days: number;
  readonly byHour: readonly number[];
  readonly byWeekday: readonly number[];
  /** Items, decaying within hours. */
  readonly lately: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Three weeks: long enough to learn weekdays, short enough to notice that a feed has stopped. */
const HALF_LIFE_DAYS = 21;
/** News comes in bursts (Sia, Cho & Cho, "Efficient monitoring algorithm for fast news alerts", 2007). */
const LATELY_HALF_LIFE_HOURS = 1;
/** A backlog over a longer time says nothing about the present rate. */
const LONGEST_BACKLOG_DAYS = 120;
/** An unknown feed starts as if it had published one item in six hours. */
const PRIOR_ITEMS = 1;
const PRIOR_DAYS = 0.25;
/** With fewer items in a bin the average outweighs it. */
const HOUR_PRIOR = 1.5;
const WEEKDAY_PRIOR = 4;
/** The expected share of a burst that continues. */
const BURST_SHARE = 0.6;

/** The profile of a new feed, from the dates at its first poll. */
export function firstProfile(published: readonly Date[], now: Date): PublishingProfile {
  const past = published.map((date) => date.getTime()).filter((time) => time <= now.getTime());
  const horizon = now.getTime() - LONGEST_BACKLOG_DAYS * DAY;
  // Items before the horizon still show that nothing came since.
  const oldest = Math.max(horizon, Math.min(now.getTime(), ...past));
  const empty: PublishingProfile = {
    at: oldest,
    items: PRIOR_ITEMS,
    days: PRIOR_DAYS,
    byHour: Array<number>(24).fill(0),
    byWeekday: Array<number>(7).fill(0),
    lately: 0,
  };
  const recent = past.filter((time) => time >= oldest && time > horizon);
  return withItems(
    empty,
    recent.map((time) => new Date(time)),
    now,
  );
}

/**
 * The profile after a poll found new items.
 * @param published when each was published; where the feed does not say, the time of the poll
 */
export function withItems(
  profile: PublishingProfile,
  published: readonly Date[],
  now: Date,
): PublishingProfile {
  const fade = fading(profile.at, now.getTime());
  const byHour = profile.byHour.map((count) => count * fade);
  const byWeekday = profile.byWeekday.map((count) => count * fade);
  let items = profile.items * fade;
  let lately = profile.lately * latelyFading(profile.at, now.getTime());
  for (const date of published) {
    // An item dated before the last poll was late or imported; its date says nothing about the rate since.
    const time = date.getTime() >= profile.at && date <= now ? date : now;
    const weight = fading(time.getTime(), now.getTime());
    items += weight;
    lately += latelyFading(time.getTime(), now.getTime());
    byHour[time.getUTCHours()]! += weight;
    byWeekday[time.getUTCDay()]! += weight;
  }
  return { at: now.getTime(), items, days: daysAt(profile, now.getTime()), byHour, byWeekday, lately };
}

/** Items an hour that are expected at `time`, by what is known at `now`, which is not later. */
export function expectedRate(profile: PublishingProfile, time: number, now: number): number {
  const fade = fading(profile.at, now);
  const items = profile.items * fade;
  const average = items / daysAt(profile, now) / 24;
  const date = new Date(time);
  const hour = date.getUTCHours();
  // Neighbouring hours count half, because editorial offices do not work by UTC.
  const around =
    (profile.byHour[(hour + 23) % 24]! + 2 * profile.byHour[hour]! + profile.byHour[(hour + 1) % 24]!) / 4;
  const hourShare = (around * fade + HOUR_PRIOR) / (items / 24 + HOUR_PRIOR);
  const weekdayShare =
    (profile.byWeekday[date.getUTCDay()]! * fade + WEEKDAY_PRIOR) / (items / 7 + WEEKDAY_PRIOR);
  const burst = (profile.lately * latelyFading(profile.at, time) * Math.LN2) / LATELY_HALF_LIFE_HOURS;
  return Math.max(average * hourShare * weekdayShare, burst * BURST_SHARE);
}

function daysAt(profile: PublishingProfile, now: number): number {
  const fade = fading(profile.at, now);
  // The integral of the decay over the time since, so that the rate does not depend on how often it is updated.
  return profile.days * fade + ((1 - fade) * HALF_LIFE_DAYS) / Math.LN2;
}

function fading(from: number, to: number): number {
  return 2 ** (-Math.max(0, to - from) / (HALF_LIFE_DAYS * DAY));
}

function latelyFading(from: number, to: number): number {
  return 2 ** (-Math.max(0, to - from) / (LATELY_HALF_LIFE_HOURS * HOUR));
}

import type { DateHabits } from './date-habits.ts';
import { countsByEthiopia } from './ethiopian-feed.ts';
import { readDate } from './read-date.ts';
import { commonDate } from './common-date.ts';
import { earlierReading } from './earlier-reading.ts';
import { falseUtcUntil, withoutUtc } from './false-utc.ts';
import { noteLag, zoneBehind } from './date-lag.ts';
import { publisherZone } from './publisher-zone.ts';

export interface DateEvidence {
  /** When the feed was fetched. */
  readonly now: Date;
  /** Address and language of the feed. */
  readonly url: string;
  readonly language: string | undefined;
  /** What earlier polls have shown. */
  readonly before: DateHabits;
}

const MAX_READ = 400;
const SLASHED = /(?<!\d)(?:(\d{1,2})\/(\d{1,2})\/\d{2,4}|(\d{1,2})-(\d{1,2})-\d{4})(?!\d)/;
const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Allowed difference between servers' clocks. Milliseconds. */
const SKEW = 5 * 60_000;
/** The zone furthest ahead of UTC. Milliseconds. */
const FURTHEST = 14 * HOUR;

/** Decides the order of day and month, and the zone of times without one, from all dates of a feed. */
export function inferDateHabits(texts: readonly string[], evidence: DateEvidence): DateHabits {
  const written = texts.slice(0, MAX_READ);
  const until = falseUtcUntil(written, evidence.now, evidence.before.falseUtcUntil);
  const read = until === undefined ? written : written.map(withoutUtc);
  const calendar = countsByEthiopia(read, evidence.now, evidence.language) ? 'ethiopic' : undefined;
  // In that calendar the day is first, and the thirteenth month is no day.
  const dayFirst = calendar === undefined ? orderOf(read, evidence) : evidence.before.dayFirst;
  const { zone, lag } = zoneOf(read, { dayFirst, calendar }, evidence);
  const earlier = earlierReading(evidence.before, { dayFirst, zone }, evidence.now);
  return {
    dayFirst,
    zone,
    ...(calendar === undefined ? {} : { calendar }),
    ...(until === undefined ? {} : { falseUtcUntil: until }),
    ...(lag === undefined ? {} : { lag }),
    ...(earlier === undefined ? {} : { earlier }),
  };
}

function orderOf(
  texts: readonly string[],
  { now, url, language, before }: DateEvidence,
): boolean | undefined {
  const slashed = texts.filter((text) => SLASHED.test(text));
  if (slashed.length === 0) return before.dayFirst;
  let days = 0;
  let months = 0;
  for (const text of slashed) {
    const [, a, b, c, d] = SLASHED.exec(text) ?? [];
    if (Number(a ?? c) > 12) days += 1;
    if (Number(b ?? d) > 12) months += 1;
  }
  if (days !== months) return days > months;
  const guess = before.dayFirst ?? dayFirstIn(language) ?? (isOfDayFirstCountry(url) ? true : undefined);
  // If only one order puts dates into the future, that order is wrong.
  const ahead = (order: boolean) =>
    slashed.filter(
      (text) => (readDate(text, { source: 'feed', dayFirst: order })?.getTime() ?? 0) > now.getTime() + DAY,
    ).length;
  const [ifDay, ifMonth] = [ahead(true), ahead(false)];
  return ifDay === ifMonth ? guess : ifDay < ifMonth;
}

/**
 * Whether the language decides the order. Plain English does not: Americans put the month first and write most of the
 * feeds.
 */
function dayFirstIn(language: string | undefined): boolean | undefined {
  if (language === undefined || language === '') return undefined;
  if (/^en(?:$|[-_](?:us|ph)\b)/i.test(language)) return undefined;
  return true;
}

/** English-speaking countries that put the day first. */
function isOfDayFirstCountry(url: string): boolean {
  return /\.(?:uk|au|nz|ie|in|pk|bd|lk|sg|my|hk|za|ng|ke|gh)\.?$/.test(URL.parse(url)?.hostname ?? '');
}

function zoneOf(
  texts: readonly string[],
  reading: Pick<DateHabits, 'dayFirst' | 'calendar'>,
  { now, url, language, before }: DateEvidence,
): Pick<DateHabits, 'zone' | 'lag'> {
  const local = texts.filter((text) => isLocal(text, reading));
  const furthest = (zone: string) =>
    Math.max(
      ...local
        .map((text) => readDate(text, { source: 'feed', ...reading, zone })?.getTime() ?? 0)
        .filter(isNear(now)),
      0,
    ) - now.getTime();
  // After a change to summer time the known zone puts new dates into the future; then it is found anew.
  if (before.zone !== undefined && (local.length === 0 || furthest(before.zone) <= SKEW))
    return { zone: before.zone };
  const ahead = local.length === 0 ? 0 : furthest('UTC');
  const publishers = publisherZone(url, language);
  if (ahead > SKEW) {
    if (publishers !== 'UTC' && furthest(publishers) <= SKEW) return { zone: publishers };
    // In `Etc` names the sign is reversed.
    return { zone: `Etc/GMT-${Math.ceil((ahead - SKEW) / HOUR)}` };
  }
  // There are no such dates, or only dates of events to come.
  if (local.length === 0 || now.getTime() + ahead <= 0) return {};
  const lag = noteLag(before.lag, now.getTime() + ahead, now.getTime());
  const behind = zoneBehind(lag);
  if (behind === undefined) return { lag };
  const age = furthest(publishers);
  return { zone: publishers !== 'UTC' && age <= SKEW && age > -HOUR ? publishers : `Etc/GMT+${behind}` };
}

/** Whether a date is at most as far ahead as a zone explains; others are dates of events. */
function isNear(now: Date): (time: number) => boolean {
  return (time) => time <= now.getTime() + FURTHEST;
}

/** Whether a date has a time without a zone: then it changes with the assumed zone. */
function isLocal(text: string, reading: Pick<DateHabits, 'dayFirst' | 'calendar'>): boolean {
  // Nearly all dates are of a form with a zone.
  if (reading.calendar === undefined && commonDate(text) !== undefined) return false;
  const [here, there] = ['UTC', 'Etc/GMT-1'].map((zone) =>
    readDate(text, { source: 'feed', ...reading, zone })?.getTime(),
  );
  return here !== there;
}

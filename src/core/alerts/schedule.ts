import { Cron } from 'croner';
import type { DigestSchedule, QuietWindow, Weekday } from './route-config.ts';

/**
 * Wall-clock rules over daylight-saving changes, as Vixie cron and croner have them: a time that occurs twice
 * counts at its first occurrence; a time that does not exist counts at the first instant after the gap.
 */

/** The first instant strictly after `now` at which the digest goes out. */
export function nextDigest(now: Date, schedule: DigestSchedule, timeZone: string): Date {
  return next(digestCron(schedule), now, timeZone);
}

// Windows that leave no time free would hold an alert for ever.
const LONGEST_QUIET_MS = 8 * 86_400_000;

/**
 * When the quiet hours that hold at `now` end, windows that follow each other taken together; undefined outside
 * them. The end itself is no longer quiet. Eight days are the longest that anything is held.
 */
export function quietUntil(now: Date, windows: readonly QuietWindow[], timeZone: string): Date | undefined {
  let end = now;
  while (end.getTime() - now.getTime() < LONGEST_QUIET_MS) {
    const at = end;
    const next = windows.map((window) => windowEnd(at, window, timeZone)).find((time) => time !== undefined);
    if (next === undefined) break;
    end = next;
  }
  return end > now ? end : undefined;
}

function windowEnd(now: Date, window: QuietWindow, timeZone: string): Date | undefined {
  const days = window.days?.map(cronDay).join(',') ?? '*';
  const began = atOrBefore(cronAt(window.from, days), now, timeZone);
  if (began === undefined) return undefined;
  // The end of a day is the beginning of the next.
  const ends = next(cronAt(window.to === '24:00' ? '00:00' : window.to, '*'), began, timeZone);
  return now < ends ? ends : undefined;
}

function digestCron(schedule: DigestSchedule): string {
  switch (schedule.every) {
    case 'day':
      return cronAt(schedule.at, '*');
    case 'week':
      return cronAt(schedule.at, cronDay(schedule.on));
    case 'cron':
      return schedule.cron;
  }
}

/** `07:30` on Mondays: `30 7 * * 1`. */
function cronAt(time: string, days: string): string {
  const [hour, minute] = time.split(':');
  return `${Number(minute)} ${Number(hour)} * * ${days}`;
}

const WEEKDAYS: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

function cronDay(day: Weekday): string {
  return String(WEEKDAYS.indexOf(day));
}

function next(pattern: string, after: Date, timeZone: string): Date {
  const run = cron(pattern, timeZone).nextRun(after);
  // The schema lets in only patterns that come round.
  if (run === null) throw new RangeError(`the schedule ${pattern} never comes round`);
  return run;
}

function atOrBefore(pattern: string, now: Date, timeZone: string): Date | undefined {
  // croner looks strictly before; a millisecond later the instant itself is included.
  return cron(pattern, timeZone).previousRuns(1, new Date(now.getTime() + 1))[0];
}

function cron(pattern: string, timezone: string): Cron {
  // A list of weekdays or hours is still a fixed time of day, which a change of clocks must not skip.
  return new Cron(pattern, { timezone, mode: '5-part', paused: true, fixedTimeRule: 'no-wildcard' });
}

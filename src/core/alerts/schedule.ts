import { Cron } from 'croner';
import type { DigestSchedule, QuietWindow, Weekday } from './route-config.ts';

/**
 * Clock times across daylight-saving changes follow Vixie cron and croner: a time that occurs twice counts at its
 * first occurrence; a time that does not exist counts at the first instant after the gap.
 */

/** The first instant strictly after `now` at which the digest is sent. */
export function nextDigest(now: Date, schedule: DigestSchedule, timeZone: string): Date {
  return next(digestCron(schedule), now, timeZone);
}

// Limits quiet hours that leave no time free; an alert would wait for ever.
const LONGEST_QUIET_MS = 8 * 86_400_000;

/**
 * The end of the quiet hours in force at `now`, with adjoining windows taken together; undefined outside quiet hours.
 * The end itself is no longer quiet. Eight days at most.
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
  // 24:00 is 00:00 of the next day.
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
  // The schema accepts only patterns that recur.
  if (run === null) throw new RangeError(`the schedule ${pattern} never comes round`);
  return run;
}

function atOrBefore(pattern: string, now: Date, timeZone: string): Date | undefined {
  // croner searches strictly before, so a millisecond is added to include the instant itself.
  return cron(pattern, timeZone).previousRuns(1, new Date(now.getTime() + 1))[0];
}

function cron(pattern: string, timezone: string): Cron {
  // A list of weekdays or hours is still a fixed time of day. Without this rule croner would skip it when clocks
  // change.
  return new Cron(pattern, { timezone, mode: '5-part', paused: true, fixedTimeRule: 'no-wildcard' });
}

import type { DateHabits, EarlierReading } from './date-habits.ts';
import { instantInZone } from './zones.ts';

/** The reading that a feed's new habits replace; the one before, where they are the same. */
export function earlierReading(before: DateHabits, now: DateHabits, at: Date): EarlierReading | undefined {
  if (before.zone === now.zone && before.dayFirst === now.dayFirst) return before.earlier;
  return { dayFirst: before.dayFirst, zone: before.zone, until: at.getTime() };
}

/**
 * The instants that a stored date may be by the present reading, if it was read by an earlier one: in the zone of now,
 * with day and month in the order of now, or both. The text is not stored, so which of them it left open is unknown.
 * @param firstSeen when the date was stored
 */
export function asReadNow(stored: Date | undefined, firstSeen: Date, habits: DateHabits): Date[] {
  const { earlier } = habits;
  if (stored === undefined || earlier === undefined || firstSeen.getTime() >= earlier.until) return [];
  const shown = clockOf(earlier.zone, stored.getTime());
  const clocks = earlier.dayFirst === habits.dayFirst ? [shown] : [shown, ...swapped(shown)];
  const instants = clocks.flatMap((clock) => [clock, instantInZone(habits.zone ?? 'UTC', clock) ?? clock]);
  return [...new Set(instants)].filter((instant) => instant !== stored.getTime()).map((at) => new Date(at));
}

/** What clocks in a zone show, as if it were UTC. */
function clockOf(zone: string | undefined, instant: number): number {
  const there = instantInZone(zone ?? 'UTC', instant) ?? instant;
  return instant + (instant - there);
}

/** The same time with day and month exchanged, where there is such a day. */
function swapped(clock: number): number[] {
  const date = new Date(clock);
  if (date.getUTCDate() > 12) return [];
  return [
    Date.UTC(date.getUTCFullYear(), date.getUTCDate() - 1, date.getUTCMonth() + 1) + (clock % 86_400_000),
  ];
}

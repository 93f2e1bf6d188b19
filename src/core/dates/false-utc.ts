import { readDate } from './read-date.ts';

const HOUR = 3_600_000;
/** Clocks of servers differ by less than this. Milliseconds. */
const LEAST_AHEAD = HOUR / 2;
/** The zone furthest ahead of UTC. Milliseconds. */
const FURTHEST = 14 * HOUR;
/** A single date ahead is that of an embargo or of a wrong clock. */
const FEWEST_AHEAD = 2;
/** For so long the label stays disbelieved after dates ahead were last seen, because nights are quiet. Milliseconds. */
const KEPT = 7 * 24 * HOUR;

const UTC_LABEL = /\s?(?:GMT|UTC|UT|Z|[+-]00:?00)\s*$/i;

/** A date without the statement that it is in UTC. */
export function withoutUtc(written: string): string {
  return written.replace(UTC_LABEL, '');
}

/**
 * Until when the dates of a feed count as local times although they say that they are in UTC: software that appends
 * `GMT` or `Z` to the local time puts new entries into the future. All dates must say so, several must be ahead, and
 * none further than a zone explains, because others are dates of events.
 * @param texts the dates of all entries, as written
 * @param before what the last poll found; epoch milliseconds
 * @returns epoch milliseconds; undefined if the label is believed
 */
export function falseUtcUntil(
  texts: readonly string[],
  now: Date,
  before: number | undefined,
): number | undefined {
  const dated = texts.filter((text) => text.trim() !== '');
  if (dated.length === 0 || !dated.every((text) => UTC_LABEL.test(text))) return undefined;
  const ahead = new Set<number>();
  for (const text of dated) {
    const by = (readDate(text, { source: 'feed' })?.getTime() ?? 0) - now.getTime();
    if (by > FURTHEST) return undefined;
    if (by > LEAST_AHEAD) ahead.add(by);
  }
  if (ahead.size >= FEWEST_AHEAD) return now.getTime() + KEPT;
  return before !== undefined && before > now.getTime() ? before : undefined;
}

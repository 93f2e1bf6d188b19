import type { FeedContext } from './date-context.ts';
import { withoutUtc } from './false-utc.ts';
import { endOfMonthOrYear, isMonthOrYear } from './period.ts';
import { isPlausibleEntryDate } from './plausible-date.ts';
import { readDate } from './read-date.ts';

/** A date in an entry as it is written. */
export interface EntryDate {
  readonly at: Date;
  /** Whether it is an age (`2 hours ago`), so that it is another instant at each poll. */
  readonly byAge: boolean;
}

/**
 * The date of an entry that has several: the first that can be true, else the first that can be read. Ages are used
 * where there is nothing else.
 * @param unread is told of each text that is no date
 */
export function entryDate(
  texts: readonly string[],
  context: FeedContext,
  unread: (text: string) => void,
): EntryDate | undefined {
  const said = context.falseUtcUntil === undefined ? texts : texts.map(withoutUtc);
  const found = said.flatMap((text) => {
    const at = readDate(text, { ...context, now: undefined, seen: context.now });
    if (at !== undefined)
      return withoutPeriod(text, at, context.now).map((day) => ({ at: day, byAge: false }));
    const age = readDate(text, context);
    if (age === undefined && text !== '') unread(text);
    return age === undefined ? [] : { at: age, byAge: true };
  });
  const written = found.filter(({ byAge }) => !byAge);
  return written.find(({ at }) => isPlausibleEntryDate(at, context.now)) ?? written[0] ?? found[0];
}

/**
 * The last day of a month or year without a day, as far as it is over. While it goes on, the entry counts as undated:
 * its first day would make today's report one from the archive.
 */
function withoutPeriod(text: string, first: Date, now: Date | undefined): Date[] {
  if (now === undefined || !isMonthOrYear(text.trim())) return [first];
  const last = endOfMonthOrYear(text.trim(), first);
  return last > now.getTime() ? [] : [new Date(last)];
}

/** The fields of an entry that follow from its two dates; an entry without `published` gets its `updated`. */
export function publicationOf(
  published: EntryDate | undefined,
  updated: EntryDate | undefined,
): { published: Date | undefined; updated: Date | undefined; byAge?: true } {
  const chosen = [published, updated].find((date) => date?.byAge === false) ?? published ?? updated;
  return {
    published: chosen?.at,
    // An age would be a change at each poll.
    updated: updated?.byAge === true ? undefined : updated?.at,
    ...(chosen?.byAge === true ? { byAge: true as const } : {}),
  };
}

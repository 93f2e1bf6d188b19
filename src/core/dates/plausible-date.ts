/** The earliest date that is accepted. Systems without a date write the zero of the Unix epoch, in any zone. */
const EARLIEST = Date.UTC(1995, 0);
/** How far a local time without its zone may seem to lie in the future. Milliseconds. */
const ZONE_ERROR = 15 * 3_600_000;

/**
 * A claimed date of publication, where it can be true.
 * @param seen when we first saw the article; it was not published later
 */
export function plausibleDate(claimed: Date | undefined, seen: Date): Date | undefined {
  if (claimed === undefined || claimed.getTime() < EARLIEST) return undefined;
  return claimed > seen ? undefined : claimed;
}

/** Whether an entry can have been published then, as far as is known. */
export function isPlausibleEntryDate(claimed: Date, seen: Date | undefined): boolean {
  return (
    claimed.getTime() >= EARLIEST && (seen === undefined || claimed.getTime() <= seen.getTime() + ZONE_ERROR)
  );
}

/**
 * The date of an entry. One that lies ahead by no more than a missing zone explains is taken as now. One further
 * ahead is the date of an event, not of the report, and is dropped.
 */
export function plausibleEntryDate(claimed: Date | undefined, seen: Date): Date | undefined {
  if (claimed !== undefined && claimed > seen && claimed.getTime() <= seen.getTime() + ZONE_ERROR)
    return seen;
  return plausibleDate(claimed, seen);
}

/**
 * An article that is older than its feed's date, or our first sight of it, by this much comes from an archive.
 * Milliseconds.
 */
const ARCHIVE_AGE = 14 * 86_400_000;

/** Whether a page is from an archive: its own date is far older than the date in the feed. */
export function isFromArchive(page: Date | undefined, feed: Date | undefined, seen: Date): boolean {
  return page !== undefined && (feed ?? seen).getTime() - page.getTime() > ARCHIVE_AGE;
}

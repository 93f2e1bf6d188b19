/** Nothing on the web is older. Systems without a date write the zero of the Unix epoch, in any zone. */
const EARLIEST = Date.UTC(1995, 0);

/**
 * A claimed date of publication, as far as it can be true.
 * @param seen when we first saw the article: nothing is published after that
 */
export function believedDate(claimed: Date | undefined, seen: Date): Date | undefined {
  if (claimed === undefined || claimed.getTime() < EARLIEST) return undefined;
  return claimed > seen ? undefined : claimed;
}

/** A local time without its zone seems to lie ahead by this at most. Milliseconds. */
const ZONE_ERROR = 15 * 3_600_000;

/**
 * The date of an entry. One that lies ahead by no more than a forgotten zone does is of now; one that lies further
 * ahead is the date of an event, not of the report.
 */
export function believedEntryDate(claimed: Date | undefined, seen: Date): Date | undefined {
  if (claimed !== undefined && claimed > seen && claimed.getTime() <= seen.getTime() + ZONE_ERROR)
    return seen;
  return believedDate(claimed, seen);
}

/** An article this much older than its feed says, or than its first sight, comes from an archive. Milliseconds. */
const ARCHIVE_AGE = 14 * 86_400_000;

/** Whether a page is from the archive: its own date is far older than the date in the feed. */
export function isFromArchive(page: Date | undefined, feed: Date | undefined, seen: Date): boolean {
  return page !== undefined && (feed ?? seen).getTime() - page.getTime() > ARCHIVE_AGE;
}

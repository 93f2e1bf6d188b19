/**
 * The dates of a feed's first poll as a history of publishing. Dates of a calendar are in the future; it publishes
 * about as often as its events occur, so they are mirrored into the past.
 */
export function mirrorFutureDates(
  entries: readonly { readonly published: Date | undefined; readonly updated: Date | undefined }[],
  now: Date,
): Date[] {
  return entries.flatMap(({ published, updated }) => {
    const date = published ?? updated;
    if (date === undefined || date.getTime() < EARLIEST) return [];
    return date > now ? new Date(Math.max(EARLIEST, 2 * now.getTime() - date.getTime())) : date;
  });
}

/** Earlier dates, above all the epoch, mean that there is none. */
const EARLIEST = Date.UTC(1995, 0);

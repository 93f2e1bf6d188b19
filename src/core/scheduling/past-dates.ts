/**
 * What the dates in a feed's first window say about how often it publishes. Those of a calendar lie ahead: it adds
 * something as often as its events follow one another, so they count as if they lay as far back.
 */
export function pastOnes(
  entries: readonly { readonly published: Date | undefined; readonly updated: Date | undefined }[],
  now: Date,
): Date[] {
  return entries.flatMap(({ published, updated }) => {
    const date = published ?? updated;
    if (date === undefined || date.getTime() < EARLIEST) return [];
    return date > now ? new Date(Math.max(EARLIEST, 2 * now.getTime() - date.getTime())) : date;
  });
}

/** The epoch's zero is no date. */
const EARLIEST = Date.UTC(1995, 0);

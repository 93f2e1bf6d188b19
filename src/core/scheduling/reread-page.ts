/** The ages of an item at which a page that gave no article is asked for again. Seconds. */
const AGES = [90, 600, 3_600];
/** No page is asked for twice within this time. Seconds. */
const APART = 60;

/** How the latest pages of a host ended, all of them older than any short disturbance. */
export interface PageHistory {
  readonly pages: number;
  /** Pages that gave no article. */
  readonly unread: number;
}

/** Before that age of a page its failure may be a disturbance; after it, it is the host's habit. Milliseconds. */
export const SETTLED = 6 * 3_600_000;

const FEWEST = 2;
const SHARE = 0.5;

/**
 * When the page of an item is read again that has been read from its feed entry, because the page showed something else
 * or was refused. Mostly such a page stays as it is; but a new page is not on all servers yet, a wall stands for an hour
 * only, or a log-in page of our own network answers for everybody.
 *
 * @returns undefined where the page is not read again
 */
export function rereadPageAt(firstSeen: Date, now: Date, history: PageHistory): Date | undefined {
  if (history.pages >= FEWEST && history.unread >= history.pages * SHARE) return undefined;
  const soonest = now.getTime() + APART * 1_000;
  const next = AGES.map((age) => firstSeen.getTime() + age * 1_000).find((at) => at >= soonest);
  return next === undefined ? undefined : new Date(next);
}

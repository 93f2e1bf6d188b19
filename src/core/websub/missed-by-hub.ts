/** A hub fetches the feed itself before it pushes: as long as that may take it has missed nothing. */
const GRACE = 15 * 60_000;

/**
 * Whether a poll found what the hub should have pushed: something that was published since the hub pushes, and not
 * just now. What has no date counts as old enough.
 *
 * @param published of the items that only the poll brought
 * @param since when the hub's lease began; undefined where it has none
 */
export function missedByHub(
  published: readonly (Date | undefined)[],
  since: Date | undefined,
  now: Date,
): boolean {
  if (since === undefined) return false;
  return published.some(
    (date) => date === undefined || (date >= since && now.getTime() - date.getTime() > GRACE),
  );
}

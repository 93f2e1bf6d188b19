/** A hub fetches the feed itself before it pushes; until this time it has missed nothing. Milliseconds. */
const GRACE = 15 * 60_000;

/**
 * Whether a poll found something that the hub should have pushed: published after the hub's lease began, and not just
 * now. An item without a date counts as old enough.
 *
 * @param published dates of the items that only the poll found
 * @param since when the hub's lease began; undefined without one
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

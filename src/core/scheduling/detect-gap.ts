/** An item or entry, by all the names under which it may be known again: id, link, canonical URL. */
export interface KeyedEntry {
  readonly keys: readonly string[];
  readonly published: Date | undefined;
}

/** Items may have been lost between these instants, where the feed's dates tell. */
export interface Gap {
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

/**
 * Whether a feed has published more between two polls than it shows: none of the newest items that we know is left in its window, though something
 * new is. Several are looked at, as a publisher may withdraw one; an old entry that is pinned to the top, or ids
 * that have all changed while the links stay, decide nothing.
 *
 * @param newestKnown the newest items known of this feed, three or so; empty at the first poll
 * @param window the entries now in the feed
 */
export function detectGap(
  newestKnown: readonly KeyedEntry[],
  window: readonly KeyedEntry[],
): Gap | undefined {
  if (newestKnown.length === 0 || window.length === 0) return undefined;
  const known = new Set(newestKnown.flatMap(({ keys }) => keys));
  if (window.some(({ keys }) => keys.some((key) => known.has(key)))) return undefined;
  const from = latest(newestKnown);
  const newer =
    from === undefined
      ? window
      : window.filter(({ published }) => published === undefined || published > from);
  // Nothing in the window is newer than what we know: the feed was cut back or replaced, and nothing slipped through.
  if (newer.length === 0) return undefined;
  return { from, to: earliest(newer) };
}

function latest(sightings: readonly KeyedEntry[]): Date | undefined {
  return dates(sightings).at(-1);
}

function earliest(sightings: readonly KeyedEntry[]): Date | undefined {
  return dates(sightings)[0];
}

function dates(sightings: readonly KeyedEntry[]): Date[] {
  return sightings
    .flatMap(({ published }) => (published === undefined ? [] : [published]))
    .toSorted((a, b) => a.getTime() - b.getTime());
}

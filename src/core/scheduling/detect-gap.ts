/** An item or entry, with everything it may be recognised by: id, link, canonical URL. */
export interface KeyedEntry {
  readonly keys: readonly string[];
  readonly published: Date | undefined;
}

/** Items between these instants may have been lost; undefined where the feed has no dates. */
export interface Gap {
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

/**
 * Whether a feed has published more between two polls than it shows: none of the newest known items is in it any
 * more, although something new is. Several known items are checked, because a publisher may withdraw one. An old
 * entry pinned to the top, or ids that all changed while links stayed, do not decide.
 *
 * @param newestKnown the newest known items of this feed, about three; empty at the first poll
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
  // Nothing in the feed is newer than what we know: it was shortened or replaced, and nothing was lost.
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

/** An entry as it stands in its feed. */
export interface StandingEntry {
  /** Undefined for an entry that is new to the feed. */
  readonly firstSeen: Date | undefined;
  readonly isUndated: boolean;
}

/**
 * From how many new entries without a date below the known ones on these are an archive: at least so many, and at least
 * this part of the known ones. More are needed where nothing shows yet that the newest stand first, because a feed may
 * have its newest last.
 */
const NEWEST_FIRST = { fewest: 5, share: 0.5 };
const UNKNOWN_ORDER = { fewest: 10, share: 1 };

/**
 * The new entries of a feed without a date that come from its archive: they stand below all known ones, and are many.
 * A feed shows more of its archive after a change of its software or settings. Empty where the newest stand last.
 * @param entries in the order of the feed
 * @returns positions in `entries`
 */
export function undatedArchive(entries: readonly StandingEntry[]): ReadonlySet<number> {
  const known = entries.flatMap(({ firstSeen }, at) => (firstSeen === undefined ? [] : [{ at, firstSeen }]));
  const [first, last] = [known[0]?.at, known.at(-1)?.at];
  if (first === undefined || last === undefined) return new Set();
  // Above the known ones stands what is newer than they are.
  let newestFirst = first > 0 ? 1 : 0;
  for (let i = 1; i < known.length; i += 1)
    newestFirst += Math.sign(known[i - 1]!.firstSeen.getTime() - known[i]!.firstSeen.getTime());
  if (newestFirst < 0) return new Set();
  const { fewest, share } = newestFirst > 0 ? NEWEST_FIRST : UNKNOWN_ORDER;
  const below = entries.flatMap(({ isUndated }, at) => (at > last && isUndated ? [at] : []));
  return below.length >= fewest && below.length >= share * known.length ? new Set(below) : new Set();
}

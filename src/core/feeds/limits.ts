/** What one feed may cost. Each limit cuts something and reports a problem; none of them refuses the feed. */
export interface FeedLimits {
  /** Bytes that are read; what follows is cut off as if the connection had broken. Default 16 MiB. */
  readonly maxBytes: number;
  /**
   * Entries that are kept, the newest by their dates. Four times as many are read: the first and the last of the file.
   * Default 3000.
   */
  readonly maxEntries: number;
  /** Depth of elements; deeper ones lose their tags and keep their text. Default 200. */
  readonly maxDepth: number;
  /** Elements inside one entry; further ones lose their tags. Default 20,000. */
  readonly maxElements: number;
  /** Elements of the whole document. Default 500,000. */
  readonly maxTotalElements: number;
  /** Attributes of one element. Default 64. */
  readonly maxAttributes: number;
  /** UTF-16 units of an attribute, an address or an id. Default 8192. */
  readonly maxAttributeLength: number;
  /** UTF-16 units of a summary or a content. Default 1,000,000. */
  readonly maxContentLength: number;
  /** UTF-16 units of a title, an author or a category. Default 1000. */
  readonly maxTitleLength: number;
  /** Enclosures and categories kept for one entry. Default 50. */
  readonly maxListLength: number;
  /** UTF-16 units of all summaries and contents together. Default 5,000,000. */
  readonly maxTotalText: number;
  /** Enclosures and categories of all entries together. Default 10,000. */
  readonly maxTotalListItems: number;
  /** UTF-16 units that entities declared in the document may expand to. Default 100,000. */
  readonly maxEntityExpansion: number;
}

export const DEFAULT_FEED_LIMITS: FeedLimits = {
  maxBytes: 16 * 2 ** 20,
  maxEntries: 3000,
  maxDepth: 200,
  maxElements: 20_000,
  maxTotalElements: 500_000,
  maxAttributes: 64,
  maxAttributeLength: 8192,
  maxContentLength: 1_000_000,
  maxTitleLength: 1000,
  maxListLength: 50,
  maxTotalText: 5_000_000,
  maxTotalListItems: 10_000,
  maxEntityExpansion: 100_000,
};

/** Entries that are read at most: the first and the last, because some feeds begin with the oldest. */
export function maxEntriesRead({ maxEntries }: FeedLimits): number {
  return maxEntries * 4;
}

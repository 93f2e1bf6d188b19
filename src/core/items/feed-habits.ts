/** What a feed has shown of itself, as far as it matters to how its entries are read. Plain data, stored with the feed. */
export interface FeedHabits {
  /** Polls in a row in which all known entries were called updated and none had changed. */
  readonly idleUpdates?: number;
  /** The latest poll in which an item came back under another guid, or another link; epoch milliseconds. */
  readonly guidsChangedAt?: number;
  readonly linksChangedAt?: number;
  /** Entries of the latest window that share a link, and that have none. */
  readonly sharedLinks?: number;
  readonly withoutLink?: number;
}

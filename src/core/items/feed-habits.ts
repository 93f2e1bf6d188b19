import type { DateHabits } from '../dates/date-habits.ts';

/** What a feed has been seen to do, as far as it affects how its entries are read. Stored with the feed. */
export interface FeedHabits {
  /** Polls in a row in which all known entries changed `updated` and no text. */
  readonly idleUpdates?: number;
  /** The latest polls in which items changed their guid, or their link; epoch milliseconds. */
  readonly guidsChangedAt?: number;
  readonly linksChangedAt?: number;
  /** Entries of the latest poll that share a link, and that have none. */
  readonly sharedLinks?: number;
  readonly withoutLink?: number;
  /**
   * Entries of the latest poll that are dated in the future or at the epoch, and entries that were too many to keep.
   */
  readonly impossibleDates?: number;
  readonly leftOut?: number;
  /**
   * Entries of the latest poll without a date, without a title, with a guid that others have too, and with a
   * redirector's link.
   */
  readonly undated?: number;
  readonly untitled?: number;
  readonly sharedGuids?: number;
  readonly redirectors?: number;
  /** Entries of the latest poll with counts of readers or their age in the title, and in the text. */
  readonly countedTitles?: number;
  readonly countedTexts?: number;
  /** Entries of the latest poll that are dated after they were first seen. */
  readonly lateDates?: number;
  /** When its server began to fail, for the latest of such times; epoch milliseconds, oldest first. */
  readonly breakdowns?: readonly number[];
  /** The latest poll in which known entries had changed text; epoch milliseconds. */
  readonly editedAt?: number;
  /** When the server last answered 304 (not modified) to a request without validators; epoch milliseconds. */
  readonly unasked304At?: number;
  /** When the server last answered a request with validators by nothing, noted once a day; epoch milliseconds. */
  readonly blankAt?: number;
  /** When the feed's host last asked for a pause; epoch milliseconds. */
  readonly restedAt?: number;
  /**
   * The address to which the feed says that it has moved but where it was not found, and when that was checked; epoch
   * milliseconds.
   */
  readonly noMove?: { readonly to: string; readonly at: number };
  /** The status of the latest answer. */
  readonly status?: number;
  readonly oddities?: readonly ('irregular' | 'packed' | 'cookie' | 'cut' | 'damaged')[];
  /** The faults that the reader reported. */
  readonly problems?: readonly string[];
  readonly dates?: DateHabits;
  /** The server answered with an old validator though the feed had changed, so none is sent any more. */
  readonly stuckValidator?: boolean;
}

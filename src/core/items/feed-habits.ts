import type { DateHabits } from '../dates/settle-dates.ts';

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
  /** Entries of the latest window that are dated ahead or at the epoch, and that were too many to keep. */
  readonly impossibleDates?: number;
  readonly leftOut?: number;
  /** Entries of the latest window without a date, without a title, whose guid others have too, and by way of a redirector. */
  readonly undated?: number;
  readonly untitled?: number;
  readonly sharedGuids?: number;
  readonly redirectors?: number;
  /** Entries of the latest window that count their readers, or tell their age, in the title and in the text. */
  readonly countedTitles?: number;
  readonly countedTexts?: number;
  /** Entries of the latest window that are dated later than they were first seen. */
  readonly lateDates?: number;
  /** When its server last began to fail, several times; epoch milliseconds, oldest first. */
  readonly breakdowns?: readonly number[];
  /** The latest poll in which known entries said something else; epoch milliseconds. */
  readonly editedAt?: number;
  /** When the server last answered 304 though nothing was asked of that kind; epoch milliseconds. */
  readonly unasked304At?: number;
  /** When the feed's host last asked to be left alone; epoch milliseconds. */
  readonly restedAt?: number;
  /** How the latest answer came. */
  readonly status?: number;
  readonly oddities?: readonly ('irregular' | 'packed' | 'cookie')[];
  /** What its reader had to make up for. */
  readonly problems?: readonly string[];
  readonly dates?: DateHabits;
  /** The server has answered with an old validator though the feed had changed: none is sent any more. */
  readonly stuckValidator?: boolean;
}

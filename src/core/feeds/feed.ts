import type { DateHabits } from '../dates/date-habits.ts';

/** The result of every feed reader, for all formats. All dates are UTC instants. */
export interface Feed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json' | 'h-feed';
  /** Plain text. */
  readonly title: string | undefined;
  /** The site that the feed belongs to, absolute. */
  readonly link: string | undefined;
  /** As written in the feed (`fr`, `zh-CN`), not normalised. */
  readonly language: string | undefined;
  /** Where the feed says it lives (`rel=self`), absolute. */
  readonly self: string | undefined;
  /** Where the feed says it has moved to (`itunes:new-feed-url`), absolute. */
  readonly movedTo?: string;
  /** WebSub hubs, absolute. */
  readonly hubs: readonly string[];
  /** How often the publisher asks to be polled, from `ttl` or `sy:*`, in minutes. */
  readonly ttlMinutes: number | undefined;
  /** UTC hours (0–23) and days (0 = Sunday) in which the publisher asks not to be polled. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
  readonly entries: readonly FeedEntry[];
  /** Faults and how they were handled, one sentence each. Empty for a valid feed. */
  readonly problems: readonly string[];
  /** How many entries were left out because there are newer ones. */
  readonly leftOut?: number;
  /** How ambiguous dates were read; only where the caller passed the results of earlier polls. */
  readonly dates?: DateHabits;
}

/** The problem of a document without its end: its last entry may be incomplete. */
export const BREAKS_OFF = 'the document breaks off before its end';

/** One entry, before it is stored as an item. */
export interface FeedEntry {
  /** As in the feed (guid, atom:id, id); the link where the feed has none. */
  readonly id: string;
  /** Absolute. */
  readonly link: string | undefined;
  /** Plain text, references decoded. */
  readonly title: string | undefined;
  readonly published: Date | undefined;
  readonly updated: Date | undefined;
  /** Whether `published` is counted back from the poll (`2 hours ago`), so that it differs at each poll. */
  readonly byAge?: true;
  /** Plain text. */
  readonly author: string | undefined;
  /** HTML or text, relative addresses resolved. */
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly language: string | undefined;
  readonly enclosures: readonly {
    readonly url: string;
    readonly type: string | undefined;
    readonly length: number | undefined;
  }[];
  readonly categories: readonly string[];
}

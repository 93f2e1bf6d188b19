/** Where a date is written. It decides what the date itself leaves open. */
export type DateContext = FeedContext | PageContext | HeaderContext;

/** An element of a feed or sitemap that contains nothing but a date. */
export interface FeedContext {
  readonly source: 'feed';
  /** Whether `3/4/2026` is the third of April. Undefined where unknown: then slashes put the month first. */
  readonly dayFirst?: boolean | undefined;
  /** IANA zone of times that name none; UTC where undefined. */
  readonly zone?: string | undefined;
  /** Defined if times are in `zone` although they say that they are in UTC. */
  readonly falseUtcUntil?: number | undefined;
  /** IANA zone of the publisher. It decides which zone an ambiguous name means. */
  readonly publisher?: string | undefined;
  /** In which dates in numbers count; the Gregorian one where undefined. */
  readonly calendar?: 'ethiopic' | undefined;
  /** When it was fetched; without it `2 hours ago` is no date. */
  readonly now?: Date | undefined;
  /** When it was fetched; decides between calendars, and not whether ages are dates. */
  readonly seen?: Date | undefined;
}

/** An attribute or a line of a page: a date, possibly among other words. */
export interface PageContext {
  readonly source: 'page';
  readonly dayFirst: boolean;
  /** IANA zone of the publisher, for times without a zone and for ambiguous names. */
  readonly zone: string;
  /** When it was fetched; without it `2 hours ago` is no date. */
  readonly now?: Date | undefined;
  /** When it was fetched, and the date that the feed has for it; they decide between calendars. */
  readonly seen?: Date | undefined;
  readonly fromFeed?: Date | undefined;
}

/** The value of an HTTP header: one of the three forms of RFC 9110, 5.6.7. */
interface HeaderContext {
  readonly source: 'header';
  /** A year of two digits that seems more than 50 years ahead of this lies in the past. */
  readonly now: Date;
}

/** What the parsers of dates need from the context. */
export interface DateRules {
  readonly dayFirst: boolean | undefined;
  readonly zone: string | undefined;
  readonly publisher: string | undefined;
  readonly calendar?: 'ethiopic' | undefined;
  /** When it was fetched, and the date that another source has for it. */
  readonly seen?: Date | undefined;
  readonly fromFeed?: Date | undefined;
  /** `2024` and `May 2024` are dates too: their first day. */
  readonly allowsPartial: boolean;
  /** Completes a year of two digits. */
  readonly fullYear: (digits: number) => number;
}

/** RFC 2822, 4.3: two digits below 50 are of this century. */
const byRfc2822 = (digits: number) => (digits < 50 ? 2000 : 1900) + digits;

/** What a context means for the parsers of dates. */
export function rulesOf(context: DateContext): DateRules {
  switch (context.source) {
    case 'feed':
      return {
        dayFirst: context.dayFirst,
        zone: context.zone,
        publisher: context.publisher ?? context.zone,
        calendar: context.calendar,
        seen: context.seen ?? context.now,
        allowsPartial: true,
        fullYear: byRfc2822,
      };
    case 'page':
      return {
        dayFirst: context.dayFirst,
        zone: context.zone,
        publisher: context.zone,
        seen: context.seen ?? context.now,
        fromFeed: context.fromFeed,
        allowsPartial: false,
        fullYear: byRfc2822,
      };
    case 'header':
      return {
        dayFirst: undefined,
        zone: undefined,
        publisher: undefined,
        allowsPartial: true,
        fullYear: (digits) => {
          const thisYear = context.now.getUTCFullYear();
          const year = thisYear - (thisYear % 100) + digits;
          return year > thisYear + 50 ? year - 100 : year;
        },
      };
  }
}

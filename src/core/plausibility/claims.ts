/** What is known of a page that answered. */
export interface PageClaim {
  /** The address asked for, and the address after redirects. */
  readonly requested: string;
  readonly url: string;
  readonly title: string;
  /** Other wordings of its headline: for the window, for sharing, in its metadata. */
  readonly titles?: readonly string[];
  readonly lead: string | undefined;
  /** The article's extracted text, and the beginning of everything visible. */
  readonly text: string;
  readonly visible: string;
  /** The address that the page calls its own, and its date. */
  readonly canonical?: string | undefined;
  readonly published?: Date | undefined;
}

/** What the feed says of the entry: plain text. */
export interface EntryClaim {
  readonly title: string;
  readonly text: string;
  readonly published?: Date | undefined;
}

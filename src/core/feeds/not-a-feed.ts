/** A feed that an HTML page announces with `<link rel="alternate">`. */
export interface AnnouncedFeed {
  /** Absolute. */
  readonly url: string;
  readonly title: string | undefined;
  /** The media type that the page gives, in lower case. */
  readonly type: string;
}

/** What was found where a feed was expected. */
export interface NotAFeed {
  readonly found: 'html' | 'xml' | 'json' | 'text' | 'binary' | 'empty' | 'too-large';
  /** Feeds that the HTML page announces, in page order. */
  readonly announced: readonly AnnouncedFeed[];
}

/** The bytes are no feed. Permanent for these bytes: reading them again changes nothing. */
export class NotAFeedError extends Error implements NotAFeed {
  override readonly name = 'NotAFeedError';
  readonly found: NotAFeed['found'];
  readonly announced: readonly AnnouncedFeed[];
  constructor(message: string, { found, announced }: NotAFeed, options?: ErrorOptions) {
    super(message, options);
    this.found = found;
    this.announced = announced;
  }
}

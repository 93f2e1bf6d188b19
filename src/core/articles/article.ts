/** The page behind an item, extracted. All dates are UTC instants. */
export interface Article {
  readonly title: string;
  /** Paragraphs separated by a blank line, without title, byline, captions, boxes, comments or forms. */
  readonly text: string;
  /** The standfirst or description, where the page has one. */
  readonly lead: string | undefined;
  readonly authors: readonly string[];
  readonly published: Date | undefined;
  readonly modified: Date | undefined;
  readonly siteName: string | undefined;
  /** Absolute, without tracking parameters. */
  readonly canonicalUrl: string;
  /** BCP 47 as the page writes it (`lang` attribute, `og:locale`, …), not normalised. */
  readonly languageHint: string | undefined;
  readonly image: string | undefined;
  readonly section: string | undefined;
  readonly keywords: readonly string[];
  /** schema.org's `isAccessibleForFree`; false for a paywalled teaser, undefined where the page does not say. */
  readonly isAccessibleForFree: boolean | undefined;
  /** The page's AMP version (`rel=amphtml`), worth fetching only where the page itself has no text. */
  readonly ampUrl?: string | undefined;
  /** From 0 (nothing found) to 1. */
  readonly confidence: number;
  /** The stage that found the text: `dom`, `json-ld`, `feed`, … */
  readonly via: string;
}

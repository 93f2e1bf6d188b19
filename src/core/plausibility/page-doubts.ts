import { cleanUrl } from '../urls/clean-url.ts';
import { contentWords } from '../words/content-words.ts';
import { shareOf } from '../words/shared-words.ts';

/** What is known of a page besides its text. */
export interface PageEvidence {
  readonly title: string;
  /** The address that the entry links to, the one after redirects, and the one that the page calls its own. */
  readonly requested: string;
  readonly url: string;
  readonly canonical?: string | undefined;
  readonly published?: Date | undefined;
}

/** Feed and page mostly give nearly the same instant for one article, unless one has only the day. Milliseconds. */
const SAME_INSTANT = 3_600_000;
const OTHER_DAY = 36 * SAME_INSTANT;
/** An address with fewer words may be that of a section. */
const FEW = 3;
/** Addresses with a larger share of common words may be those of one article. */
const ALIKE = 0.34;

/**
 * Whether address and date speak for a page as the article of an entry (1), or how many of them speak against it (-1,
 * -2); 0 where they say nothing. They do not decide alone: sites rename articles, and publish them again.
 */
export function evidenceFor(page: PageEvidence, headline: string, published: Date | undefined): number {
  const apart =
    page.published === undefined || published === undefined
      ? undefined
      : Math.abs(page.published.getTime() - published.getTime());
  if (apart !== undefined && apart <= SAME_INSTANT) return 1;
  const isOld = apart !== undefined && apart > OTHER_DAY;
  return 0 - Number(isOld) - Number(isOfAnother(page, headline));
}

/**
 * Whether an address has words of another article: the link has words of the page's headline and hardly any of
 * the entry's, or the page has another address, with neither the words of the link nor those of the entry's headline.
 */
function isOfAnother({ requested, url, canonical, title }: PageEvidence, headline: string): boolean {
  const asked = wordsOfAddress(requested);
  const said = contentWords(headline);
  const [named, own] = [shareOf(said, asked).matched, shareOf(contentWords(title), asked).matched];
  if (asked.size >= FEW && own >= Math.max(2, 3 * named)) return true;
  return [url, canonical ?? url].some((address) => {
    if (cleanUrl(address) === cleanUrl(requested)) return false;
    const got = wordsOfAddress(address);
    if (got.size < FEW || shareOf(said, got).matched > 1) return false;
    // The words of an address are in Latin letters, so those of some headlines are never among them.
    if (asked.size < 2) return /\p{sc=Latin}/u.test(headline) && shareOf(said, got).matched === 0;
    return shareOf(asked, got).matched <= ALIKE * asked.size;
  });
}

/** A path's words; a date, an id or the name of a section is none. */
function wordsOfAddress(address: string): Set<string> {
  const path = URL.parse(address)?.pathname ?? '';
  const parts = decoded(path)
    .split('/')
    .filter((part) => part.split(/[-_+ ]/).length > 1);
  return contentWords((parts.at(-1) ?? '').replace(/\.[a-z]{2,5}$/i, '').replace(/[-_+]|\d+/g, ' '));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

import { isAlike, isComparable } from './comparable.ts';
import { contentWords } from './content-words.ts';
import type { EntryClaim, PageClaim } from './judge-page.ts';
import { evidenceFor } from './page-doubts.ts';
import { containsHeadline } from './same-headline.ts';
import { weighedShare } from './subject-words.ts';

/** How much of the entry's text is compared. UTF-16 units. */
const ENTRY_TEXT = 800;
/** A page with less text is a sentence or two. UTF-16 units. */
const SHORT_PAGE = 200;
/** With fewer words of an entry, two reports on one subject cannot be distinguished. */
const LEAST_COMPARED = 4;

/**
 * The least share of its words, weighed by how common they are, that an entry has in common with the page of its own
 * article under another headline. Measured on our 658 reports, with headline and first sentence as the entry: at 0.12
 * it accepts nine in ten reports of the same event by other outlets, and one in fifteen of other events.
 */
const LEAST = 0.12;
/** The same for a page whose address or date, or both, are those of another article. */
const LEAST_IN_DOUBT = 0.34;
const LEAST_IN_GRAVE_DOUBT = 0.5;
/**
 * The same where the entry is only a headline, for pages up to a length in UTF-16 units. A page of a sentence or two
 * may be anything. A longer page of the headline's own article repeats more of its words: of 122 pages of the extraction
 * bench each had more than 0.4 of them.
 */
const LEAST_OF_HEADLINE: readonly (readonly [length: number, least: number])[] = [
  [SHORT_PAGE, 0.2],
  [600, 0.1],
  [1_500, 0.15],
  [Number.POSITIVE_INFINITY, 0.2],
];

/** Whether a page under another headline is about something else than the entry, though on the same subject. */
export function isAnotherReport(page: PageClaim, text: string, entry: EntryClaim): boolean {
  if ((page.titles ?? []).some((title) => containsHeadline(title, entry.title))) return false;
  const words = `${entry.title}\n${entry.text.slice(0, ENTRY_TEXT)}`;
  const said = contentWords(words);
  if (said.size < LEAST_COMPARED) return false;
  const { matched, of } = weighedShare(said, contentWords(`${page.title}\n${text}`));
  const isShort = text.length < SHORT_PAGE;
  const least = leastShare(
    evidenceFor(page, entry.title, entry.published),
    text.length,
    entry.text.trim() !== '',
  );
  return (
    matched < least * of && (isShort ? isAlike(`${page.title}\n${text}`, words) : isComparable(text, words))
  );
}

function leastShare(evidence: number, length: number, hasText: boolean): number {
  if (evidence < 0) return evidence < -1 ? LEAST_IN_GRAVE_DOUBT : LEAST_IN_DOUBT;
  if (!hasText) return evidence > 0 ? 0 : LEAST_OF_HEADLINE.find(([longest]) => length < longest)![1];
  return LEAST;
}

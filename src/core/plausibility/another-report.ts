import { isAlike, isComparable } from './comparable.ts';
import { contentWords } from '../words/content-words.ts';
import type { EntryClaim, PageClaim } from './claims.ts';
import { lengthOf } from './opening-wall.ts';
import { evidenceFor } from './page-doubts.ts';
import { containsHeadline } from './same-headline.ts';
import { weighedShare } from '../words/subject-words.ts';

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
 * The same where the entry is only a headline: of a page of a sentence or two, which may be anything, and of a longer
 * one. A longer page is compared twice, because its own headline's words are among the first and not only in the
 * background at the end: the mean of the share in all of it and of that in its beginning counts.
 */
const LEAST_OF_HEADLINE = { short: 0.2, long: 0.16 };
/** The beginning of a page's text: a paragraph or two. Letters; wide characters count as several. */
const BEGINNING = 300;

/** Whether a page under another headline is about something else than the entry, though on the same subject. */
export function isAnotherReport(page: PageClaim, text: string, entry: EntryClaim): boolean {
  if ((page.titles ?? []).some((title) => containsHeadline(title, entry.title))) return false;
  const words = `${entry.title}\n${entry.text.slice(0, ENTRY_TEXT)}`;
  const said = contentWords(words);
  if (said.size < LEAST_COMPARED) return false;
  const isShort = text.length < SHORT_PAGE;
  const evidence = evidenceFor(page, entry.title, entry.published);
  const isHeadline = entry.text.trim() === '';
  // An address or a date that fits the entry decides for a headline, which has few words.
  if (isHeadline && evidence > 0) return false;
  const shared = shareIn(said, `${page.title}\n${text}`);
  const isMeant =
    evidence < 0
      ? shared >= (evidence < -1 ? LEAST_IN_GRAVE_DOUBT : LEAST_IN_DOUBT)
      : isHeadline
        ? isOfHeadline(said, page.title, text, shared)
        : shared >= LEAST;
  return !isMeant && (isShort ? isAlike(`${page.title}\n${text}`, words) : isComparable(text, words));
}

/** Whether a page has enough words of a headline without text. */
function isOfHeadline(said: ReadonlySet<string>, title: string, text: string, shared: number): boolean {
  if (text.length < SHORT_PAGE) return shared >= LEAST_OF_HEADLINE.short;
  if (shared >= 2 * LEAST_OF_HEADLINE.long) return true;
  const start = text.slice(0, BEGINNING);
  const beginning = start.slice(0, BEGINNING * (start.length / lengthOf(start)));
  return (shared + shareIn(said, `${title}\n${beginning}`)) / 2 >= LEAST_OF_HEADLINE.long;
}

function shareIn(said: ReadonlySet<string>, text: string): number {
  const { matched, of } = weighedShare(said, contentWords(text));
  return of === 0 ? 1 : matched / of;
}

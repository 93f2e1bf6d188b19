import type { PageClaim, EntryClaim } from './claims.ts';
import { addressesReader } from './addressed-reader.ts';
import { isAnotherReport } from './another-report.ts';
import { isComparable } from './comparable.ts';
import { contentWords } from '../words/content-words.ts';
import { findWall, type WallSigns } from './find-wall.ts';
import { foldWords } from '../words/fold-words.ts';
import { isHomeOrList } from './home-or-list.ts';
import { lengthOf, openingWall } from './opening-wall.ts';
import type { Refusal } from './refusal.ts';
import { guessWall, offersSubscription } from './guess-wall.ts';
import { containsHeadline } from './same-headline.ts';
import { isMuch, isNone, type Share, shareOf } from '../words/shared-words.ts';

export interface PageJudgement {
  /** Undefined for a page that may be the entry's article. */
  readonly refusal: Refusal | undefined;
  /** Whether the page has the entry's headline. Then it is accepted even if other entries got the same page. */
  readonly isNamed: boolean;
}

/** A text of this length can be judged alone; a shorter one could be on any page. Letters. */
const LONG = 1_500;
const LONG_WALL = 2_500;
/** How much of the entry's text is compared. UTF-16 units. */
const ENTRY_TEXT = 800;
/** If a page has less extracted text, all its visible text is used. */
const NO_TEXT = 40;

/**
 * Whether a page is about the entry that linked to it. Reasons for refusal: phrases of a wall, the redirect that led
 * to it, or nothing in common with an entry that has enough text to compare.
 */
export function judgePage(page: PageClaim, entry: EntryClaim): PageJudgement {
  const isNamed = containsHeadline(page.title, entry.title);
  if (!isNamed && isHomeOrList(page.requested, page.url)) return { refusal: 'home', isNamed };
  // The usual case. A wall that repeats the headline is shorter than this.
  if (isNamed && page.text.length >= LONG_WALL) return { refusal: undefined, isNamed };
  const text = page.text.length < NO_TEXT ? page.visible : page.text;
  const wall = findWall(page.title, text);
  const isAsking = () => wall !== undefined || addressesReader(text);
  const shares = sharesOf(text, entry, wall?.phrases ?? [], isAsking);
  const another = !isNamed && isAnotherReport(page, text, entry) ? 'unrelated' : undefined;
  const isOnSubject = isNamed || isHeadShared(page, entry);
  const isAlike = shares.some(isMuch);
  const said = `${entry.title}\n${entry.text}`;
  // Under a wall's message there may be teasers on the entry's subject.
  const opening = (isNamed ? !isAlike : !isOnSubject)
    ? openingWall(page.title, text, { isNamed, isAlike, isInLanguage: () => isComparable(text, said) })
    : undefined;
  if (opening !== undefined) return { refusal: opening, isNamed };
  if (isAlike) return { refusal: another, isNamed };
  if (
    wall !== undefined &&
    isWall(wall, text, isNamed) &&
    !(isNamed && shares.some(({ matched }) => matched > 0) && isReport(wall, text))
  ) {
    // News about cookies, log-ins and captchas has words of walls in its headline, but other words too.
    const isNews =
      isOnSubject &&
      shares.some(({ matched }) => matched > 0) &&
      sharesOf(text, entry, [], () => true).some(isMuch);
    return { refusal: isNews ? undefined : wall.kind, isNamed };
  }
  const isForeign =
    shares.some((share) => share.of >= 3) && shares.every((share) => share.of < 3 || isNone(share));
  // A wall under the entry's own headline shares no word with the entry's text.
  const mayBeWall = !isOnSubject || (isForeign && shares[1]!.of >= 3);
  const sharesOne = shares[1]!.of >= 4 && shares[1]!.matched <= 1 && shares[0]!.matched <= 1;
  const guessed = mayBeWall || sharesOne ? guessWall(text, !mayBeWall) : undefined;
  if (guessed !== undefined) return { refusal: guessed, isNamed };
  if (isOnSubject && !(isForeign && onlyAsksReader(text, shares))) return { refusal: another, isNamed };
  if (!isForeign || !isComparable(text, said)) return { refusal: another, isNamed };
  return { refusal: wall?.kind ?? 'unrelated', isNamed };
}

/** An entry whose text has fewer words does not show what its page should say. */
const LEAST_ENTRY_WORDS = 4;
/** A longer text than this may be a short report that uses other words than its headline. UTF-16 units. */
const MAX_REQUEST = 300;

/**
 * Whether the only text of a page that repeats the headline is a request to the reader: a survey, an offer, a form. A
 * report without any of the entry's words, such as the first lines of a live blog, does not address the reader.
 */
function onlyAsksReader(text: string, [, said]: readonly Share[]): boolean {
  const longest = (said?.of ?? 0) >= LEAST_ENTRY_WORDS ? LONG : MAX_REQUEST;
  return (
    text.length < longest &&
    (addressesReader(text) || (text.length < MAX_REQUEST && offersSubscription(text)))
  );
}

/**
 * Whether the page's headline shares enough words with the entry, or the entry's headline with the page's headline
 * and lead.
 */
function isHeadShared({ title, lead }: PageClaim, entry: EntryClaim): boolean {
  const said = contentWords(`${entry.title}\n${entry.text}`);
  const head = contentWords(`${title}\n${lead ?? ''}`);
  return isMuch(shareOf(contentWords(title), said)) || isMuch(shareOf(contentWords(entry.title), head));
}

/**
 * Which words the text shares with the entry's title and with its text. A headline that a wall repeats does not
 * count, nor do words of the wall's phrases.
 *
 * @param cutsAll whether the headline does not count within a sentence either
 */
function sharesOf(
  text: string,
  entry: EntryClaim,
  phrases: readonly string[],
  cutsAll: () => boolean,
): Share[] {
  const headline = foldWords(entry.title).trim();
  const found = contentWords(headline === '' ? text : cut(text, headline, cutsAll));
  const own = contentWords(phrases.join('\n'));
  return [entry.title, entry.text.slice(0, ENTRY_TEXT)].map((said) =>
    shareOf(new Set([...contentWords(said)].filter((word) => !own.has(word))), found),
  );
}

/**
 * The text without the headline. Some feeds take the beginning of the text for it, so in a text that asks for nothing
 * only a line of its own is the headline.
 */
function cut(text: string, headline: string, cutsAll: () => boolean): string {
  const folded = foldWords(text);
  if (!folded.includes(headline)) return text;
  const rest = folded
    .split('\n')
    .filter((line) => line.trim() !== headline)
    .join('\n');
  return rest.includes(headline) && cutsAll() ? folded.replaceAll(headline, ' ') : rest;
}

/** A shorter text may be a wall that does not address its reader. UTF-16 units, of wide characters fewer. */
const SHORT_REPORT = 120;

/** Whether a text with a phrase of a wall, under the entry's headline, is a report on such things: it asks for nothing. */
function isReport({ isTitled, phrases }: WallSigns, text: string): boolean {
  return !isTitled && phrases.length <= 2 && lengthOf(text) >= SHORT_REPORT && !addressesReader(text);
}

/** Whether the whole text is a wall: it is short, or full of its phrases. */
function isWall({ isTitled, phrases }: WallSigns, text: string, isNamed: boolean): boolean {
  const { length } = text;
  if (isTitled && !isNamed) return true;
  if (length < 600) return phrases.length >= 1;
  if (length < LONG_WALL) return phrases.length >= 2;
  return length < 8_000 && phrases.length >= 5;
}

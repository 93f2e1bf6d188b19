import { foldLetters } from '../articles/fold-text.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { countScripts } from '../language/scripts.ts';
import { contentWords } from './content-words.ts';
import { findWall, type WallSigns } from './find-wall.ts';
import { foldWords } from './fold-words.ts';
import { isHomeOrList } from './home-or-list.ts';
import type { Refusal } from './refusal.ts';
import { addressesReader, guessWall } from './guess-wall.ts';
import { isMuch, isNone, type Share, shareOf } from './shared-words.ts';

/** What is known of a page that answered. */
export interface PageClaim {
  /** The address asked for, and the address after redirects. */
  readonly requested: string;
  readonly url: string;
  readonly title: string;
  readonly lead: string | undefined;
  /** The article's extracted text, and the beginning of everything visible. */
  readonly text: string;
  readonly visible: string;
}

/** What the feed says of the entry: plain text. */
export interface EntryClaim {
  readonly title: string;
  readonly text: string;
}

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
/** In a shorter text, script and language may be those of a few names. */
const ENOUGH_TEXT = 200;

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
  const shares = sharesOf(text, entry, wall?.phrases ?? []);
  const another = !isNamed && isAnotherReport(page.title, text, entry) ? 'unrelated' : undefined;
  if (shares.some(isMuch)) return { refusal: another, isNamed };
  const isOnSubject = isNamed || isHeadShared(page, entry);
  if (wall !== undefined && isWall(wall, text, isNamed)) {
    // News about cookies, log-ins and captchas has words of walls in its headline, but other words too.
    const isNews =
      isOnSubject && shares.some(({ matched }) => matched > 0) && sharesOf(text, entry, []).some(isMuch);
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
  if (!isForeign || !isComparable(text, `${entry.title}\n${entry.text}`))
    return { refusal: another, isNamed };
  return { refusal: wall?.kind ?? 'unrelated', isNamed };
}

/** An entry whose text has fewer words does not show what its page should say. */
const LEAST_ENTRY_WORDS = 4;

/**
 * Whether the only text of a page that repeats the headline is a request to the reader: a survey, an offer, a form. A
 * report without any of the entry's words, such as the first lines of a live blog, does not address the reader. An
 * entry that is only a headline proves nothing: short reports often use other words than their headline.
 */
function onlyAsksReader(text: string, [, said]: readonly Share[]): boolean {
  return (said?.of ?? 0) >= LEAST_ENTRY_WORDS && text.length < LONG && addressesReader(text);
}

/** With fewer words of an entry, two reports on one subject cannot be distinguished. */
const LEAST_COMPARED = 10;
/**
 * The least share of its words that an entry has in common with a report of the same event. Measured on 658 reports:
 * headline and first sentence reach it with 194 of 205 reports of the same event by other outlets, and with one in
 * thirteen reports of other events on the same subject.
 */
const SAME_REPORT = 0.18;

/** Whether a page under another headline is about something else than the entry, though on the same subject. */
function isAnotherReport(title: string, text: string, entry: EntryClaim): boolean {
  if (text.length < ENOUGH_TEXT || entry.text.trim() === '') return false;
  const said = `${entry.title}\n${entry.text.slice(0, ENTRY_TEXT)}`;
  const { matched, of } = shareOf(contentWords(said), contentWords(`${title}\n${text}`));
  return of >= LEAST_COMPARED && matched < SAME_REPORT * of && isComparable(text, said);
}

/** Whether two headlines are the same, apart from a site's name or a changed word. */
export function containsHeadline(title: string, headline: string): boolean {
  if (headline.trim() === '') return false;
  const [one, other] = [foldLetters(title), foldLetters(headline)];
  if (one !== '' && one === other) return true;
  const share = shareOf(contentWords(headline), contentWords(title));
  return share.matched >= 2 && share.matched >= 0.6 * share.of;
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
 */
function sharesOf(text: string, entry: EntryClaim, phrases: readonly string[]): Share[] {
  const headline = foldWords(entry.title).trim();
  const folded = foldWords(text);
  const found = contentWords(headline === '' ? text : cut(text, folded, headline));
  const own = contentWords(phrases.join('\n'));
  return [entry.title, entry.text.slice(0, ENTRY_TEXT)].map((said) =>
    shareOf(new Set([...contentWords(said)].filter((word) => !own.has(word))), found),
  );
}

/** The text without the headline. */
function cut(text: string, folded: string, headline: string): string {
  return folded.includes(headline) ? folded.replaceAll(headline, ' ') : text;
}

/** Whether the whole text is a wall: it is short, or full of its phrases. */
function isWall({ isTitled, phrases }: WallSigns, text: string, isNamed: boolean): boolean {
  const { length } = text;
  if (isTitled && !isNamed) return true;
  if (length < 600) return phrases.length >= 1;
  if (length < LONG_WALL) return phrases.length >= 2;
  return length < 8_000 && phrases.length >= 5;
}

/** Whether two texts can have words in common: same script and, for a long text, same language. */
function isComparable(text: string, said: string): boolean {
  const scripts = [mainScript(text), mainScript(said)];
  if (text.length >= ENOUGH_TEXT && scripts[0] !== scripts[1]) return false;
  if (text.length < LONG) return true;
  const [page, entry] = [detectLanguage(text), detectLanguage(said)];
  return page.language === entry.language || page.language === 'und' || entry.language === 'und';
}

function mainScript(text: string): string | undefined {
  let best: [string, number] | undefined;
  for (const [script, count] of countScripts(text.slice(0, 4_000)))
    if (count > (best?.[1] ?? 0)) best = [script, count];
  // Japanese uses both scripts in varying shares.
  return best?.[0] === 'Kana' ? 'Han' : best?.[0];
}

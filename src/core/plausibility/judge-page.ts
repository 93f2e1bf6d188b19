import { foldLetters } from '../articles/fold-text.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { countScripts } from '../language/scripts.ts';
import { contentWords } from './content-words.ts';
import { findWall, type WallSigns } from './find-wall.ts';
import { foldWords } from './fold-words.ts';
import { isHomeOrList } from './home-or-list.ts';
import type { Refusal } from './refusal.ts';
import { senseWall } from './sense-wall.ts';
import { isMuch, isNone, type Share, shareOf } from './shared-words.ts';

/** What a page that answered says. */
export interface PageClaim {
  /** As asked for, and after redirects. */
  readonly requested: string;
  readonly url: string;
  readonly title: string;
  readonly lead: string | undefined;
  /** The article's text as extracted, and the beginning of all that the page shows. */
  readonly text: string;
  readonly visible: string;
}

/** What the feed says: plain text. */
export interface EntryClaim {
  readonly title: string;
  readonly text: string;
}

export interface PageJudgement {
  /** Undefined for a page that may be the entry's article. */
  readonly refusal: Refusal | undefined;
  /** Whether the page has the entry's headline. Then it is about the entry, even if other entries got it too. */
  readonly isNamed: boolean;
}

/** A text of this length can be judged alone; a shorter one could be any page's. Letters. */
const LONG = 1_500;
const LONG_WALL = 2_500;
/** Enough of the entry's text to compare. UTF-16 units. */
const ENTRY_TEXT = 800;
/** Of a page with less text than this, all that it shows is looked at. */
const NO_TEXT = 40;
/** Script and language of a shorter text may be those of a few names. */
const TELLING = 200;

/**
 * Whether a page is about the entry whose link led to it. It is refused for a reason only: words of a wall, the way it
 * was reached, or that it has nothing in common with an entry that says enough to compare.
 */
export function judgePage(page: PageClaim, entry: EntryClaim): PageJudgement {
  const isNamed = bearsHeadline(page.title, entry.title);
  if (!isNamed && isHomeOrList(page.requested, page.url)) return { refusal: 'home', isNamed };
  // The everyday case; a wall that bears the headline is shorter.
  if (isNamed && page.text.length >= LONG_WALL) return { refusal: undefined, isNamed };
  const text = page.text.length < NO_TEXT ? page.visible : page.text;
  const wall = findWall(page.title, text);
  const shares = sharesOf(text, entry, wall?.phrases ?? []);
  if (shares.some(isMuch)) return { refusal: undefined, isNamed };
  const isOnSubject = isNamed || isHeadShared(page, entry);
  if (wall !== undefined && isWall(wall, text, isNamed)) {
    // News of cookies, logins and captchas shares the words of walls with its headline, but not those alone.
    const isNews =
      isOnSubject && shares.some(({ matched }) => matched > 0) && sharesOf(text, entry, []).some(isMuch);
    return { refusal: isNews ? undefined : wall.kind, isNamed };
  }
  const isForeign =
    shares.some((share) => share.of >= 3) && shares.every((share) => share.of < 3 || isNone(share));
  // Under the entry's own headline a wall shares no word with the entry's text.
  const mayBeWall = !isOnSubject || (isForeign && shares[1]!.of >= 3);
  const sensed = mayBeWall ? senseWall(text) : undefined;
  if (sensed !== undefined) return { refusal: sensed, isNamed };
  if (isOnSubject) return { refusal: undefined, isNamed };
  if (!isForeign || !isComparable(text, `${entry.title}\n${entry.text}`))
    return { refusal: undefined, isNamed };
  return { refusal: wall?.kind ?? 'unrelated', isNamed };
}

/** Whether two headlines are one, give or take a site's name or a changed word. */
export function bearsHeadline(title: string, headline: string): boolean {
  if (headline.trim() === '') return false;
  const [one, other] = [foldLetters(title), foldLetters(headline)];
  if (one !== '' && one === other) return true;
  const share = shareOf(contentWords(headline), contentWords(title));
  return share.matched >= 2 && share.matched >= 0.6 * share.of;
}

/** Whether the page's headline is on the entry's subject, or the entry's on that of the page's headline and lead. */
function isHeadShared({ title, lead }: PageClaim, entry: EntryClaim): boolean {
  const said = contentWords(`${entry.title}\n${entry.text}`);
  const head = contentWords(`${title}\n${lead ?? ''}`);
  return isMuch(shareOf(contentWords(title), said)) || isMuch(shareOf(contentWords(entry.title), head));
}

/**
 * What the text shares with the entry's title and with its text. A headline that a wall repeats does not count, nor does
 * a word that is of the wall's own phrases.
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

/** The text without the headline; folded only where it contains the headline. */
function cut(text: string, folded: string, headline: string): string {
  return folded.includes(headline) ? folded.replaceAll(headline, ' ') : text;
}

/** Whether the text is the wall's own: short, or full of its phrases. */
function isWall({ isTitled, phrases }: WallSigns, text: string, isNamed: boolean): boolean {
  const { length } = text;
  if (isTitled && !isNamed) return true;
  if (length < 600) return phrases.length >= 1;
  if (length < LONG_WALL) return phrases.length >= 2;
  return length < 8_000 && phrases.length >= 5;
}

/** Whether the two could share words at all: they are in one script, and a long text also in one language. */
function isComparable(text: string, said: string): boolean {
  const scripts = [mainScript(text), mainScript(said)];
  if (text.length >= TELLING && scripts[0] !== scripts[1]) return false;
  if (text.length < LONG) return true;
  const [page, entry] = [detectLanguage(text), detectLanguage(said)];
  return page.language === entry.language || page.language === 'und' || entry.language === 'und';
}

function mainScript(text: string): string | undefined {
  let best: [string, number] | undefined;
  for (const [script, count] of countScripts(text.slice(0, 4_000)))
    if (count > (best?.[1] ?? 0)) best = [script, count];
  // Japanese is written in both, and a headline has more of the one.
  return best?.[0] === 'Kana' ? 'Han' : best?.[0];
}

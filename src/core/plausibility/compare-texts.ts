import { namesNewsletter } from '../articles/body/newsletter-words.ts';
import { foldLetters } from '../articles/fold-text.ts';
import { contentWords } from '../words/content-words.ts';
import { findWall, SEARCHED } from './find-wall.ts';
import { guessWall, hasLoginWord } from './guess-wall.ts';
import { shareOf } from '../words/shared-words.ts';

/** A page with a longer text is no stub, and is not compared. UTF-16 units. */
const MAX_STUB = 2_500;
/** How much of the feed's text is compared. UTF-16 units. */
const MAX_FEED = 20_000;
/** A shorter sentence could be in any text, so it is ignored. Letters. */
const SHORTEST = 8;
/** How much of the feed's text the page must lack: in letters, and as a share of the page's own text. */
const LEAST_MORE = 60;
const SHARE_MORE = 0.25;
/** The longest paragraph of an offer. Letters. */
const MAX_OFFER = 200;
/** The end of a sentence, anywhere in a text. */
const ENDS = /[.!?。！？؟।]/;
/** A paragraph of at least so many words may share one of them with the rest by chance. */
const CHANCE = 5;

/**
 * Whether a page shows only the beginning of the feed's text, as before a paywall: after the last sentence that both
 * have, the feed has more text than the page has of its own. The headline and offers of subscriptions are not
 * counted.
 */
export function isFullerInFeed(feedText: string, pageText: string, headline: string): boolean {
  if (pageText.length >= MAX_STUB) return false;
  const said = sentencesOf(feedText.slice(0, MAX_FEED));
  const page = foldLetters(pageText);
  const last = said.findLastIndex((sentence) => page.includes(foldLetters(sentence)));
  const onlyFeed = lettersOf(said.slice(last + 1));
  if (last < 0 || onlyFeed < LEAST_MORE) return false;
  const known = foldLetters(`${headline}\n${feedText.slice(0, MAX_FEED)}`);
  const isOwn = (sentence: string) => !known.includes(foldLetters(sentence)) && !isOffer(sentence);
  const onlyPage = lettersOf(sentencesOf(pageText).filter(isOwn));
  const common = lettersOf(said.slice(0, last + 1));
  return onlyFeed > onlyPage && onlyFeed >= SHARE_MORE * (common + onlyPage);
}

/**
 * Removes an offer of a subscription from the end of a short text. The page must ask for a log-in or a subscription
 * somewhere after the beginning of the text. A short last paragraph is removed if it asks for one itself. It is also
 * removed if it has hardly a word in common with the entry and the paragraphs before it, and either comes after that
 * request or has a word for a log-in.
 *
 * @param visible the beginning of everything that the page shows
 * @param entry title and text of the entry
 */
export function withoutOffer(text: string, visible: string, entry: string): string {
  if (text.length >= MAX_STUB || asksNothing(visible)) return text;
  const paragraphs = text.split('\n\n');
  let request: number | undefined;
  while (paragraphs.length > 1) {
    const last = paragraphs.at(-1) ?? '';
    if (last.length > MAX_OFFER) break;
    const isRequest = isOffer(last);
    if (!isRequest && !isUnrelated(last, paragraphs, entry)) break;
    // Searched only when needed: it goes through all lines of the page, and most texts end without an offer.
    if (isRequest && namesNewsletter(last)) {
      paragraphs.pop();
      continue;
    }
    request ??= placeOfRequest(visible, paragraphs[0] ?? '');
    if (request < 0) break;
    const isBelow = visible.lastIndexOf(last) > request;
    if (!isRequest && !isBelow && !hasLoginWord(last)) break;
    paragraphs.pop();
  }
  return paragraphs.join('\n\n');
}

/** Whether a page has neither a phrase of a wall nor a word for a log-in, so that none of its lines can ask for one. */
function asksNothing(visible: string): boolean {
  return visible.length <= SEARCHED && findWall('', visible) === undefined && !hasLoginWord(visible);
}

/** Where the page first asks for a log-in or a subscription after the beginning of the text; -1 where it does not. */
function placeOfRequest(visible: string, beginning: string): number {
  const from = visible.indexOf(beginning);
  let at = from + beginning.length;
  if (from < 0) return -1;
  for (const line of visible.slice(at).split('\n')) {
    // Pages ask for the address of every reader, also in the middle of what all may read.
    if (isOffer(line) && !namesNewsletter(line)) return at;
    at += line.length + 1;
  }
  return -1;
}

/** Whether the last paragraph has at most one word, by chance, in common with the others and with the entry. */
function isUnrelated(last: string, paragraphs: readonly string[], entry: string): boolean {
  const others = paragraphs.slice(0, -1).filter((paragraph) => !isOffer(paragraph));
  const { matched, of } = shareOf(contentWords(last), contentWords([entry, ...others].join('\n')));
  return matched === 0 || (matched === 1 && of >= CHANCE);
}

/** Whether a sentence or a short paragraph asks for a log-in or a subscription. */
function isOffer(text: string): boolean {
  if (text.length > MAX_OFFER) return false;
  const wall = findWall('', text);
  // Single words are enough only in a sentence, because a menu has them too.
  if (wall !== undefined) return wall.kind === 'login';
  return ENDS.test(text) && hasLoginWord(text) && guessWall(text) === 'login';
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?。！？؟।])(?=\s|[^\s\d\p{P}])|\n+/u)
    .filter((sentence) => foldLetters(sentence).length >= SHORTEST);
}

function lettersOf(sentences: readonly string[]): number {
  return sentences.reduce((sum, sentence) => sum + foldLetters(sentence).length, 0);
}

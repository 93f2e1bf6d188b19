import { contentWords } from '../../words/content-words.ts';
import { weighedShare } from '../../words/subject-words.ts';
import type { PageTree } from '../page/page-tree.ts';
import type { BlockRange } from './block-range.ts';

/** How much of each text is compared. UTF-16 units. */
const MAX_TEXT = 4_000;
/** A shorter heading is a label. Letters; a character of a script without spaces counts as several. */
const MIN_HEADLINE = 25;
const MIN_SURE_HEADLINE = 15;
/** With fewer words, two texts cannot be compared. Pairs of Han characters, of which a text has more, count for a third. */
const LEAST_WORDS = 60;
/** The same where something else shows that the heading is a headline: it links to a page of its own, or both have dates. */
const LEAST_UNDER_HEADLINE = 12;
/** The same for one of several short reports. */
const LEAST_OF_SEVERAL = 8;

/**
 * Texts with larger shares of common words may be parts of one article; weighed by how common the words are. Of the
 * headline's words, of the heading's, and of all. They cut none of the 698 articles of the extraction bench.
 */
const LIMITS = { title: 0.1, heading: 0.25, text: 0.12 };

/**
 * Whether the text under a heading is about something else than the article: it has hardly any word of the article's
 * headline and text, and the heading is a headline. Parts of one article repeat its names.
 *
 * @param own the headline and the article's text; `other`: the heading and the text under it
 * @param isHeadline whether something else shows that the heading is a headline
 */
export function isAnotherTopic(
  tree: PageTree,
  own: BlockRange,
  other: BlockRange,
  isHeadline: boolean | 'of several' = false,
): boolean {
  const heading = tree.blocks[other.first]!;
  if (heading.weight < (isHeadline !== false ? MIN_SURE_HEADLINE : MIN_HEADLINE)) return false;
  const title = contentWords(tree.blocks[own.first]!.text);
  if (title.size < 3) return false;
  // Most parts of an article have words of its headline, so the words of its whole text are rarely needed.
  const further = contentWords(textOf(tree, other));
  if (share(title, further) >= LIMITS.title) return false;
  const said = textOf(tree, own);
  const text = wordsOfArticle(said);
  const least =
    isHeadline === 'of several' ? LEAST_OF_SEVERAL : isHeadline ? LEAST_UNDER_HEADLINE : LEAST_WORDS;
  // Between hiragana a pair of Han characters is mostly a word.
  const pair = isHeadline !== false && /\p{sc=Hiragana}/u.test(said) ? 1 : 1 / 3;
  if (countOf(text, pair) < least || countOf(further, pair) < least) return false;
  if (share(contentWords(heading.text), text) >= LIMITS.heading) return false;
  const [few, many] = text.size < further.size ? [text, further] : [further, text];
  return share(few, many) < LIMITS.text;
}

/** The article's text that was compared last, because it is compared with the text under each heading. */
let last: { readonly text: string; readonly words: ReadonlySet<string> } | undefined;

function wordsOfArticle(text: string): ReadonlySet<string> {
  if (last?.text !== text) last = { text, words: contentWords(text) };
  return last.words;
}

function countOf(words: ReadonlySet<string>, pair: number): number {
  let count = 0;
  for (const word of words) count += HAN.test(word) ? pair : 1;
  return count;
}

const HAN = /^\p{sc=Han}/u;

function share(words: ReadonlySet<string>, found: ReadonlySet<string>): number {
  const { matched, of } = weighedShare(words, found);
  return of === 0 ? 0 : matched / of;
}

function textOf({ blocks }: PageTree, { first, end }: BlockRange): string {
  let text = '';
  for (let i = first; i < end && text.length < MAX_TEXT; i++)
    if (blocks[i]!.dropped === undefined) text += `${blocks[i]!.text}\n`;
  return text;
}

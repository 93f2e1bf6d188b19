import { canonicalUrl } from '../urls/canonical-url.ts';
import type { Article } from './article.ts';
import { parsePage } from './page/parse-page.ts';
import { pruneFeedText } from './body/prune-body.ts';

/** What a feed entry contains of its article; HTML or text in `summary` and `content`. */
export interface FeedWords {
  readonly url: string;
  /** False where entries are parts of one page, told apart by the URL's fragment. True by default. */
  readonly hasOwnPage?: boolean;
  readonly title: string;
  readonly author: string | undefined;
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly published: Date | undefined;
}

/** From this length on, in letters, a feed's text counts as a full text. */
const FULL_TEXT = 1_500;
/** The highest confidence that a feed's own text gets. */
const MAX_CONFIDENCE = 0.6;

/** The article from its feed alone, for pages that cannot be fetched or have no text. Never throws. */
export function articleFromFeed(entry: FeedWords): Article {
  const summary = textOf(entry.summary, entry);
  const content = textOf(entry.content, entry);
  const text = content.length >= summary.length ? content : summary;
  return {
    title: entry.title,
    text,
    lead: summary !== '' && summary !== text ? summary : undefined,
    authors: entry.author === undefined || entry.author.trim() === '' ? [] : [entry.author.trim()],
    published: entry.published,
    modified: undefined,
    siteName: undefined,
    canonicalUrl: entry.hasOwnPage === false ? entry.url : canonicalUrl(entry.url, undefined),
    languageHint: undefined,
    image: undefined,
    section: undefined,
    keywords: [],
    isAccessibleForFree: undefined,
    confidence: MAX_CONFIDENCE * Math.min(1, text.length / FULL_TEXT),
    via: 'feed',
  };
}

function textOf(html: string | undefined, { title, author }: FeedWords): string {
  if (html === undefined || html.trim() === '') return '';
  const { tree } = parsePage(html);
  pruneFeedText(tree, { title, authors: author === undefined ? [] : [author] });
  return tree.blocks
    .filter((block) => block.dropped === undefined)
    .map((block) => block.text)
    .join('\n\n');
}

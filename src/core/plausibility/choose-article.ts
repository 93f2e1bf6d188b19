import type { Article } from '../articles/article.ts';
import { articleFromFeed, type FeedWords } from '../articles/article-from-feed.ts';
import { extractPage } from '../articles/extract-article.ts';
import { isFromArchive } from '../dates/plausible-date.ts';
import { foldLetters } from '../articles/fold-text.ts';
import { detach, detachArticle } from '../articles/page/detach.ts';
import { contentWords } from '../words/content-words.ts';
import { isMuch, shareOf } from '../words/shared-words.ts';
import { isFullerInFeed, withoutOffer } from './compare-texts.ts';
import { type PageJudgement, judgePage } from './judge-page.ts';
import { forwardTarget } from './forward-target.ts';
import { pageSigns } from './page-signs.ts';

/** A page that answered. */
export interface FetchedPage {
  /** Decoded. */
  readonly html: string;
  readonly requested: string;
  /** After redirects. */
  readonly url: string;
  /** The header `Refresh`. */
  readonly refresh?: string | undefined;
  /** Needed for pages that print their age instead of a date. */
  readonly fetched?: Date | undefined;
}

/** The judgement on a page as its entry's article. */
export interface PageClaimed extends PageJudgement {
  /** Fingerprints from `pageSigns`, by which two entries that got the same page are recognised. */
  readonly signs: readonly string[];
  /** The address that the page links or redirects to, where the page is not the article. */
  readonly onward: string | undefined;
}

export interface ChosenArticle {
  readonly article: Article;
  readonly claim: PageClaimed;
}

/** A page with less text may be a teaser, so the feed's text is considered too. Characters. */
const THIN_TEXT = 200;
/** How much of a page's visible text is compared. UTF-16 units. */
const VISIBLE = 3_000;

/**
 * The article of an entry: from its page where the page is about the entry, else from the feed's text. Where the page
 * has hardly any text, or only the beginning of the feed's, the feed's text is combined with the page's metadata.
 */
export function chooseArticle(page: FetchedPage, entry: FeedWords): ChosenArticle {
  const fromFeed = articleFromFeed(entry);
  const {
    article: attached,
    titles,
    tree,
    byAge,
    unshown,
  } = extractPage(page.html, page.url, {
    fetched: page.fetched,
    fromFeed: entry.published,
  });
  const shown = detachArticle(attached);
  let visible = '';
  for (const { text } of tree.blocks) {
    if (visible.length >= VISIBLE) break;
    visible += `${text}\n\n`;
  }
  if (visible.length < THIN_TEXT) visible += noscriptContent(page.html);
  const extracted = {
    ...shown,
    published: shown.published ?? (isAgeTrusted(byAge, entry, page.fetched) ? byAge : undefined),
    text: withoutOffer(shown.text, visible, `${entry.title}\n${fromFeed.lead ?? ''}\n${fromFeed.text}`),
  };
  const { title, lead, text } = extracted;
  const { requested, url } = page;
  const judgement = judgePage(
    {
      requested,
      url,
      title,
      titles,
      lead,
      text,
      visible,
      canonical: extracted.canonicalUrl,
      published: extracted.published,
    },
    { title: entry.title, text: `${fromFeed.lead ?? ''}\n${fromFeed.text}`, published: entry.published },
  );
  const isThin = text.length < THIN_TEXT;
  const claim = {
    ...judgement,
    signs: pageSigns({ requested, url, title, text: isThin ? visible : text }),
    onward:
      judgement.refusal !== undefined || isThin ? forwardTarget(page.html, url, page.refresh) : undefined,
  };
  if (claim.refusal !== undefined) return { article: fromFeed, claim };
  const titled =
    extracted.title === '' || (isThin && entry.title !== '' && !claim.isNamed)
      ? { ...extracted, title: entry.title }
      : withHeadline(extracted, entry.title);
  const takesText =
    (isThin && fromFeed.text.length > text.length) || isFullerInFeed(fromFeed.text, text, entry.title);
  if (!takesText) return { article: titled, claim };
  const whole = wholeOf(unshown(), fromFeed.text);
  return { article: { ...titled, ...(whole ?? { text: fromFeed.text, via: 'feed' }) }, claim };
}

/** A text in the page's data, copied, if it is longer than the feed's and about the same. */
function wholeOf(
  unshown: { readonly text: string; readonly via: string } | undefined,
  feedText: string,
): { text: string; via: string } | undefined {
  if (unshown === undefined || unshown.text.length <= feedText.length) return undefined;
  const { text, via } = unshown;
  const isSame = isMuch(shareOf(contentWords(feedText), contentWords(text)));
  return isSame ? { text: detach(text), via } : undefined;
}

/** The feed's date is more exact than an age, unless the page is from an archive. */
function isAgeTrusted(byAge: Date | undefined, { published }: FeedWords, fetched: Date | undefined): boolean {
  return published === undefined || isFromArchive(byAge, published, fetched ?? published);
}

/** How much of a page's beginning is searched. UTF-16 units. */
const HEAD = 100_000;

/** The `noscript` text of a page that shows hardly anything else. */
function noscriptContent(html: string): string {
  const said = html.slice(0, HEAD).matchAll(/<noscript\b[^>]{0,200}>([^]{0,2000}?)<\/noscript/gi);
  return [...said].map(([, inner = '']) => inner.replaceAll(/<[^>]{0,500}>/g, ' ').trim()).join('\n');
}

/** Adds the feed's headline to the lead, where the page has another one: both describe the subject. */
function withHeadline(article: Article, headline: string): Article {
  const wanted = foldLetters(headline);
  if (wanted === '' || foldLetters(`${article.title}\n${article.lead ?? ''}`).includes(wanted))
    return article;
  return { ...article, lead: article.lead === undefined ? headline : `${headline}\n${article.lead}` };
}

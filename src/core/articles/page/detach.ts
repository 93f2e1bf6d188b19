import type { Article } from '../article.ts';

/**
 * Copies an article so that its strings are independent. In V8 a substring refers to the string it was cut from, and
 * would keep the whole page in memory.
 */
export function detachArticle(article: Article): Article {
  return {
    ...article,
    title: detach(article.title),
    text: detach(article.text),
    lead: maybe(article.lead),
    authors: article.authors.map(detach),
    siteName: maybe(article.siteName),
    languageHint: maybe(article.languageHint),
    image: maybe(article.image),
    section: maybe(article.section),
    keywords: article.keywords.map(detach),
    canonicalUrl: detach(article.canonicalUrl),
    ampUrl: maybe(article.ampUrl),
  };
}

function maybe(text: string | undefined): string | undefined {
  return text === undefined ? undefined : detach(text);
}

/** A copy of `text` that shares no memory with its source: slicing a concatenation makes V8 copy it. */
export function detach(text: string): string {
  return ` ${text}`.slice(1);
}
